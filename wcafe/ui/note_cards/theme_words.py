"""What is said of themes that were merged or removed: what went, and where it is now."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.theme_shaping import loses_headline
from wcafe.ui.words import _, figure, ngettext


def say_filed(
    notes: Collection[NoteId], into: ThemeId | None, before: Sequence[Theme], after: Sequence[Theme]
) -> str:
    """Say what people may not expect when `notes` go into a theme, or into none; else nothing.

    They may lie in other themes still, or have left several themes at once.
    """
    asked = set(notes)
    if into is None:
        left = [theme.name for theme in after if asked.intersection(theme.notes)]
        still = {note for theme in after for note in asked.intersection(theme.notes)}
        words = ngettext(
            "{number} note stays in {themes}.", "{number} notes stay in {themes}.", len(still)
        )
        names = ", ".join(_("“{name}”").format(name=name) for name in left)
        return words.format(number=figure(len(still)), themes=names) if still else ""
    homes = Counter(note for theme in before for note in asked.intersection(theme.notes))
    homes_now = Counter(note for theme in after for note in asked.intersection(theme.notes))
    moved = sum(homes[note] > 1 and homes_now[note] == 1 for note in asked)
    words = ngettext(
        "{number} note has left the several themes it was in.",
        "{number} notes have left the several themes they were in.",
        moved,
    )
    return words.format(number=figure(moved)) if moved else ""


def say_merged(gone: Theme, kept: Theme) -> str:
    """Say that `gone` is now part of `kept`, as both were before."""
    told = _("“{theme}” is now part of “{other}”: {held}.").format(
        theme=gone.name, other=kept.name, held=say_held(gone)
    )
    if loses_headline(gone, kept):
        kept_words = _("Its headline is kept as a statement: “{headline}”.")
        told = f"{told} {kept_words.format(headline=gone.headline)}"
    return told


def say_removed(gone: Theme, left: Iterable[Theme]) -> str:
    """Say what went with a theme, and how many of its notes are in none of those `left`."""
    held = {note for theme in left for note in theme.notes}
    unsorted, said = sum(note not in held for note in gone.notes), len(gone.statements)
    told = _("Theme “{name}” was removed.").format(name=gone.name)
    if said:
        words = ngettext(
            "Theme “{name}” and its statement were removed.",
            "Theme “{name}” and its {number} statements were removed.",
            said,
        )
        told = words.format(name=gone.name, number=figure(said))
    sentences = [told]
    if unsorted:
        words = ngettext(
            "{number} note is to be sorted again.",
            "{number} notes are to be sorted again.",
            unsorted,
        )
        sentences.append(words.format(number=figure(unsorted)))
    return " ".join(sentences)


def say_held(theme: Theme) -> str:
    """Say what a theme holds, as “12 notes, 1 statement”."""
    notes, said = len(theme.notes), len(theme.statements)
    facts = [ngettext("{number} note", "{number} notes", notes).format(number=figure(notes))]
    if said:
        words = ngettext("{number} statement", "{number} statements", said)
        facts.append(words.format(number=figure(said)))
    return ", ".join(facts)
