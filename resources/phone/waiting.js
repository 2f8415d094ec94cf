// What waits on this phone for its computer, of this café and of any other one: a phone may hold
// the words of yesterday's at the same address.

import { hasWords } from "./text.js";
import { count, say } from "./words.js";

export const unsentOf = ({ ops }, event) => ops.filter((op) => op.event === event);
export const begunIn = ({ drafts }) => drafts.filter((draft) => hasWords(draft.text));

// How many of what kind there are: “2 notes · 1 photo”. What is said of one note counts once.
export function namesOf(ops, begun = []) {
  const kinds = (what) => ops.filter((op) => op.what === what);
  const notes = new Set(kinds("note").map((op) => op.lane)).size + begun.length;
  const [photos, answers] = [kinds("photo").length, kinds("verdict").length];
  const told = [];
  if (notes) told.push(count(notes, "{number} note", "{number} notes"));
  if (photos) told.push(count(photos, "{number} photo", "{number} photos"));
  if (answers) told.push(count(answers, "{number} answer", "{number} answers"));
  return told.join(" · ");
}

// What is said while the computer does not answer.
export function toldOffline(all, event) {
  const what = namesOf(unsentOf(all, event).filter((op) => !op.needs));
  if (!what) return say("No connection to the computer. You can go on writing.");
  return say("No connection. As soon as the computer answers, this phone sends: {what}.", { what });
}

export function toldOfOtherCafes({ ops }, event) {
  const what = namesOf(ops.filter((op) => op.event !== event));
  return what && say("Of another café wait on this phone: {what}.", { what });
}
