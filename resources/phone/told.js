// What the computer tells of the table's notes, and what it lacks where it is an older copy of
// itself: then it is asked at each hello what of ours it has, and ours is not given up before.

import { idOf } from "./ids.js";
import { isOlder, lastOf } from "./outbox.js";
import { sha256 } from "./sha256.js";

// What the computer says of the table's notes. What it forgot, being an older copy, stays here.
// Returns whether notes are missing of which nothing was told before.
export function mergeNotes(store, told) {
  return store.write(async (t) => {
    if (Number.isInteger(told.gen)) await t.put("meta", { key: "gen", value: told.gen });
    const isNew = await markMissing(t, told);
    for (const note of told.notes) {
      const ours = await t.get("notes", note.id);
      if (ours && (ours.rev > note.rev || isUnsure(ours, note, told.gen))) continue;
      const { author: _notOurs, ...said } = note;
      const { isMine = false, lastOp = null } = ours || {};
      await t.put("notes", { ...said, event: told.event, gen: told.gen, isMine, lastOp });
    }
    return isNew;
  });
}

// Of another generation: whether the computer ever had ours it says at the next hello.
const isUnsure = (ours, note, gen) => isOlder(ours, gen) && ours.hash !== note.hash;

const sameRev = (heads, note) => note.id in heads && heads[note.id][0] === note.rev;

// The computer has all of `heads` but `wanted`. Returns whether it was not sure of one before.
export function knowKept(store, event, heads, wanted, gen) {
  return store.write(async (t) => {
    let isNews = false;
    for (const note of await t.all("notes")) {
      const isThere = sameRev(heads, note) && !wanted.includes(note.id);
      if (note.event !== event || !isThere) continue;
      if (!isOlder(note, gen)) continue;
      await t.put("notes", { ...note, gen });
      isNews = true;
    }
    return isNews;
  });
}

// Notes that are told of no more: lost by an older copy, or at another table by now.
async function markMissing(t, { event, notes }) {
  const told = new Set(notes.map((note) => note.id));
  let isNew = false;
  for (const note of await t.all("notes")) {
    const missed = note.event === event && !told.has(note.id) ? (note.missed || 0) + 1 : 0;
    isNew = isNew || missed === 1;
    if (missed !== (note.missed || 0)) await t.put("notes", { ...note, missed });
  }
  return isNew;
}

// The computer has all that we told it of but `wanted`: what is missing, and was not merely on its
// way while the notes were told, is at another table. Returns whether that is not sure of all yet.
export function dropMoved(store, event, heads, wanted) {
  return store.write(async (t) => {
    let isUnsure = false;
    for (const note of await t.all("notes")) {
      const isThere = sameRev(heads, note) && !wanted.includes(note.id);
      if (note.event !== event || !note.missed || !isThere) continue;
      if (note.missed > 1) await t.drop("notes", note.id);
      else isUnsure = true;
    }
    return isUnsure;
  });
}

// The computer is an older copy of itself and asks for what it once acknowledged.
export function putAgain(store, event, wanted) {
  return store.write(async (t) => {
    const ops = await t.all("ops");
    for (const id of wanted) {
      const note = await t.get("notes", id);
      if (!note || note.event !== event || lastOf(ops, id)) continue;
      const { table, round, kind, prompt, text, hash, rev, gen } = note;
      const wish = note.deleted ? "delete" : "put";
      const said = { what: "note", lane: id, event, table, round, kind, prompt, text, wish, hash };
      const op = idOf(sha256(`${id} ${rev} ${gen} ${hash}`)); // the same on every phone
      const fresh = { op, sent: false, body: null, needs: null, at: new Date().toISOString() };
      await t.put("ops", { ...said, ...fresh, base: rev, gen, chain: null });
    }
  });
}
