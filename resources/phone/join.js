// Coming in: the code of a table, scanned or typed, is exchanged once for a token of this phone.

import { addDevice, useAgain } from "./devices.js";
import { NoAnswer, ask } from "./wire.js";

const CODE = /^#([A-Za-z0-9_-]{22}(?:\.[0-9]+(?:-[0-9]+)*)?)$/; // of a scribe with its tables

// Takes the code out of the address, where others could read it, once it is kept. A code that
// waited for the computer when the page was closed is taken up again.
export async function takeCode(store) {
  const found = CODE.exec(location.hash);
  if (found) await store.write((t) => t.put("meta", { key: "joining", code: found[1] }));
  if (location.hash) history.replaceState(null, "", location.pathname);
  const joining = await store.read((t) => t.get("meta", "joining"));
  if (!joining || (await useAgain(store, joining.code))) return null;
  return joining.code;
}

export const forgetCode = (store) => store.write((t) => t.drop("meta", "joining"));

// Letters as people type them: no capitals, blanks and dashes needed; O is 0, I and L are 1.
export function tidyShortCode(typed) {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return letters.replace(/O/g, "0").replace(/[IL]/g, "1");
}

// Returns {ok, silent, why}.
export async function join(store, { code, short }) {
  const body = JSON.stringify(short ? { code: short } : {});
  let answer;
  try {
    answer = await ask("POST", "/api/v1/devices", { token: short ? "" : code, body });
  } catch (failure) {
    if (!(failure instanceof NoAnswer)) throw failure;
    return { ok: false, silent: true, why: "" };
  }
  const { status, told } = answer;
  if (status === 200 && told.token && told.event && Array.isArray(told.tables)) {
    const { event, device, token, tables } = told;
    await addDevice(store, { event, device, token, tables, code: code || "", isDead: false });
    return { ok: true, silent: false, why: "" };
  }
  const isBusy = status === 429 || status >= 500;
  return { ok: false, silent: isBusy && !short, why: told.why || "" };
}
