// Several tables on one phone or laptop: which one is written about, by click and by keyboard.

import { find, make, refill, show } from "./dom.js";
import { say } from "./words.js";

export class Tables {
  constructor({ on }) {
    this.on = on;
    this.number = null;
    this._all = [];
    document.addEventListener("keydown", (event) => this._onKey(event));
  }

  // Returns the table that is written about.
  show(numbers, moment) {
    this._all = numbers;
    if (!numbers.includes(this.number)) this.number = numbers[0];
    show(find("tables"), numbers.length > 1);
    show(find("keys"), numbers.length > 1);
    const chips = find("table-chips");
    const said = JSON.stringify(numbers.map((each) => [each, moment.table(each).name]));
    if (chips.dataset.said !== said) {
      chips.dataset.said = said;
      refill(chips, ...numbers.map((each) => this._chip(each, moment.table(each).name)));
    }
    for (const choice of chips.querySelectorAll("input")) {
      choice.checked = Number(choice.value) === this.number;
    }
    return this.number;
  }

  _chip(number, name) {
    const choice = make("input", { type: "radio", name: "table", value: String(number) });
    choice.addEventListener("change", () => this._choose(number));
    const text = name ? `${number} · ${name}` : String(number);
    const label = { "aria-label": `${say("Table {number}", { number })} ${name}` };
    return make("label", { class: "chip" }, choice, make("span", { text, ...label }));
  }

  _choose(number) {
    if (number === this.number) return;
    this.number = number;
    this.on.chosen();
  }

  // Alt with up and down goes from table to table, Alt with a digit chooses a kind.
  _onKey(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step && this._all.length > 1) {
      event.preventDefault();
      const place = this._all.indexOf(this.number) + step + this._all.length;
      this._choose(this._all[place % this._all.length]);
    }
    const digit = /^Digit([1-9])$/.exec(event.code);
    if (digit) {
      event.preventDefault();
      this.on.kind(Number(digit[1]) - 1);
    }
  }
}
