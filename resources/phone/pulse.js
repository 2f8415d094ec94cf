// The phone says that it is there, how much is unsent and whether somebody types; and is told of
// the room, of notes the computer lost, and when it may forget.

import { setAside } from "./devices.js";
import { dropMoved, knowKept, putAgain } from "./told.js";
import { NoAnswer, ask, currentPlace, knowPlaces, tryAnotherPlace } from "./wire.js";

const EACH = 10; // seconds
const HIDDEN = 30;
const WITH_HEADS = 6; // each so many times it says which revisions it has, as well as at first

export class Pulse {
  // `device()` and `counts()` tell of now; `on` is told: moment, answered, silent, changed, checked,
  // forget.
  constructor(store, { device, counts, on }) {
    Object.assign(this, { store, device, counts, on });
    this._times = 0;
    this._owesHeads = true; // it is to say which revisions it has
    this._clock = null;
    this._runs = false;
    this._last = -Infinity;
  }

  // At once, but not more than every two seconds.
  soon() {
    const wait = Math.max(0, this._last + 2000 - performance.now());
    this._plan(wait / 1000);
  }

  restart(seconds = 0) {
    this._owesHeads = true;
    this._plan(seconds);
  }

  _plan(seconds) {
    this._isDue = this._runs; // then right behind the one that is under way
    if (this._runs) return;
    clearTimeout(this._clock);
    this._clock = setTimeout(() => this._beat(), seconds * 1000);
  }

  async _beat() {
    this._runs = true;
    this._isDue = false;
    this._last = performance.now();
    try {
      const device = this.device();
      if (device && !device.isDead) await this._greet(device);
    } finally {
      this._runs = false;
      const usual = document.hidden ? HIDDEN : EACH;
      this._plan(this._isDue ? 1 : usual);
    }
  }

  async _greet(device) {
    const said = { ...this.counts() };
    const hasHeads = this._owesHeads || this._times % WITH_HEADS === 0;
    this._owesHeads = false;
    if (hasHeads) said.heads = await this._heads(device.event);
    let answer;
    const place = currentPlace();
    try {
      const body = JSON.stringify(said);
      answer = await ask("POST", "/api/v1/hello", { token: device.token, body });
    } catch (failure) {
      if (!(failure instanceof NoAnswer)) throw failure;
      this._owesHeads = true; // whoever answers next may be an older copy
      this._isDue = tryAnotherPlace(place);
      this.on.silent();
      return;
    }
    await this._take(device, said, answer);
  }

  async _take(device, said, { status, told }) {
    if (status === 401) {
      await setAside(this.store, device.token);
      this.on.changed();
      return;
    }
    if (status !== 200 || told.event !== device.event) {
      this.on.silent();
      return;
    }
    this._times += 1;
    if (told.gen !== this._gen && !said.heads) {
      this._owesHeads = true; // it was started again: this may be an older copy
      this._isDue = true;
    }
    this._gen = told.gen;
    knowPlaces(told.origins);
    this.on.answered();
    this.on.moment(told);
    const wanted = told.wanted || [];
    if (wanted.length) await putAgain(this.store, device.event, wanted);
    if (said.heads) {
      const isNews = await knowKept(this.store, device.event, said.heads, wanted, told.gen);
      if (isNews) this.on.checked();
      if (await dropMoved(this.store, device.event, said.heads, wanted)) {
        this._owesHeads = true;
        this._isDue = true;
      }
    }
    if (wanted.length || said.heads) this.on.changed();
    if (!told.forget || said.unsent) return;
    if (said.heads) {
      this.on.forget();
    } else {
      this._owesHeads = true; // first it is to hear what is here
      this._isDue = true;
    }
  }

  async _heads(event) {
    const notes = await this.store.read((t) => t.all("notes"));
    const newest = notes.filter((note) => note.event === event && note.rev > 0).slice(-900);
    return Object.fromEntries(newest.map((note) => [note.id, [note.rev, beginning(note.hash)]]));
  }
}

const beginning = (hash) => (hash || "").slice(0, 12);
