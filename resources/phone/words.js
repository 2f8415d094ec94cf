// The page's phrases in the phone's language. An English phrase is the key of its translation.

const OURS = ["fr", "en"];
let phrases = {};

export const language =
  (navigator.languages || [navigator.language || ""])
    .map((name) => name.slice(0, 2).toLowerCase())
    .find((name) => OURS.includes(name)) || "en";

// The phrase with its gaps filled: say("Table {number}", { number: 3 })
export function say(phrase, gaps = {}) {
  const words = phrases[phrase] || phrase;
  return words.replace(/\{(\w+)\}/g, (gap, name) => (name in gaps ? String(gaps[name]) : gap));
}

// The one phrase or the other, by the number that stands in its gap.
export function count(number, one, many) {
  const isOne = language === "fr" ? number < 2 : number === 1;
  return say(isOne ? one : many, { number });
}

// Kept on the phone too, so that a page opened while the computer restarts speaks its language.
export async function learnWords(store) {
  const kept = await store.read((t) => t.get("meta", "words"));
  if (kept && kept.language === language) phrases = kept.phrases;
  const fetched = fetchWords().then((found) => {
    if (!found) return;
    phrases = found;
    store.write((t) => t.put("meta", { key: "words", language, phrases })).catch(() => {});
  });
  if (!Object.keys(phrases).length) await fetched;
}

async function fetchWords() {
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), 4000);
  try {
    const answer = await fetch(`/words/${language}.json`, { signal: stop.signal });
    const found = answer.ok ? await answer.json() : null;
    return found && typeof found === "object" ? found : null;
  } catch (_nobodyAnswers) {
    return null;
  } finally {
    clearTimeout(clock);
  }
}

// Puts the phrases into what stands in the page from the start.
export function translate(root) {
  document.documentElement.lang = language;
  for (const spot of root.querySelectorAll("[data-say]")) {
    spot.textContent = say(spot.dataset.say);
  }
  for (const spot of root.querySelectorAll("[data-name]")) {
    spot.setAttribute("aria-label", say(spot.dataset.name));
  }
}
