// Sends what waits, one at a time and for ever: time-outs, growing pauses, and of several tabs one.

import { dropOp, freeze, isAck, refuseOp, renewOp, sendable, settleOp } from "./outbox.js";
import { NoAnswer, ask, currentPlace, tryAnotherPlace } from "./wire.js";
import { deviceFor, readDevices, setAside } from "./devices.js";

const LEASE = 5000; // milliseconds for which one tab sends alone
const LONGEST_PAUSE = 30; // seconds
const NEEDS_PERSON = [400, 403, 413, 415, 422];

export class Sender {
  // `whats` are the kinds of operation it sends. `on` is told: changed(), answered(), silent().
  constructor(store, { name, whats, seconds, tab, on }) {
    Object.assign(this, { store, name, whats, seconds, tab, on });
    this._failures = 0;
    this._later = new Map(); // operation -> when it may be tried again, by the clock of the page
    this._alarm = null;
    this._runs = false;
    this._again = false;
  }

  // There is news, or a reason to believe that the computer can be reached: try at once.
  wake() {
    this._failures = 0;
    this._run();
  }

  async _run() {
    this._again = this._runs;
    if (this._runs) return;
    this._runs = true;
    clearTimeout(this._alarm);
    let pause = 5;
    try {
      pause = await this._sendAll();
    } finally {
      this._runs = false;
      if (this._again) this._run();
      else this._alarm = setTimeout(() => this._run(), pause * 1000);
    }
  }

  // Returns the seconds after which to look again.
  async _sendAll() {
    for (;;) {
      const next = await this._next();
      if (!next) return 3;
      if (!(await this._hasLease())) return 2;
      next.place = currentPlace();
      const answered = await this._send(next);
      if (!answered) {
        this._again = false;
        this.on.silent();
        if (tryAnotherPlace(next.place)) return 0.2;
        this._failures += 1;
        const pause = Math.min(LONGEST_PAUSE, 2 ** (this._failures - 1));
        return pause * (0.5 + Math.random() / 2);
      }
      this._failures = 0;
      this.on.answered();
    }
  }

  async _next() {
    const { ops, devices } = await this.store.read(async (t) => ({
      ops: await t.all("ops"),
      devices: await readDevices(t),
    }));
    const now = performance.now();
    for (const op of sendable(ops.filter((each) => this.whats.includes(each.what)))) {
      const device = deviceFor(devices, op.event, op.table);
      if (device && (this._later.get(op.op) || 0) <= now) return { n: op.n, device };
    }
    return null;
  }

  async _send({ n, device }) {
    const op = await freeze(this.store, n);
    if (!op) return true;
    const { path, body, type } = await this._request(op);
    if (body === null) {
      await refuseOp(this.store, n, 0, "");
      return true;
    }
    let answer;
    try {
      answer = await ask("PUT", path, { token: device.token, body, type, seconds: this.seconds });
    } catch (failure) {
      if (failure instanceof NoAnswer) return false;
      throw failure;
    }
    return this._take(op, device, answer);
  }

  async _request(op) {
    if (op.what === "verdict") return { path: `/api/v1/strip/${op.statement}`, body: op.body };
    if (op.what === "note") return { path: `/api/v1/notes/${op.lane}`, body: op.body };
    const photo = await this.store.read((t) => t.get("bytes", op.photo));
    const query = `round=${op.round}&table=${op.table}&op=${op.op}`;
    const path = `/api/v1/photos/${op.photo}?${query}`;
    return { path, body: (photo && photo.bytes) || null, type: "image/jpeg" };
  }

  // What each status means (TRUST.md 4.2). Returns whether our computer has answered.
  async _take(op, device, { status, told, retryAfter }) {
    if (status === 200) {
      if (told.event !== op.event) return false; // another café at the same address
      if (isAck(op, told)) await settleOp(this.store, op.n, told);
      else this._tryLater(op, 5);
    } else if (status === 401) {
      await setAside(this.store, device.token);
    } else if (status === 409 || (op.what === "verdict" && told.error === "not_here")) {
      // a sentence that was written anew is asked about anew, one that is gone is not; else the
      // name was taken
      if (op.what === "verdict") await dropOp(this.store, op.n);
      else await renewOp(this.store, op.n);
    } else if (NEEDS_PERSON.includes(status) && told.error !== "foreign") {
      await refuseOp(this.store, op.n, status, told.why || "");
    } else {
      this._tryLater(op, retryAfter > 0 ? retryAfter : 5);
    }
    this.on.changed();
    return true;
  }

  _tryLater(op, seconds) {
    this._later.set(op.op, performance.now() + Math.min(seconds, 60) * 1000);
  }

  _hasLease() {
    return this.store.write(async (t) => {
      const key = `lease:${this.name}`;
      const lease = await t.get("meta", key);
      const now = Date.now();
      const isTaken = lease && lease.tab !== this.tab && lease.until > now;
      if (isTaken && lease.until < now + 2 * LEASE) return false; // later than that: a clock jumped
      if (!lease || lease.tab !== this.tab || lease.until < now + LEASE / 2) {
        await t.put("meta", { key, tab: this.tab, until: now + LEASE });
      }
      return true;
    });
  }

  // The page goes: another tab need not wait.
  async letGo() {
    await this.store.write(async (t) => {
      const lease = await t.get("meta", `lease:${this.name}`);
      if (lease && lease.tab === this.tab) await t.drop("meta", `lease:${this.name}`);
    });
  }
}
