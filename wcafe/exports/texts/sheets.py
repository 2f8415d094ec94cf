"""A sheet a theme, to be handed on: what it is, where it came from, who to ask, how to do it."""

from collections.abc import Iterator
from dataclasses import replace

from wcafe.domain.agreement import is_agreed
from wcafe.domain.nesting import with_children
from wcafe.domain.notes import Note
from wcafe.domain.placing import Chapter, place_notes
from wcafe.domain.synthesis import Theme, mark_of
from wcafe.exports.texts.actions import action_table
from wcafe.exports.texts.document import Block, Look, NewPage, TextDocument
from wcafe.exports.texts.feedback import statements
from wcafe.exports.texts.organiser import contacts, licence
from wcafe.exports.texts.synthesis import dissent, how_many, text_of
from wcafe.exports.texts.telling import Telling, telling_of
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot


def theme_sheets(snapshot: Snapshot, words: Words) -> TextDocument:
    """Return a sheet a theme, each with all of its notes, so that one can be handed on alone.

    A note that lies in two themes stands on both sheets, and once on each.
    """
    telling = telling_of(snapshot, words)
    blocks: list[Block] = []
    for place, placed in enumerate(telling.placing.themes, start=1):
        blocks += [NewPage(), *_sheet(telling, place, placed.theme)]
    if not blocks:
        said = words.gettext("Nobody has put notes into themes yet, so there is no sheet.")
        blocks.append(telling.voice.paragraph(said, Look.LEAD))
    if telling.withheld:
        blocks.append(telling.voice.paragraph(telling.withheld, Look.CAPTION))
    blocks += licence(telling)
    return replace(text_of(telling, words.gettext("Theme sheets"), blocks), listed=1)


def _sheet(whole: Telling, place: int, theme: Theme) -> Iterator[Block]:
    """Yield the sheet of a theme, whose `place` counts from 1."""
    _ = whole.words.gettext
    notes = _notes_of(whole, theme)
    placing = place_notes(notes, [theme], whole.snapshot.opposed)
    telling = replace(whole, placing=placing, prefix=f"t{place}-")
    voice, mark = telling.voice, mark_of(theme, place - 1)
    yield voice.heading(f"{place} · {theme.name}", f"t{place}", mark=mark)
    yield voice.heading(_("What it is"), f"t{place}-what", level=2)
    if theme.headline:
        yield voice.paragraph(theme.headline, Look.LEAD)
    yield from statements(telling, place, theme)
    if not theme.headline and not theme.statements:
        yield voice.paragraph(_("Nobody has put it into a sentence yet."))
    yield voice.heading(_("Where it came from"), f"t{place}-from", level=2)
    yield voice.paragraph(how_many(telling, notes), Look.CAPTION)
    for placed in placing.themes:
        yield from map(telling.quote, placed.quotes)
        if placed.groups:
            yield telling.points(nested for group in placed.groups for nested in group.notes)
    yield voice.heading(_("Who to ask"), f"t{place}-who", level=2)
    yield from _who_to_ask(telling)
    yield voice.heading(_("How to do it"), f"t{place}-how", level=2)
    if actions := placing.of(Chapter.ACTION):
        yield action_table(telling, actions)
    else:
        yield voice.paragraph(_("No action has been noted yet."))
    if dissent_ := list(dissent(telling, f"t{place}-", level=3)):
        yield voice.heading(_("What is open, and what pulls apart"), f"t{place}-open", level=2)
        yield from dissent_


def _notes_of(whole: Telling, theme: Theme) -> list[Note]:
    """Return the notes that a theme holds, and what belongs to them and is in no theme."""
    notes = whole.standing.values()
    filed = {note for placed in whole.placing.themes for note in placed.theme.notes}
    left_out = filed.difference(theme.notes)
    wanted = with_children(theme.notes, notes)
    return [note for note in notes if note.id in wanted and note.id not in left_out]


def _who_to_ask(telling: Telling) -> Iterator[Block]:
    """Yield who takes on an action and agreed to be named, and where to write to."""
    _ = telling.words.gettext
    actions = (note for nested in telling.placing.of(Chapter.ACTION) for note, _depth in nested)
    named = dict.fromkeys(note.who for note in actions if is_agreed(note.who, telling.agreed))
    if named:
        sentence = _("Who takes something on: {names}.")
        yield telling.voice.paragraph(sentence.format(names=", ".join(named)))
    asked = list(contacts(telling))
    yield from asked
    if not named and not asked:
        yield telling.voice.paragraph(_("Nobody is named here."))
