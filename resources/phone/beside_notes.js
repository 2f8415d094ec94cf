// What else goes through the outbox: what a table says to a sentence, and photos.

import { newId } from "./ids.js";
import { lastOf } from "./outbox.js";
import { sha256 } from "./sha256.js";

const fresh = () => ({ op: newId(), sent: false, body: null, needs: null });

export function addVerdict(store, { event, table, statement, sentence, verdict, text }) {
  return store.write(async (t) => {
    const lane = `strip:${statement}:${table}`;
    const last = lastOf(await t.all("ops"), lane);
    const n = last && (!last.sent || last.needs) ? { n: last.n } : {};
    const said = { what: "verdict", lane, event, table, statement, sentence, verdict, text };
    await t.put("ops", { ...said, ...fresh(), at: new Date().toISOString(), ...n });
  });
}

// Returns the name of the photo. Raises where the phone has no room for it.
export function addPhoto(store, { event, table, round, bytes, thumbnail }) {
  const photo = newId();
  const at = new Date().toISOString();
  const keep = async (t) => {
    await t.put("photos", { id: photo, event, table, round, at, thumbnail, isSaved: false });
    await t.put("bytes", { id: photo, bytes });
    const said = { what: "photo", lane: `photo:${photo}`, event, table, round, photo };
    await t.put("ops", { ...said, ...fresh(), at, hash: sha256(bytes) });
    return photo;
  };
  return store.write(keep, { isSpare: true });
}
