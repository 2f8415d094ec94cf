// The field in which notes are written: typing → kept on this phone, and then the note goes its way.

import { addDraft, draftOf, dropDraft, keepDraft, ownDraft } from "./outbox.js";
import { find, make, refill, setText, show } from "./dom.js";
import { newId } from "./ids.js";
import { followPrompt } from "./prompts.js";
import { hasWords } from "./text.js";
import { say } from "./words.js";

const PAUSE = 400; // milliseconds without a key
const LONGEST = 2000; // milliseconds of typing without a pause

export class Editor {
  // `place()` tells {event, table, round} of a new note; `on.changed()` hears that there is news.
  constructor(store, { tab, place, on }) {
    Object.assign(this, { store, tab, place, on });
    this.draft = null;
    this._kind = null; // of the next new note: that of the last one
    this._prompt = ""; // the same
    this._prompts = []; // of the café
    this._isDirty = false;
    this._turn = Promise.resolve();
    this._clock = null;
    this._since = 0;
    this.typedAt = -Infinity;
    this.begunAt = -Infinity; // when the first letter of a new note was typed
    this.field = find("words");
    this.field.addEventListener("input", () => this._onInput());
    find("editor").addEventListener("submit", (event) => {
      event.preventDefault();
      this.add();
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.add();
      }
    });
    find("stop-editing").addEventListener("click", () => this.stopEditing());
  }

  get isUnkept() {
    return this._isDirty;
  }

  get isOfOlderNote() {
    return Boolean(this.draft && !this.draft.isNew);
  }

  showKinds(kinds) {
    show(find("kinds"), kinds.length > 0);
    const chips = find("kind-chips");
    if (chips.dataset.said === JSON.stringify(kinds)) return;
    chips.dataset.said = JSON.stringify(kinds);
    if (!this._kind && kinds.length) this._kind = kinds[0].kind;
    refill(chips, ...kinds.map(({ kind, label }) => {
        const choice = make("input", { type: "radio", name: "kind", value: kind });
        choice.addEventListener("change", () => this._onKind(kind));
        return make("label", { class: `chip kind-${kind}` }, choice, make("span", { text: label }));
      }),
    );
    this._showKind();
  }

  chooseKind(number) {
    const choice = find("kind-chips").querySelectorAll("input")[number];
    if (choice) choice.click();
  }

  // Returns that of the note in the field, or of the next one, `prompts` being those of the café.
  promptAmong(prompts) {
    const before = this._prompts;
    this._prompts = prompts;
    this._prompt = followPrompt(this._prompt, before, prompts);
    const { draft } = this;
    if (draft && draft.isNew) {
      const prompt = followPrompt(draft.prompt, before, prompts);
      if (prompt !== draft.prompt) this.setPrompt(prompt);
    }
    return (draft ? draft.prompt : this._prompt) || "";
  }

  setPrompt(prompt) {
    if (!this.isOfOlderNote) this._prompt = prompt;
    this._change({ prompt: prompt || (this.isOfOlderNote ? null : "") });
  }

  // Puts a shown note into the field.
  edit(shown) {
    this.leave();
    this._take(draftOf(shown));
    this.field.focus();
  }

  // Goes on with what was not finished.
  async goOn(id) {
    await this.leave();
    const draft = await ownDraft(this.store, id, this.tab);
    if (!draft) return;
    this._take(draft);
    this._tell(this._kept());
  }

  setRound(round) {
    this._change({ round });
  }

  moveHere() {
    this._change(this.place());
  }

  _change(said) {
    if (!this.draft) return;
    Object.assign(this.draft, said);
    this._isDirty = true;
    this.flush();
  }

  async stopEditing() {
    const draft = this.draft;
    this._take(null);
    if (draft) await this._after(() => dropDraft(this.store, draft.id));
    this.on.changed();
    this.field.focus();
  }

  // Keeps at once what is in the field.
  flush() {
    clearTimeout(this._clock);
    this._clock = null;
    const draft = this.draft;
    const text = this.field.value;
    if (!this._isDirty || !draft) return this._turn;
    return this._after(async () => {
      draft.text = text;
      if (hasWords(text) || !draft.isNew) {
        const kept = await keepDraft(this.store, { ...draft, text }, this.tab);
        draft.id = kept.id;
        draft.note = kept.note;
      } else {
        await dropDraft(this.store, draft.id);
      }
      if (this.draft !== draft || this.field.value !== text) return;
      this._isDirty = false;
      this._tell(hasWords(text) ? this._kept() : "");
    });
  }

  async add() {
    const draft = this.draft;
    const text = this.field.value;
    if (!draft || !hasWords(text)) {
      this._tell(say("Write a note first."));
      setText(find("news"), say("Write a note first."));
      this.field.focus();
      return;
    }
    clearTimeout(this._clock);
    this._take(null);
    this.field.focus();
    await this._after(async () => {
      try {
        this.on.added(await addDraft(this.store, { ...draft, text }));
      } catch (failure) {
        if (!this.draft) this._take({ ...draft, text });
        throw failure;
      }
    });
    this.on.changed();
  }

  _after(work) {
    const result = this._turn.then(work);
    this._turn = result.catch(() => {});
    return result;
  }

  // What is in the field stays unfinished, and the field is free.
  leave() {
    const kept = this.flush();
    this._take(null);
    return kept;
  }

  _take(draft) {
    this.draft = draft;
    this._isDirty = false;
    this._since = 0;
    this.begunAt = -Infinity;
    clearTimeout(this._clock);
    this._clock = null;
    this.field.value = draft ? draft.text : "";
    this._showKind();
    this._tell("");
    show(find("stop-editing"), this.isOfOlderNote);
    setText(find("add"), this.isOfOlderNote ? say("Keep the change") : say("Add"));
    this.on.changed();
  }

  _begin() {
    const note = newId();
    const rests = { base: 0, chain: null };
    const said = { kind: this._kind, prompt: this._prompt, text: "" };
    this.draft = { id: newId(), isNew: true, note, ...said, ...rests, ...this.place() };
  }

  _onInput() {
    this.typedAt = performance.now();
    const now = performance.now();
    if (!this.draft) {
      this._begin();
      this.begunAt = now;
    }
    this._isDirty = true;
    this._tell(say("typing…"));
    this._since = this._clock ? this._since : now;
    clearTimeout(this._clock);
    const wait = Math.max(0, Math.min(PAUSE, this._since + LONGEST - now));
    this._clock = setTimeout(() => this.flush().then(() => this.on.changed()), wait);
    this.on.typed();
  }

  _onKind(kind) {
    if (!this.isOfOlderNote) this._kind = kind;
    this._change({ kind });
  }

  _showKind() {
    const kind = this.draft ? this.draft.kind : this._kind;
    for (const choice of find("kind-chips").querySelectorAll("input")) {
      choice.checked = choice.value === kind;
    }
  }

  _kept() {
    return this.store.isMemory ? say("in this page only") : say("kept on this phone");
  }

  _tell(text) {
    setText(find("typed"), text);
  }
}
