// What the sheets of the café ask for: under the question, and under which of it a note stands.

import { find, make, refill, setText, show } from "./dom.js";
import { say } from "./words.js";

const SHORT = 90; // signs: two lines of a phone

export class Prompts {
  // `on.chosen(prompt)` hears under which one the note is to stand, "" for none.
  constructor({ on }) {
    find("prompt").addEventListener("change", (event) => on.chosen(event.target.value));
  }

  // `current` is that of the note in the field: it may be one that the café asks for no more.
  show(prompts, current) {
    const told = say("Prompts: {prompts}", { prompts: prompts.join(" · ") });
    const isShort = told.length <= SHORT;
    show(find("prompts-short"), prompts.length > 0 && isShort);
    setText(find("prompts-short"), told);
    show(find("prompts-long"), prompts.length > 0 && !isShort);
    fill(find("prompt-list"), prompts, () => prompts.map((text) => make("li", { dir: "auto", text })));
    const known = new Set(["", ...prompts, current]);
    show(find("prompt-line"), known.size > 1);
    fill(find("prompt"), [...known], () =>
      [...known].map((value) => make("option", { value, text: value || say("Under no prompt") })),
    );
    find("prompt").value = current;
  }
}

function fill(piece, said, draw) {
  if (piece.dataset.said === JSON.stringify(said)) return;
  piece.dataset.said = JSON.stringify(said);
  refill(piece, ...draw());
}

// One that is not there any more was renamed, where another one has its place; else it is gone.
export function followPrompt(prompt, before, now) {
  if (!prompt || now.includes(prompt)) return prompt;
  const renamed = now[before.indexOf(prompt)];
  return before.length === now.length && renamed && !before.includes(renamed) ? renamed : "";
}
