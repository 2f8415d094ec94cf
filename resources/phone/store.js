// What the phone keeps: IndexedDB, one transaction a change, durable when `write` returns.
// Where the browser gives us none, the memory of the page, and whoever asks is told so.

const KEYS = { notes: "id", ops: "n", photos: "id", bytes: "id", drafts: "id", meta: "key" };
export const NAMES = Object.keys(KEYS);

const SLOWEST = 10000; // milliseconds: a database that is not open by then never will be

export async function openStore({ onMemory = () => {} } = {}) {
  const store = new Store(onMemory);
  try {
    const late = new Promise((_never, reject) => setTimeout(reject, SLOWEST, new Error("hangs")));
    await Promise.race([store.read((t) => t.get("meta", "devices")), late]);
  } catch (_noDatabase) {
    await store.fallBack({ isReadable: false });
  }
  return store;
}

class Store {
  constructor(onMemory) {
    this._kept = new Database("wcafe");
    this._onMemory = onMemory;
    this.isMemory = false;
  }

  read(work) {
    return this._kept.run("readonly", work);
  }

  // Runs `work(t)` in one transaction; what it returns comes once all of it is on the disk. What
  // may as well fail for want of room (`isSpare`) does so, and all else stays where it is.
  async write(work, { isSpare = false } = {}) {
    try {
      return await this._kept.run("readwrite", work);
    } catch (failure) {
      if (this.isMemory || isSpare || !(failure instanceof DOMException)) throw failure;
      await this.fallBack();
      return this._kept.run("readwrite", work);
    }
  }

  // From here on all is kept in memory alone, with whatever can still be read.
  async fallBack({ isReadable = true } = {}) {
    const memory = new Memory();
    try {
      if (!isReadable) throw new Error("nothing to read");
      await this._kept.run("readonly", async (t) => {
        for (const name of NAMES) memory.fill(name, await t.all(name));
      });
    } catch (_nothingToRead) {
      // then there is nothing to take over
    }
    this._kept = memory;
    this.isMemory = true;
    this._onMemory();
  }
}

class Database {
  constructor(name) {
    this._name = name;
    this._open = null;
  }

  async run(mode, work) {
    try {
      return await this._once(mode, work);
    } catch (failure) {
      if (!(failure instanceof DOMException)) throw failure;
      this._open = null; // the browser closed it under us: open it anew and do it once more
      return this._once(mode, work);
    }
  }

  async _once(mode, work) {
    const database = await this._ready();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(NAMES, mode, { durability: "strict" });
      let result;
      let failure = null;
      transaction.oncomplete = () => resolve(result);
      transaction.onabort = () =>
        reject(failure || transaction.error || new DOMException("aborted", "AbortError"));
      work(new Collections(transaction)).then(
        (value) => (result = value),
        (why) => {
          failure = why;
          try {
            transaction.abort();
          } catch (_isOver) {
            reject(why);
          }
        },
      );
    });
  }

  _ready() {
    this._open = this._open || openDatabase(this._name, () => (this._open = null));
    this._open.catch(() => (this._open = null));
    return this._open;
  }
}

function openDatabase(name, onClose) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const store of NAMES) {
        const options = { keyPath: KEYS[store], autoIncrement: KEYS[store] === "n" };
        request.result.createObjectStore(store, options);
      }
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.onclose = onClose;
      request.result.onversionchange = () => {
        request.result.close();
        onClose();
      };
      resolve(request.result);
    };
  });
}

class Collections {
  constructor(transaction) {
    this._transaction = transaction;
  }

  get(name, key) {
    return this._ask(name, (store) => store.get(key));
  }

  all(name) {
    return this._ask(name, (store) => store.getAll());
  }

  put(name, value) {
    return this._ask(name, (store) => store.put(value));
  }

  drop(name, key) {
    return this._ask(name, (store) => store.delete(key));
  }

  clear(name) {
    return this._ask(name, (store) => store.clear());
  }

  _ask(name, ask) {
    return new Promise((resolve, reject) => {
      const request = ask(this._transaction.objectStore(name));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
}

// The same collections in the page's own memory, one change after the other.
class Memory {
  constructor() {
    this._maps = Object.fromEntries(NAMES.map((name) => [name, new Map()]));
    this._next = 1;
    this._turn = Promise.resolve();
  }

  fill(name, values) {
    for (const value of values) this.put(name, value);
  }

  run(_mode, work) {
    const result = this._turn.then(() => work(this));
    this._turn = result.catch(() => {});
    return result;
  }

  async get(name, key) {
    return copyOf(this._maps[name].get(key));
  }

  async all(name) {
    return [...this._maps[name].values()].map(copyOf);
  }

  async put(name, value) {
    const kept = copyOf(value);
    if (name === "ops") {
      kept.n = kept.n || this._next;
      this._next = Math.max(this._next, kept.n + 1);
    }
    this._maps[name].set(kept[KEYS[name]], kept);
    return kept[KEYS[name]];
  }

  async drop(name, key) {
    this._maps[name].delete(key);
  }

  async clear(name) {
    this._maps[name].clear();
  }
}

const copyOf = (value) => (value && typeof value === "object" ? { ...value } : value);
