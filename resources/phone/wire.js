// Asking the computer, with a time-out for the whole of it. Whatever does not speak as our
// computer does — a captive portal, another laptop at the same address — has not answered.

const WIRE = 1;

export class NoAnswer extends Error {}

// Where this café may be reached: our own address first, then those it was served at before.
let places = [""];
let place = 0;

export function knowPlaces(origins) {
  const current = places[place];
  places = ["", ...(origins || []).filter((origin) => origin !== location.origin)];
  place = Math.max(0, places.indexOf(current));
}

export const currentPlace = () => places[place];

// Nobody answered at the place `tried`. Returns whether there is one that was not tried yet in
// this round: with the last one it is time for a pause.
export function tryAnotherPlace(tried) {
  if (places[place] !== tried) return true; // somebody else went on already
  place = (place + 1) % places.length;
  return place !== 0;
}

export const address = (path) => places[place] + path;

export function headers(token, type) {
  const all = { "X-Wcafe": "1" };
  if (token) all.Authorization = `Bearer ${token}`;
  if (type) all["Content-Type"] = type;
  return all;
}

// Returns {status, told, retryAfter}, `told` being the JSON of our computer. Raises NoAnswer.
export async function ask(method, path, { token, body, type = "application/json", seconds = 8 } = {}) {
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), seconds * 1000);
  try {
    const answer = await fetch(address(path), {
      method,
      headers: headers(token, body === undefined ? "" : type),
      body,
      signal: stop.signal,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
    });
    const told = JSON.parse(await answer.text());
    if (!told || told.wcafe !== WIRE) throw new NoAnswer("not our computer");
    return { status: answer.status, told, retryAfter: Number(answer.headers.get("Retry-After")) };
  } catch (failure) {
    throw failure instanceof NoAnswer ? failure : new NoAnswer(failure.message);
  } finally {
    clearTimeout(clock);
  }
}
