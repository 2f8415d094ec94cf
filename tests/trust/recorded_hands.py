"""What four people do to one harvest, recorded: the same edits for a seed, and their outcome.

Pure: it knows what a café says, and nothing of windows. Each note has words of its own, by which
it is known.
"""

import random
from dataclasses import dataclass, replace

SCRIBE, SECOND_SCRIBE, GROUPER, HEADLINES = range(4)
TABLES, ROUNDS = 12, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A note as it stands; table and round from 0."""

    text: str
    table: int
    round: int
    theme: str = ""
    is_lone: bool = False


@dataclass(frozen=True, slots=True)
class Harvest:
    """All that stands: notes by their words, and the names of themes."""

    notes: frozenset[Said] = frozenset()
    themes: frozenset[str] = frozenset()

    def of(self, text):
        return next(note for note in self.notes if note.text == text)

    def has(self, text):
        return any(note.text == text for note in self.notes)

    def put(self, text, /, **facts):
        """Return it with other facts of the note that says `text`."""
        note = self.of(text)
        return replace(self, notes=self.notes - {note} | {replace(note, **facts)})

    def without(self, *texts):
        return replace(self, notes=frozenset(n for n in self.notes if n.text not in texts))

    def under(self, theme):
        return sum(note.theme == theme for note in self.notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One edit of one hand. `text` says which note it is about, `words` what it is to say."""

    hand: int
    what: str
    text: str = ""
    words: str = ""
    theme: str = ""
    table: int = 0
    round: int = 0


def between(step, before):
    """Return what stands in the middle of a step that is two, such as an edit that is undone."""
    if step.what == "type and undo":
        return _typed(before, step)
    if step.what == "edit and undo":
        return before.put(step.text, text=step.words)
    if step.what == "file and undo":
        return before.put(step.text, theme=step.theme)
    if step.what == "both edit":
        return before.put(step.text, text=step.words)
    return None


def after(step, before):
    """Return what stands once `step` is done."""
    match step.what:
        case "type":
            return _typed(before, step)
        case "edit":
            return before.put(step.text, text=step.words)
        case "move":
            return before.put(step.text, table=step.table)
        case "delete":
            return before.without(step.text)
        case "lone":
            return before.put(step.text, is_lone=True)
        case "file":
            return before.put(step.text, theme=step.theme)
        case "file anew":
            return replace(
                before.put(step.text, theme=step.theme), themes=before.themes | {step.theme}
            )
        case "join":
            first, second = before.of(step.text), before.of(step.words)
            joined = replace(first, text=f"{first.text}\n{second.text}")
            rest = before.without(step.text, step.words)
            return replace(rest, notes=rest.notes | {joined})
        case "name":
            return replace(before, themes=before.themes | {step.theme})
        case "rename":
            notes = frozenset(
                replace(n, theme=step.words) if n.theme == step.theme else n for n in before.notes
            )
            return Harvest(notes, before.themes - {step.theme} | {step.words})
        case "both edit":
            note = before.of(step.text)
            edited = before.put(step.text, text=step.words)
            second = replace(note, text=f"{step.words}, the other hand")
            return replace(edited, notes=edited.notes | {second})
    return before  # what is done and undone


def _typed(before, step):
    note = Said(text=step.text, table=step.table, round=step.round)
    return replace(before, notes=before.notes | {note})


_WISHES = {
    SCRIBE: (("type", 10), ("edit", 4), ("move", 1), ("delete", 1), ("edit and undo", 1)),
    SECOND_SCRIBE: (("type", 9), ("edit", 3), ("join", 1), ("lone", 1), ("type and undo", 1)),
    GROUPER: (("file", 8), ("file anew", 1), ("file and undo", 1), ("edit", 1), ("both edit", 1)),
    HEADLINES: (("name", 1), ("rename", 1)),
}
_SHARES = (4, 4, 3, 1)  # how much of it each hand does


class Recording:
    """Writes the hands down, each step such as it can be done then."""

    def __init__(self, seed):
        self._chance = random.Random(seed)
        self._number = 0
        self.harvest = Harvest()

    def next(self):
        while (step := self._wish()) is None:
            pass
        self.harvest = after(step, self.harvest)
        return step

    def _wish(self):
        hand = self._chance.choices(range(4), _SHARES)[0]
        kinds, shares = zip(*_WISHES[hand], strict=True)
        what = self._chance.choices(kinds, shares)[0]
        self._number += 1
        words = f"Thought {self._number} of hand {hand + 1}"
        table, round_ = self._chance.randrange(TABLES), self._chance.randrange(ROUNDS)
        theme = f"Theme {self._number}"
        known = self._one(sorted(self.harvest.themes))
        if what in ("type", "type and undo"):
            return Step(hand=hand, what=what, text=words, table=table, round=round_)
        if what == "name":
            return Step(hand=hand, what=what, theme=theme)
        if what == "rename":
            return Step(hand=hand, what=what, theme=known, words=theme) if known else None
        return self._about_a_note(hand, what, words, table, known if "anew" not in what else theme)

    def _about_a_note(self, hand, what, words, table, theme):
        chosen = self._one(sorted(self.harvest.notes, key=lambda note: note.text))
        if chosen is None or (what.startswith("file") and theme in (None, chosen.theme)):
            return None
        if (what == "move" and table == chosen.table) or (what == "lone" and chosen.is_lone):
            return None
        if what in ("both edit", "file anew", "join") and (chosen.theme or chosen.is_lone):
            return None
        if what == "join":
            place = (chosen.table, chosen.round)
            others = [n for n in self.harvest.notes if (n.table, n.round) == place and n != chosen]
            other = self._one(sorted(others, key=lambda note: note.text))
            if other is None or other.is_lone or other.theme:
                return None
            words = other.text
        return Step(
            hand=hand, what=what, text=chosen.text, words=words, theme=theme or "", table=table
        )

    def _one(self, things):
        return self._chance.choice(things) if things else None


def recorded(steps, seed=13):
    """Return so many steps, each with what stood before it, and what stands at the end."""
    recording = Recording(seed)
    written = []
    for _step in range(steps):
        before = recording.harvest
        written.append((recording.next(), before))
    return written, recording.harvest
