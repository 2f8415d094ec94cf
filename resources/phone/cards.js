// The notes of the table, each with how far it came and what can be done with it.

import { button, make, showList, timeOf } from "./dom.js";
import { HELD, KEPT, NEEDS, SAVED } from "./shown.js";
import { say } from "./words.js";

export const SAYS = {
  [KEPT]: () => say("kept on this phone"),
  [HELD]: () => say("in this page only"),
  [SAVED]: () => say("saved by the computer"),
  [NEEDS]: () => say("needs you"),
};
const SIGNS = { [KEPT]: "◔", [HELD]: "!", [SAVED]: "✓", [NEEDS]: "!" };

export function stateOf(state) {
  const sign = make("span", { "aria-hidden": "true", text: SIGNS[state] });
  return make("span", { class: `state ${state}` }, sign, ` ${SAYS[state]()}`);
}

export function lineOf(facts, shown) {
  const said = facts.filter(Boolean).map((fact) => `${fact} · `);
  return make("p", { class: "meta" }, ...said, stateOf(shown.state));
}

// `acts` are edit, remove, retry and copy, each given the note.
export function showNotes(list, notes, { kinds, round, acts, edited }) {
  const labels = new Map(kinds.map(({ kind, label }) => [kind, label]));
  showList(list, notes, {
    key: (note) => note.id,
    mark: (note) => [
      note.text, note.kind, note.prompt, note.round, note.state, note.why, note.op, note.rev, note.late,
      note.id === edited, labels.get(note.kind), round, note.conflict_of,
    ],
    draw: (note) => drawNote(note, { labels, round, acts, isEdited: note.id === edited }),
  });
}

function drawNote(note, { labels, round, acts, isEdited }) {
  const where = note.round === round ? "" : say("Round {number}", { number: note.round });
  const late = note.late ? say("came in after the round") : "";
  const facts = [labels.get(note.kind), where, timeOf(note.created), late];
  const name = { "aria-label": note.text.slice(0, 80) };
  const buttons = [
    button(say("Edit"), () => acts.edit(note)),
    button(say("Delete"), () => acts.remove(note)),
  ];
  const card = make(
    "li",
    { class: `card kind-${note.kind || "none"}${isEdited ? " edited" : ""}` },
    ...(note.prompt ? [make("p", { class: "meta prompt", dir: "auto", text: note.prompt })] : []),
    make("p", { class: "said", dir: "auto", text: note.text }),
    lineOf(facts, note),
  );
  if (note.conflict_of) {
    const told = say("Somebody else changed this note at the same time: both versions are kept.");
    card.append(make("p", { class: "meta", text: told }));
  }
  if (note.state === NEEDS) {
    const told = note.why || say("The computer cannot take this note as it is.");
    card.append(make("p", { class: "why", text: told }));
    buttons.push(button(say("Copy the text"), () => acts.copy(note)));
    buttons.push(button(say("Try again"), () => acts.retry(note)));
  }
  card.append(make("div", { class: "acts", role: "group", ...name }, ...buttons));
  return card;
}

export function showUnfinished(list, drafts, goOn) {
  showList(list, drafts, {
    key: (draft) => draft.id,
    mark: (draft) => [draft.text],
    draw: (draft) =>
      make(
        "li",
        { class: "card unfinished" },
        make("p", { class: "said", dir: "auto", text: draft.text }),
        lineOf([say("not added yet")], { state: KEPT }),
        make("div", { class: "acts" }, button(say("Go on writing"), () => goOn(draft))),
      ),
  });
}
