// What the facilitator sends to all phones: it stands on top until it is taken back or put aside.

import { find, setText, show } from "./dom.js";

const KEY = "aside";

export class Message {
  constructor(store) {
    this.store = store;
    this._told = null;
    this._aside = null; // of which café, and which words
    find("message-aside").addEventListener("click", () => this._putAside());
  }

  async start() {
    this._aside = (await this.store.read((t) => t.get("meta", KEY))) || null;
  }

  // Other words come back, and the same ones once they were taken back in between.
  show(told) {
    this._told = told;
    const text = textOf(told);
    if (told && !text && this._aside) this._keepAside(null);
    const { event, text: aside } = this._aside || {};
    const shown = text && event === told.event && aside === text ? "" : text;
    setText(find("message-text"), shown);
    show(find("message-aside"), Boolean(shown));
    document.documentElement.classList.toggle("has-message", Boolean(shown));
  }

  _putAside() {
    this._keepAside({ event: this._told.event, text: textOf(this._told) });
    this.show(this._told);
    find("where").focus();
  }

  _keepAside(aside) {
    this._aside = aside;
    const keep = (t) => (aside ? t.put("meta", { key: KEY, ...aside }) : t.drop("meta", KEY));
    this.store.write(keep).catch(() => {});
  }
}

const textOf = (told) => (told && typeof told.message === "string" ? told.message.trim() : "");
