// Taking the notes along as text, and forgetting them on this phone.

import { readDevices } from "./devices.js";
import { find, setText, show } from "./dom.js";
import { NAMES } from "./store.js";
import { hasWords } from "./text.js";
import { begunIn, namesOf } from "./waiting.js";
import { say } from "./words.js";

// All that was written on this phone, whatever became of it.
export function textOfAll({ notes, ops, drafts }, labels) {
  const lines = new Map();
  const put = (key, { table, round, kind, prompt, text }) => {
    const where = `${say("Table {number}", { number: table })} · ${say("Round {number}", { number: round })}`;
    const facts = [where, labels.get(kind), prompt].filter(Boolean);
    lines.set(key, `${facts.join(" · ")}\n${text}`);
  };
  notes.filter((note) => note.isMine && !note.deleted).forEach((note) => put(note.id, note));
  for (const op of ops.filter((each) => each.what === "note")) {
    if (op.wish === "delete" && !op.needs) lines.delete(op.lane);
    else put(op.lane, op);
  }
  drafts.filter((draft) => hasWords(draft.text)).forEach((draft) => put(draft.id, draft));
  return [...lines.values()].join("\n\n");
}

// Shows the text in a field, whole and chosen, and copies it where the browser lets us.
export function offerCopy(text) {
  show(find("copying"), true);
  const field = find("copied-text");
  field.value = text || say("There are no notes on this phone.");
  field.focus();
  field.select();
  let isCopied = false;
  try {
    isCopied = Boolean(text) && document.execCommand("copy");
  } catch (_notAllowed) {
    isCopied = false;
  }
  setText(find("copied"), isCopied ? say("Copied.") : say("Choose all of the text and copy it."));
}

// Forgets all, but for what says the page's words.
async function forgetAll(t) {
  const words = await t.get("meta", "words");
  for (const name of NAMES) await t.clear(name);
  if (words) await t.put("meta", words);
}

// Forgets all of one café, and no words of another one that wait for their own computer.
async function forgetCafe(t, event) {
  const [ops, drafts, photos] = [await t.all("ops"), await t.all("drafts"), await t.all("photos")];
  const isElsewhere = (kept) => kept.event !== event;
  if (![...ops, ...begunIn({ drafts })].some(isElsewhere)) return forgetAll(t);
  for (const photo of photos) if (!isElsewhere(photo)) await t.drop("bytes", photo.id);
  for (const name of ["notes", "photos", "drafts"]) {
    for (const kept of await t.all(name)) if (!isElsewhere(kept)) await t.drop(name, kept.id);
  }
  for (const op of ops) if (!isElsewhere(op)) await t.drop("ops", op.n);
  await t.put("meta", { key: "devices", list: (await readDevices(t)).filter(isElsewhere) });
  await t.drop("meta", "moment");
}

export class Leaving {
  constructor(page) {
    this.page = page;
    const on = (id, act) => find(id).addEventListener("click", act);
    on("copy-all", () => offerCopy(textOfAll(page.all, page.labels)));
    on("copying-done", () => {
      show(find("copying"), false);
      find("copy-all").focus();
    });
    on("forget", () => this._ask());
    on("forget-not", () => {
      show(find("forgetting"), false);
      find("forget").focus();
    });
    on("forget-yes", () => this.forget(false));
  }

  _ask() {
    const { all } = this.page;
    const what = namesOf(all.ops, begunIn(all));
    const lost = say("Not saved by the computer, and lost for ever: {what}. Forget all the same?", { what });
    const told = what ? lost : say("All notes are saved by the computer. Forget them here?");
    setText(find("forgetting-told"), told);
    show(find("forgetting"), true);
    find("forget-not").focus();
  }

  // By a person's word, or by the computer's once it has everything.
  async forget(isTold) {
    const { page } = this;
    await page.refresh();
    if (isTold && (page.unsent || page.editor.isUnkept)) return;
    const { event } = page;
    page.link.stop();
    await page.editor.stopEditing();
    await page.store.write((t) => (isTold ? forgetCafe(t, event) : forgetAll(t)));
    page.comingIn.isForgotten = isTold;
    page.deleted = null;
    show(find("forgetting"), false);
    page.link.tellTabs();
    await page.refresh();
    page.link.start();
  }
}
