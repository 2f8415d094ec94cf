// The page of a note-taker: puts the pieces together and shows what is so.

import { showNotes, showUnfinished } from "./cards.js";
import { ComingIn } from "./coming_in.js";
import { currentOf } from "./devices.js";
import { find, make, refill, setText, show } from "./dom.js";
import { Editor } from "./editor.js";
import { newId } from "./ids.js";
import { Leaving, offerCopy } from "./leaving.js";
import { Link } from "./link.js";
import { Message } from "./message.js";
import { Moment } from "./moment.js";
import { deleteNote, renewOp, reviveNote } from "./outbox.js";
import { Photos } from "./photos.js";
import { Prompts } from "./prompts.js";
import { Tables } from "./scribe.js";
import { SAVED, readAll, shownNotes, shownPhotos, unfinished } from "./shown.js";
import { openStore } from "./store.js";
import { Strip } from "./strip.js";
import { begunIn, toldOfOtherCafes, toldOffline, unsentOf } from "./waiting.js";
import { count, learnWords, say, translate } from "./words.js";

class Page {
  constructor(store) {
    this.store = store;
    this.tab = newId();
    this.all = null; // what is kept, as it was read last
    this.moment = new Moment();
    this.deleted = null; // the note that can be brought back
    const changed = () => this.refresh();
    this.tables = new Tables({
      on: { chosen: () => this.onTable(), kind: (number) => this.editor.chooseKind(number) },
    });
    this.editor = new Editor(store, {
      tab: this.tab,
      place: () => ({ event: this.event, table: this.table, round: this.moment.round }),
      on: { changed, typed: () => this.link.isTyping(), added: (op) => this.onAdded(op) },
    });
    this.prompts = new Prompts({ on: { chosen: (prompt) => this.editor.setPrompt(prompt) } });
    this.message = new Message(store);
    this.strip = new Strip(store, { on: { changed } });
    this.comingIn = new ComingIn(store, { on: { joined: () => this.onJoined() } });
    this.link = new Link(store, {
      tab: this.tab,
      page: this,
      on: {
        changed,
        moment: (told) => this.onMoment(told),
        bar: () => this.showBars(),
        forget: () => this.leaving.forget(true),
      },
    });
    this.leaving = new Leaving(this);
    this.photos = new Photos(store, {
      place: () => ({ event: this.event, table: this.table, round: this.moment.round }),
      on: { added: () => this.onPhotos(), retry: (photo) => this.acts.retry(photo) },
    });
    this.acts = {
      edit: (note) => this.editor.edit(note),
      remove: (note) => this.remove(note),
      retry: (shown) => renewOp(store, shown.n).then(() => this.refresh()),
      copy: (note) => offerCopy(note.text),
    };
    this.listen();
  }

  get device() {
    return this.all && currentOf(this.all.devices);
  }

  get event() {
    return this.device && this.device.event;
  }

  get table() {
    return this.tables.number;
  }

  get labels() {
    return new Map(this.moment.kinds.map(({ kind, label }) => [kind, label]));
  }

  get unsent() {
    if (!this.device) return 0;
    const { event } = this;
    const begun = begunIn(this.all).filter((draft) => draft.event === event);
    return unsentOf(this.all, event).length + begun.length;
  }

  async start() {
    const kept = await this.store.read((t) => t.get("meta", "moment"));
    if (kept) this.moment.take(kept.told);
    await this.message.start();
    await this.comingIn.start();
    await this.refresh();
    await this.resume();
    this.link.start();
    setInterval(() => this.moment.showTime(), 500);
  }

  listen() {
    find("round").addEventListener("change", (event) => this.onRound(Number(event.target.value)));
    find("undo").addEventListener("click", () => this.revive());
    addEventListener("beforeunload", (event) => {
      if (!this.editor.isUnkept && !this.unsent) return;
      event.preventDefault();
      event.returnValue = "";
    });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.editor.flush();
    });
    addEventListener("pagehide", () => this.editor.flush());
  }

  async refresh() {
    this.all = await readAll(this.store);
    this.show();
  }

  show() {
    const { device, all, event } = this;
    const isIn = Boolean(device);
    this.comingIn.show(device);
    for (const id of ["top", "writing", "harvest", "leaving"]) show(find(id), isIn);
    this.message.show(isIn ? this.moment.told : null);
    if (!isIn) return;
    const table = this.tables.show(device.tables, this.moment);
    document.body.classList.toggle("scribe", device.tables.length > 1);
    this.moment.show(table);
    this.editor.showKinds(this.moment.kinds);
    this.prompts.show(this.moment.prompts, this.editor.promptAmong(this.moment.prompts));
    this.showRounds();
    const notes = shownNotes(all, event, table);
    const photos = shownPhotos(all, event, table);
    const mine = this.editor.draft;
    const begun = unfinished(all, event, table, mine && mine.id);
    const edited = this.editor.isOfOlderNote ? mine.note : null;
    const { kinds, round } = this.moment;
    showUnfinished(find("unfinished"), begun, (draft) => this.editor.goOn(draft.id));
    showNotes(find("notes"), notes, { kinds, round, acts: this.acts, edited });
    this.photos.show(photos);
    show(find("none"), !notes.length && !photos.length && !begun.length);
    this.strip.show(all, event, table);
    this.tellNews(notes);
    this.showTally(notes, photos);
    this.showDeleted();
    this.showBars();
  }

  showTally(...both) {
    const [notes, photos] = both.map((all) => all.filter((each) => each.state === SAVED).length);
    const told = [];
    if (notes) told.push(count(notes, "{number} note saved", "{number} notes saved"));
    if (photos) told.push(count(photos, "{number} photo saved", "{number} photos saved"));
    setText(find("tally"), told.length ? `✓ ${told.join(" · ")}` : "");
  }

  // Says what became of what was added last, for those who hear the page.
  tellNews(notes) {
    if (this.photos.news) setText(find("news"), this.photos.news);
    const added = this.added && notes.find((note) => [note.op, note.lastOp].includes(this.added));
    if (!added) return;
    const saved = [say("saved by the computer"), ...(added.late ? [say("came in after the round")] : [])];
    setText(find("news"), added.state === SAVED ? saved.join(" · ") : say("kept on this phone"));
  }

  showRounds() {
    const { rounds } = this.moment;
    const { draft } = this.editor;
    show(find("round-line"), rounds.length > 1);
    const chosen = draft ? draft.round : this.moment.round;
    const options = rounds.map(({ round }) => {
      const name = say("Round {number}", { number: round });
      const text = this.moment.isOver(round) ? say("{round} (over)", { round: name }) : name;
      return make("option", { value: String(round), text });
    });
    const said = options.map((option) => option.text).join("\n");
    if (find("round").dataset.said !== said) {
      find("round").dataset.said = said;
      refill(find("round"), ...options);
    }
    find("round").value = String(chosen);
  }

  showDeleted() {
    const isHere = Boolean(this.deleted) && this.deleted.table === this.table;
    show(find("deleted"), isHere);
    if (isHere) setText(find("deleted-told"), say("The note is deleted."));
  }

  showBars() {
    show(find("red-bar"), this.store.isMemory);
    setText(find("red-bar"), say("This phone keeps nothing itself: leave this page open until all is saved."));
    const text = this.all ? this.barText() : "";
    show(find("bar"), Boolean(text));
    setText(find("bar"), text);
    const others = this.all ? toldOfOtherCafes(this.all, this.event) : "";
    show(find("others"), Boolean(others));
    setText(find("others"), others);
  }

  barText() {
    if (!this.device) return "";
    if (this.device.isDead) return say("Scan the code again");
    return this.link.isHeard ? "" : toldOffline(this.all, this.event);
  }

  async remove(note) {
    if (this.editor.draft && this.editor.draft.note === note.id) await this.editor.stopEditing();
    const op = await deleteNote(this.store, note);
    const { event, table, round, kind, prompt, text } = note;
    const rests = { note: op.lane, base: op.chain ? null : op.base, chain: op.op };
    this.deleted = { event, table, round, kind, prompt, text, ...rests };
    this.link.wake();
    await this.refresh();
    find("undo").focus();
  }

  async revive() {
    const { deleted } = this;
    this.deleted = null;
    await reviveNote(this.store, deleted);
    this.link.wake();
    await this.refresh();
    find("words").focus();
  }

  async onPhotos() {
    this.added = null;
    this.link.wake();
    await this.refresh();
  }

  onAdded(op) {
    this.added = op.op;
    this.photos.added = [];
    this.link.wake();
  }

  onRound(round) {
    this.moment.chosenRound = round;
    if (this.editor.draft) this.editor.setRound(round);
    this.refresh();
  }

  async onTable() {
    await this.editor.leave();
    await this.refresh();
    await this.resume();
    find("words").focus();
  }

  // What was begun at this table and is in no other tab comes back into the field.
  async resume() {
    if (!this.device || this.editor.draft) return;
    const begun = unfinished(this.all, this.event, this.table, null);
    begun.sort((a, b) => (a.at < b.at ? 1 : -1));
    const draft = begun.find((each) => each.owner === this.tab) || begun[0];
    if (!draft || (await this.link.isElsewhere(draft.id)) || this.editor.draft) return;
    await this.editor.goOn(draft.id);
    await this.refresh();
  }

  async onJoined() {
    await this.refresh();
    this.link.restart();
    const { draft } = this.editor;
    const isHere = draft && draft.event === this.event && draft.table === this.table;
    if (isHere) return;
    if (draft && draft.isNew && this.editor.begunAt > this.comingIn.scannedAt) {
      this.editor.moveHere(); // it was written while the computer did not answer yet
    } else {
      await this.editor.leave(); // it waits at its table, or for its own café
      await this.resume();
    }
  }

  onMoment(told) {
    if (!this.moment.take(told)) return;
    this.store.write((t) => t.put("meta", { key: "moment", told })).catch(() => {});
    if (this.all) this.show();
  }
}

async function start() {
  let page = null;
  const store = await openStore({ onMemory: () => page && page.showBars() });
  await learnWords(store);
  translate(document);
  page = new Page(store);
  await page.start();
}

start();
