// "Is this what you said?": the sentences that rest on the table's notes, and what it says to them.

import { addVerdict } from "./beside_notes.js";
import { verdictKey } from "./outbox.js";
import { button, find, make, show, showList } from "./dom.js";
import { sha256 } from "./sha256.js";
import { NoAnswer, ask } from "./wire.js";
import { SAVED } from "./shown.js";
import { stateOf } from "./cards.js";
import { say } from "./words.js";

const ANSWERS = [
  ["yes", () => say("✔ Yes, that is it")],
  ["amend", () => say("To amend…")],
  ["not_ours", () => say("Not ours")],
];

const hashOf = (statement) => statement.hash || sha256(statement.text);

export class Strip {
  constructor(store, { on }) {
    Object.assign(this, { store, on });
    this.statements = [];
    this._amended = null; // the statement whose amendment is being written
  }

  async fetch(device) {
    try {
      const { status, told } = await ask("GET", "/api/v1/strip", { token: device.token });
      if (status === 200 && Array.isArray(told.statements)) this.statements = told.statements;
    } catch (failure) {
      if (!(failure instanceof NoAnswer)) throw failure;
    }
  }

  // Shows those of `table`; what was answered here counts before it is at the computer.
  show({ ops, verdicts, waiting: far }, event, table) {
    this._place = { event, table };
    const asked = this.statements.filter((each) => (each.table || table) === table);
    const waiting = new Map(
      ops.filter((op) => op.what === "verdict" && op.table === table).map((op) => [op.statement, op]),
    );
    const shown = asked.map((each) => {
      const op = waiting.get(each.id);
      const isOurs = op && (!each.hash || op.sentence === each.hash);
      const said = each.verdict || verdicts.get(verdictKey(each.id, table, hashOf(each)));
      return { ...each, verdict: isOurs ? op.verdict : said, far: isOurs ? far : SAVED };
    });
    show(find("asked"), shown.length > 0);
    showList(find("statements"), shown, {
      key: (each) => each.id,
      mark: (each) => [each.text, each.verdict, each.far, each.id === this._amended],
      draw: (each) => this._draw(each),
    });
  }

  _draw(each) {
    const card = make("li", { class: "card statement" });
    const text = make("p", { class: "said", dir: "auto", text: each.text });
    card.append(text);
    if (each.verdict) {
      card.append(make("p", { class: "meta" }, stateOf(each.far)));
    }
    const buttons = ANSWERS.map(([verdict, label]) =>
      button(label(), () => this._answer(each, verdict), {
        "aria-pressed": String(each.verdict === verdict),
      }),
    );
    card.append(make("div", { class: "acts", role: "group", "aria-label": each.text }, ...buttons));
    if (this._amended === each.id) card.append(this._amendment(each));
    return card;
  }

  _amendment(each) {
    const field = make("textarea", { rows: "3", maxlength: "2000", id: "amendment" });
    field.value = each.words || each.text;
    const label = make("label", { for: "amendment", text: say("How should it be said?") });
    const keep = async () => {
      this._amended = null;
      await this._keep(each, "amend", field.value.trim());
    };
    return make("div", { class: "amendment" }, label, field, button(say("Send"), keep));
  }

  async _answer(each, verdict) {
    this._amended = verdict === "amend" ? each.id : null;
    if (verdict === "amend") {
      this.on.changed();
      return;
    }
    await this._keep(each, verdict, "");
  }

  async _keep(each, verdict, text) {
    const { event, table } = this._place;
    const sentence = hashOf(each);
    await addVerdict(this.store, { event, table, statement: each.id, sentence, verdict, text });
    each.verdict = verdict;
    each.words = text;
    this.on.changed();
  }
}
