// What goes on in the room, as the computer told it last: table, round, question, time left.

import { find, setText, show } from "./dom.js";
import { say } from "./words.js";

export class Moment {
  constructor(told = null) {
    this.told = told;
    this._at = performance.now();
    this.chosenRound = null; // by hand; else that of the room
  }

  // Returns whether anything but the time is new.
  take(told) {
    const before = this.told ? steady(this.told) : "";
    if (this.told && this.told.round !== told.round) this.chosenRound = null;
    this.told = told;
    this._at = performance.now();
    return before !== steady(told);
  }

  get round() {
    return this.chosenRound || (this.told && this.told.round) || 1;
  }

  get rounds() {
    return (this.told && this.told.rounds) || [];
  }

  get kinds() {
    return (this.told && this.told.kinds) || [];
  }

  get prompts() {
    return (this.told && this.told.prompts) || [];
  }

  isOver(round) {
    return Boolean(this.told && (this.told.closed || []).includes(round));
  }

  table(number) {
    const tables = (this.told && this.told.tables) || [];
    return tables.find((each) => each.table === number) || { table: number, name: "" };
  }

  question(number) {
    const table = this.table(number);
    const own = table.questions && table.questions[this.round - 1];
    const asked = this.rounds.find((each) => each.round === this.round);
    const general = (asked && asked.question) || "";
    return own || general || (this.told && this.told.round ? table.question : "") || "";
  }

  // Seconds left by a clock that nobody sets; null while none runs.
  get left() {
    if (!this.told || typeof this.told.left !== "number") return null;
    const passed = this.told.running ? (performance.now() - this._at) / 1000 : 0;
    return this.told.left - passed;
  }

  show(number) {
    const { name } = this.table(number);
    const table = say("Table {number}", { number });
    setText(find("where"), name ? `${table} · ${name}` : table);
    document.title = this.told && this.told.title ? `${table} · ${this.told.title}` : table;
    const { length } = this.rounds;
    const when = length
      ? say("Round {number} of {rounds}", { number: this.round, rounds: length })
      : say("Round {number}", { number: this.round });
    const { name: called } = this.rounds.find((each) => each.round === this.round) || {};
    setText(find("when"), called ? `${when} · ${called}` : when);
    const question = this.question(number);
    setText(find("question"), question);
    show(find("question"), Boolean(question));
    const photos = !this.told || this.told.photos !== false;
    for (const id of ["photo", "photo-line"]) show(find(id), photos);
    setText(find("privacy"), (this.told && this.told.privacy) || "");
    this.showTime();
  }

  showTime() {
    const left = this.left;
    show(find("left"), left !== null);
    if (left === null) return;
    const seconds = Math.max(0, Math.round(left));
    const two = (figure) => String(figure).padStart(2, "0");
    setText(find("left"), `${Math.floor(seconds / 60)}:${two(seconds % 60)}`);
    find("left").classList.toggle("late", left < 0);
  }
}

function steady(told) {
  const { left, now, running, wanted, seq, ...rest } = told;
  return JSON.stringify(rest);
}
