// The outbox: what was said here and is not yet saved by the computer (TRUST.md 4.4).
//
// An operation (`ops`) goes its lane, one note's, in order. Until it is sent newer words may take
// its place; once it is sent its body is frozen, and newer words make the next one. `base` is the
// revision its writer saw, told in generation `gen` of the café, or `chain` the operation whose
// answer will tell both: where an older copy took over, the same number may be of other words.
// `notes` is what the computer has told or acknowledged, `drafts` what is being typed.

import { newId } from "./ids.js";
import { sha256 } from "./sha256.js";
import { clean } from "./text.js";

const now = () => new Date().toISOString();
export const laneOf = (ops, lane) => ops.filter((op) => op.lane === lane);
export const lastOf = (ops, lane) => laneOf(ops, lane).pop();

// Keeps what is being typed. Returns the draft as it is kept: one that another tab has gone on
// with is left to it, and ours goes on under a name of its own.
export function keepDraft(store, draft, owner) {
  return store.write(async (t) => {
    const kept = await t.get("drafts", draft.id);
    const ours = { ...draft, owner, at: now() };
    if (kept && kept.owner !== owner) {
      ours.id = newId();
      if (draft.isNew) ours.note = newId();
    }
    await t.put("drafts", ours);
    return ours;
  });
}

export const dropDraft = (store, id) => store.write((t) => t.drop("drafts", id));

export function ownDraft(store, id, owner) {
  return store.write(async (t) => {
    const draft = await t.get("drafts", id);
    if (!draft) return null;
    await t.put("drafts", { ...draft, owner });
    return { ...draft, owner };
  });
}

// What a draft about a note begins with: the words that are shown, and what they rest on. Its prompt
// is null where somebody took it away, and nothing where nothing is said of it.
export function draftOf(shown) {
  const { id: note, event, table, round, kind, prompt, text, rev, gen, op } = shown;
  const base = op ? null : rev;
  const said = { id: newId(), isNew: false, note, event, table, round, kind, prompt, text };
  return { ...said, base, gen, chain: op };
}

// "Add" and "Save": the draft goes and the operation comes, in one.
export function addDraft(store, draft) {
  return say(store, { ...draft, text: clean(draft.text), wish: "put" }, draft.id);
}

export function deleteNote(store, shown) {
  return say(store, { ...draftOf(shown), wish: "delete" });
}

export function reviveNote(store, deleted) {
  return say(store, { ...deleted, wish: "put" });
}

// Returns the operation, by which it can be taken back; null where nothing needs to be said.
function say(store, said, draft = null) {
  return store.write(async (t) => {
    if (draft) await t.drop("drafts", draft);
    const { note, event, table, round, kind, prompt, text, wish } = said;
    const fresh = { what: "note", event, table, round, kind, prompt, text, wish, hash: sha256(text) };
    const op = { ...fresh, op: newId(), sent: false, body: null, needs: null, at: now() };
    const ops = await t.all("ops");
    const before = said.chain && ops.find((each) => each.op === said.chain);
    if (before && (!before.sent || before.needs)) {
      return replaceOp(t, ops, before, op);
    }
    const place = await placeOf(t, ops, said, before, note);
    const added = { ...op, ...place };
    await t.put("ops", added);
    return added;
  });
}

async function replaceOp(t, ops, before, op) {
  for (const later of ops.filter((each) => each.chain === before.op)) {
    await t.put("ops", { ...later, chain: before.chain, base: before.base, gen: before.gen });
  }
  const { n, lane, base, gen, chain } = before;
  const isNothing = op.wish === "delete" && base === 0 && !before.sent;
  if (isNothing) await t.drop("ops", n); // deleted before anybody else heard of it
  else await t.put("ops", { ...op, n, lane, base, gen, chain });
  const place = { lane, base, gen };
  return isNothing ? { ...op, ...place, chain: null } : { ...op, ...place, n, chain };
}

async function placeOf(t, ops, said, before, note) {
  if (before) return { lane: before.lane, base: null, chain: before.op };
  if (!said.chain) return { lane: note, base: said.base, gen: said.gen, chain: null };
  const ack = await t.get("meta", `ack:${said.chain}`);
  if (ack) return { lane: ack.note, base: ack.rev, gen: ack.gen, chain: null };
  const last = lastOf(ops, note); // ours was replaced in another tab by words unseen here
  if (!last) return { lane: note, base: 0, chain: null };
  return { lane: note, base: last.base, gen: last.gen, chain: last.chain };
}

// The first of each lane that may be sent now, oldest first.
export function sendable(ops) {
  const busy = new Set();
  return ops.filter((op) => {
    if (op.needs || busy.has(op.lane)) return false;
    busy.add(op.lane);
    return true;
  });
}

// From here on the body of this operation never changes. Null where it is gone meanwhile.
export function freeze(store, n) {
  return store.write(async (t) => {
    const op = await t.get("ops", n);
    if (!op || op.needs) return null;
    if (!op.sent) {
      const gen = (await t.get("meta", "gen")) || { value: 1 };
      op.body = bodyOf(op, Number.isInteger(op.gen) ? op.gen : gen.value);
      op.sent = true;
      await t.put("ops", op);
    }
    return op;
  });
}

function bodyOf(op, gen) {
  if (op.what === "photo") return null; // they lie in `bytes`
  if (op.what === "verdict") {
    return JSON.stringify({
      op: op.op,
      table: op.table,
      verdict: op.verdict,
      text: op.text,
      hash: op.sentence,
    });
  }
  return JSON.stringify({
    op: op.op,
    event: op.event,
    gen,
    base: op.base || 0,
    kind: op.wish,
    text: op.text,
    note_kind: op.kind,
    round: op.round,
    table: op.table,
    ...(op.prompt || op.prompt === null ? { prompt: op.prompt || "" } : {}),
  });
}

// An answer counts only if it names our café, our operation and the hash of our words.
export function isAck(op, told) {
  if (told.event !== op.event || told.op !== op.op) return false;
  if (op.what === "verdict") return true;
  if (op.what === "photo") return told.hash === op.hash;
  const isTold = typeof told.note === "string" && Number.isInteger(told.rev);
  return isTold && (told.hash === op.hash || op.wish === "delete");
}

// By which it is remembered what a table said to a sentence, as long as it reads the same.
export const verdictKey = (statement, table, sentence) => `verdict:${statement}:${table}:${sentence}`;

// The computer has it. What was chained to it goes on from there, with the copy if one was made.
export function settleOp(store, n, told) {
  return store.write(async (t) => {
    const op = await t.get("ops", n);
    if (!op || op.op !== told.op) return;
    await t.drop("ops", n);
    if (op.what === "photo") {
      const photo = await t.get("photos", op.photo);
      if (photo) await t.put("photos", { ...photo, isSaved: true });
      await t.drop("bytes", op.photo);
    }
    if (op.what === "verdict") {
      const key = verdictKey(op.statement, op.table, op.sentence);
      await t.put("meta", { key, verdict: op.verdict });
    }
    if (op.what === "note") await settleNote(t, op, told);
  });
}

// The prompt after an operation; null where it took it away.
export const promptOf = (op, before) => (op.prompt === null ? null : op.prompt || before.prompt);

async function settleNote(t, op, told) {
  const isOurs = told.hash === op.hash; // nobody deletes words unseen: then it still stands
  const rev = isOurs ? told.rev : op.base;
  const gen = isOurs ? told.gen : op.gen;
  if (isOurs) {
    const before = (await t.get("notes", told.note)) || { created: op.at, rev: 0 };
    const { event, table, round, kind, text, hash } = op;
    const prompt = promptOf(op, before) || "";
    const said = { event, table, round, kind, prompt, text, hash, deleted: op.wish === "delete" };
    const copy = told.copy_of ? { conflict_of: told.copy_of } : {};
    if (told.rev >= before.rev) {
      const kept = { ...before, ...said, ...copy, id: told.note, rev: told.rev, seq: told.seq };
      await t.put("notes", { ...kept, gen, isMine: true, lastOp: op.op, missed: 0 });
    }
    if (told.note !== op.lane) await forgetOlder(t, op.lane, gen);
  }
  await t.put("meta", { key: `ack:${op.op}`, note: told.note, rev, gen });
  for (const later of await t.all("ops")) {
    if (later.chain !== op.op) continue;
    await t.put("ops", { ...later, lane: told.note, base: rev, gen, chain: null });
  }
}

// What was said on a computer that is no more went beside the note: this is read anew.
async function forgetOlder(t, id, gen) {
  const note = await t.get("notes", id);
  if (note && isOlder(note, gen)) await t.drop("notes", id);
}

export const isOlder = (note, gen) => Number.isInteger(note.gen) && note.gen < gen;

// Never to be taken like this: it waits for the person and stands in nobody's way. Where newer
// words wait behind it these go in its place.
export function refuseOp(store, n, status, why) {
  return store.write(async (t) => {
    const op = await t.get("ops", n);
    if (!op) return;
    const later = (await t.all("ops")).filter((each) => each.chain === op.op);
    for (const each of later) await t.put("ops", { ...each, base: op.base, gen: op.gen, chain: op.chain });
    if (later.length) await t.drop("ops", n);
    else await t.put("ops", { ...op, needs: { status, why } });
  });
}

// The same words as a new operation.
export function renewOp(store, n) {
  return store.write(async (t) => {
    const op = await t.get("ops", n);
    if (!op) return;
    const fresh = newId();
    for (const each of await t.all("ops")) {
      if (each.chain === op.op) await t.put("ops", { ...each, chain: fresh });
    }
    await t.put("ops", { ...op, op: fresh, sent: false, body: null, needs: null });
  });
}

export const dropOp = (store, n) => store.write((t) => t.drop("ops", n));
