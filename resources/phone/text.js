// What people write, cleaned as the computer cleans it (wcafe/domain/text.py), so that both
// have the same hash of the same words.

export const LONGEST_NOTE = 20000; // characters

const NEW_LINES = /\r\n?|[\u0085\u2028\u2029]/g;

export function clean(text) {
  let kept = "";
  for (const sign of text.replace(NEW_LINES, "\n").replace(/\t/g, " ")) {
    const code = sign.codePointAt(0);
    const isControl = (code < 0x20 && code !== 0x0a) || (code >= 0x7f && code <= 0x9f);
    const isLone = code >= 0xd800 && code <= 0xdfff;
    const isNone = (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef);
    if (!isControl && !isLone && !isNone && code !== 0xfeff) kept += sign;
  }
  return kept.normalize("NFC").trim();
}

export const hasWords = (text) => /[^\s\p{Cf}]/u.test(text);
