// What is shown of all that is kept: each note as its newest words stand, and how far they came.

import { readDevices } from "./devices.js";
import { promptOf } from "./outbox.js";
import { hasWords } from "./text.js";

export const KEPT = "kept"; // on this phone
export const HELD = "held"; // by this page alone, where the browser keeps nothing
export const SAVED = "saved"; // by the computer
export const NEEDS = "needs"; // somebody to look at it

// Reads all that is kept of one café, in one look.
export function readAll(store) {
  return store.read(async (t) => ({
    notes: await t.all("notes"),
    ops: await t.all("ops"),
    photos: await t.all("photos"),
    drafts: await t.all("drafts"),
    devices: await readDevices(t),
    verdicts: new Map((await t.all("meta")).map(({ key, verdict }) => [key, verdict])),
    waiting: store.isMemory ? HELD : KEPT,
  }));
}

// The notes of a table, newest first, each with the words last said here over those it had.
export function shownNotes({ notes, ops, waiting }, event, table) {
  const shown = new Map();
  for (const note of notes) {
    if (note.event !== event || note.table !== table) continue;
    shown.set(note.id, { ...note, state: SAVED, op: null, why: "", n: null });
  }
  for (const op of ops) {
    if (op.what !== "note" || op.event !== event || op.table !== table) continue;
    const before = shown.get(op.lane) || { rev: 0, created: op.at, seq: Infinity, isMine: true };
    const { round, kind, text, op: id, needs, n } = op;
    const prompt = promptOf(op, before);
    const said = { round, kind, prompt, text, deleted: op.wish === "delete", op: id, n };
    const state = needs ? NEEDS : waiting;
    const why = needs ? needs.why : "";
    shown.set(op.lane, { ...before, ...said, id: op.lane, event, table, state, why });
  }
  const standing = [...shown.values()].filter((note) => !note.deleted);
  return standing.sort(newestFirst);
}

// By the second in which they came, and within it by the order that the computer gave them.
function newestFirst(a, b) {
  const [one, other] = [Date.parse(a.created) || 0, Date.parse(b.created) || 0];
  return Math.floor(other / 1000) - Math.floor(one / 1000) || (a.seq < b.seq ? 1 : -1);
}

export function shownPhotos({ photos, ops, waiting }, event, table) {
  return photos
    .filter((photo) => photo.event === event && photo.table === table)
    .map((photo) => {
      const op = ops.find((each) => each.photo === photo.id);
      const needs = op && op.needs;
      const state = needs ? NEEDS : photo.isSaved ? SAVED : waiting;
      return { ...photo, state, why: needs ? needs.why : "", n: op ? op.n : null };
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

// What was begun and not added, here or in another tab, but for the one in the field.
export function unfinished({ drafts }, event, table, mine) {
  return drafts.filter(
    (draft) =>
      draft.event === event && draft.table === table && draft.id !== mine && hasWords(draft.text),
  );
}
