// What the computer tells while it runs: one stream read by fetch, which can send our token.

import { address, headers } from "./wire.js";

const SILENCE = 25000; // milliseconds: the computer says something every ten seconds

// Listens until the returned function is called. `on` is told: tick(data), heard(), silent().
export function listen(token, on) {
  let isOver = false;
  let stop = null;
  let alarm = null;
  let failures = 0;

  const again = () => {
    if (isOver) return;
    const pause = Math.min(30, 2 ** failures++) * (0.5 + Math.random() / 2);
    alarm = setTimeout(run, pause * 1000);
  };

  async function run() {
    stop = new AbortController();
    let clock = setTimeout(() => stop.abort(), 8000);
    try {
      const answer = await fetch(address("/api/v1/live"), {
        headers: headers(token),
        signal: stop.signal,
        cache: "no-store",
        credentials: "omit",
      });
      const type = answer.headers.get("Content-Type") || "";
      if (!answer.ok || !type.startsWith("text/event-stream")) throw new Error("no stream");
      failures = 0;
      const reader = answer.body.getReader();
      const decoder = new TextDecoder();
      let waiting = "";
      for (;;) {
        clearTimeout(clock);
        clock = setTimeout(() => stop.abort(), SILENCE);
        const { done, value } = await reader.read();
        if (done) break;
        on.heard();
        waiting = takeEvents(waiting + decoder.decode(value, { stream: true }), on.tick);
      }
    } catch (_cut) {
      if (!isOver) on.silent();
    } finally {
      clearTimeout(clock);
      again();
    }
  }

  run();
  return () => {
    isOver = true;
    clearTimeout(alarm);
    if (stop) stop.abort();
  };
}

// Hands over each whole event; returns what is not whole yet.
export function takeEvents(text, tick) {
  const blocks = text.replace(/\r\n/g, "\n").split("\n\n");
  const rest = blocks.pop();
  for (const block of blocks) {
    const lines = block.split("\n");
    const told = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5));
    if (!lines.includes("event: tick") || !told.length) continue;
    try {
      tick(JSON.parse(told.join("\n")));
    } catch (_notOurs) {
      // half a line of somebody else
    }
  }
  return rest;
}
