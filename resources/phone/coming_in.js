// The part of the page that is there before a code is, and again when it counts no longer.

import { find, setText, show } from "./dom.js";
import { forgetCode, join, takeCode, tidyShortCode } from "./join.js";
import { say } from "./words.js";

const PAUSE = 3000; // milliseconds until a code is tried again that nobody answered

export class ComingIn {
  constructor(store, { on }) {
    Object.assign(this, { store, on });
    this.isForgotten = false;
    this.scannedAt = Infinity; // when the code that is tried was
    this._told = "";
    this._isTrying = false;
    find("join").addEventListener("submit", (event) => {
      event.preventDefault();
      this._typed(find("code").value);
    });
    addEventListener("hashchange", () => this.start());
  }

  async start() {
    const code = await takeCode(this.store);
    if (code) this._scanned(code);
    else this.on.joined();
  }

  show(device) {
    const isNeeded = !device || device.isDead;
    if (device && device.isDead && !this._isTrying) this._tryAgain();
    show(find("joining"), isNeeded || Boolean(this._told));
    show(find("join"), isNeeded);
    if (!isNeeded && !this._told) return;
    setText(find("joining-why"), this._told || this._usual(device));
    const title = device ? say("Scan the code again") : say("Notes of your table");
    setText(find("joining-title"), title);
    show(find("joining-title"), isNeeded);
  }

  _usual(device) {
    if (device) {
      return say("The computer does not know this phone any more. All you wrote is kept here and leaves once you have scanned the code of your table.");
    }
    if (this.isForgotten) return say("The café is over and all is saved. This phone has forgotten its notes. Thank you!");
    return say("Scan the code on your table, or type the code that the facilitator gives you.");
  }

  // The code of this device was scanned once more before anybody knew that it is one no more.
  async _tryAgain() {
    const code = await takeCode(this.store);
    if (code) this._scanned(code);
  }

  async _scanned(code) {
    if (this._isTrying) return;
    this._isTrying = true;
    this.scannedAt = performance.now();
    try {
      for (;;) {
        const { ok, silent, why } = await join(this.store, { code });
        this._told = ok ? "" : silent ? say("The computer does not answer yet. This page goes on trying.") : why;
        if (!silent) {
          if (!ok) await forgetCode(this.store);
          break;
        }
        this.on.joined();
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    } finally {
      this._isTrying = false;
    }
    this.on.joined();
  }

  async _typed(typed) {
    const short = tidyShortCode(typed);
    if (short.length !== 8) {
      this._told = say("The code has eight letters and digits.");
      this.on.joined();
      find("code").focus();
      return;
    }
    this.scannedAt = performance.now();
    const { ok, silent, why } = await join(this.store, { short });
    this._told = ok ? "" : silent ? say("The computer does not answer. Try again in a moment.") : why;
    if (ok) find("code").value = "";
    this.on.joined();
  }
}
