// The link between this page, the computer and the other tabs: who sends, listens and tells whom.

import { deviceFor, setAside } from "./devices.js";
import { listen } from "./live.js";
import { Pulse } from "./pulse.js";
import { Sender } from "./sender.js";
import { mergeNotes } from "./told.js";
import { NoAnswer, ask } from "./wire.js";

const REREAD = 60000; // milliseconds after which the table's notes are read anew in any case

export class Link {
  constructor(store, { tab, page, on }) {
    Object.assign(this, { store, tab, page, on });
    this.isHeard = true;
    this._seq = null;
    this._stream = null;
    this._token = "";
    this._wokenAt = -Infinity;
    this._typedAt = -Infinity;
    const heard = {
      answered: () => this._heard(true),
      silent: () => this._heard(false),
      changed: () => this._news(),
    };
    const shared = { tab, on: heard };
    this.senders = [
      new Sender(store, { name: "notes", whats: ["note", "verdict"], seconds: 8, ...shared }),
      new Sender(store, { name: "photos", whats: ["photo"], seconds: 60, ...shared }),
    ];
    this.pulse = new Pulse(store, {
      device: () => page.device,
      counts: () => ({ unsent: page.unsent, typing: performance.now() - this._typedAt < 8000 }),
      on: {
        ...heard,
        moment: (told) => this._onTold(told, told.seq),
        forget: on.forget,
        checked: () => this._readNotes(),
      },
    });
    this._channel = "BroadcastChannel" in window ? new BroadcastChannel("wcafe") : null;
    if (this._channel) this._channel.onmessage = ({ data }) => this._onTab(data);
    this._listenToPage();
  }

  start() {
    this._isOn = true;
    this.restart();
    clearInterval(this._clock);
    this._clock = setInterval(() => this._look(), this._channel ? REREAD : 3000);
  }

  restart() {
    if (!this._isOn) return;
    this.wake();
    this.pulse.restart();
    this._openStream();
    this._readNotes();
  }

  stop() {
    this._isOn = false;
    clearInterval(this._clock);
    this._closeStream();
  }

  // There is something to send, or a reason to try again.
  wake() {
    if (!this._isOn) return;
    this.senders.forEach((sender) => sender.wake());
    this.tellTabs();
  }

  isTyping() {
    const was = this._typedAt;
    this._typedAt = performance.now();
    if (this._typedAt - was > 4000) this.pulse.soon();
  }

  tellTabs(what = "changed") {
    if (this._channel) this._channel.postMessage({ what });
  }

  // Is this draft in the field of another tab? One that does not answer at once has gone.
  isElsewhere(draft) {
    if (!this._channel) return Promise.resolve(false);
    return new Promise((resolve) => {
      this._asked = { draft, resolve };
      this._channel.postMessage({ what: "who", draft });
      setTimeout(() => resolve(false), 300);
    });
  }

  _onTab({ what, draft }) {
    const own = this.page.editor.draft;
    if (what === "changed") this.on.changed();
    if (what === "who" && own && own.id === draft) {
      this._channel.postMessage({ what: "mine", draft });
    }
    if (what === "mine" && this._asked && this._asked.draft === draft) this._asked.resolve(true);
  }

  _listenToPage() {
    const again = () => {
      if (document.hidden) return;
      this.wake();
      this.pulse.restart();
      this._openStream();
      this._readNotes();
    };
    addEventListener("online", again);
    addEventListener("pageshow", (event) => event.persisted && again());
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this._closeStream();
      else again();
    });
    addEventListener("pagehide", () => this.senders.forEach((sender) => sender.letGo().catch(() => {})));
    document.addEventListener("keydown", () => {
      if (this.isHeard || performance.now() - this._wokenAt < 1000) return;
      this._wokenAt = performance.now();
      this.wake();
      this.pulse.soon();
    });
  }

  _heard(isHeard) {
    if (isHeard && !this.isHeard) {
      this.wake();
      this._readNotes();
    }
    const isNew = this.isHeard !== isHeard;
    this.isHeard = isHeard;
    if (isNew) this.on.bar();
  }

  _news() {
    this.on.changed();
    this.tellTabs();
    this.pulse.soon();
  }

  _openStream() {
    const { device } = this.page;
    const token = device && !device.isDead && !document.hidden ? device.token : "";
    if (token === this._token && this._stream) return;
    this._closeStream();
    if (!token) return;
    this._token = token;
    this._stream = listen(token, {
      heard: () => this._heard(true),
      silent: () => this.pulse.soon(),
      tick: (told) => this._onTick(told),
    });
  }

  _closeStream() {
    if (this._stream) this._stream();
    this._stream = null;
    this._token = "";
  }

  _onTick({ moment, seq }) {
    if (moment && moment.event === this.page.event) this._onTold(moment, seq);
  }

  // By a hello too: where something on the way holds the stream back, notes come all the same.
  _onTold(moment, seq) {
    this.on.moment(moment);
    if (typeof seq !== "number" || seq === this._seq) return;
    this._seq = seq;
    this._readNotes();
  }

  _look() {
    if (!document.hidden) this._readNotes();
    this.on.changed();
  }

  // One after the other: an older answer never comes after a newer one.
  async _readNotes() {
    this._isToRead = this._isReading;
    if (this._isReading) return;
    this._isReading = true;
    try {
      await this._readOnce();
    } finally {
      this._isReading = false;
      if (this._isToRead) this._readNotes();
    }
  }

  async _readOnce() {
    const { device, table } = this.page;
    if (!device || device.isDead || !deviceFor([device], device.event, table)) return;
    try {
      const { status, told } = await ask("GET", "/api/v1/notes", { token: device.token });
      if (status === 401) await setAside(this.store, device.token);
      if (status === 200 && told.event === device.event && (await mergeNotes(this.store, told))) {
        this._isToRead = true; // once more, to be sure, before it is asked what became of them
        this.pulse.restart(1);
      }
      await this.page.strip.fetch(device);
      this.on.changed();
    } catch (failure) {
      if (!(failure instanceof NoAnswer)) throw failure;
    }
  }
}
