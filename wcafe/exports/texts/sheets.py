"""A sheet a theme, to be handed on: what it is, where it came from, who to ask, how to do it."""

from collections.abc import Iterator
from dataclasses import replace

from wcafe.domain.notes import Note
from wcafe.domain.synthesis import mark_of
from wcafe.exports.texts.document import Block, Look, NewPage, TextDocument
from wcafe.exports.texts.places import Apart, ThemeNotes, places_of
from wcafe.exports.texts.synthesis import credits_of, dissent, how_many, statements, text_of
from wcafe.exports.texts.telling import Telling, telling_of
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot


def theme_sheets(snapshot: Snapshot, words: Words) -> TextDocument:
    """Return a sheet a theme, each with all of its notes, so that one can be handed on alone.

    A note that lies in two themes stands on both sheets, and once on each.
    """
    telling = telling_of(snapshot, words)
    blocks: list[Block] = []
    for place, each in enumerate(telling.places.themes, start=1):
        blocks += [NewPage()] if blocks else []
        blocks += _sheet(telling, place, each)
    if not blocks:
        said = words.gettext("Nobody has put notes into themes yet, so there is no sheet.")
        blocks.append(telling.voice.paragraph(said, Look.LEAD))
    blocks += [*_withheld(telling), *credits_of(telling)]
    return text_of(telling, words.gettext("Theme sheets"), blocks)


def _sheet(whole: Telling, place: int, each: ThemeNotes) -> Iterator[Block]:
    """Yield the sheet of a theme, whose `place` counts from 1."""
    _ = whole.words.gettext
    theme, notes = each.theme, _notes_of(whole, each)
    telling = replace(whole, places=places_of(notes, [theme]), prefix=f"t{place}-")
    (told,) = telling.places.themes
    voice = telling.voice
    mark = mark_of(theme, place - 1)
    yield voice.heading(f"{place} · {theme.name}", f"t{place}", mark=mark)
    yield voice.heading(_("What it is"), f"t{place}-what", level=2)
    if theme.headline:
        yield voice.paragraph(theme.headline, Look.LEAD)
    yield from statements(telling, place, theme)
    if not theme.headline and not theme.statements:
        yield voice.paragraph(_("Nobody has put it into a sentence yet."))
    yield voice.heading(_("Where it came from"), f"t{place}-from", level=2)
    yield voice.paragraph(how_many(telling, notes), Look.CAPTION)
    yield from map(telling.quote, told.quoted)
    if told.here:
        yield telling.listed(told.here)
    yield voice.heading(_("Who to ask"), f"t{place}-who", level=2)
    yield from _who_to_ask(telling)
    yield voice.heading(_("How to do it"), f"t{place}-how", level=2)
    if actions := telling.places.apart[Apart.ACTIONS]:
        yield telling.actions(actions)
    else:
        yield voice.paragraph(_("No action has been noted yet."))
    if open_ := list(dissent(telling, f"t{place}-", level=3)):
        yield voice.heading(_("What is open and what was said against it"), f"t{place}-open", 2)
        yield from open_


def _notes_of(telling: Telling, each: ThemeNotes) -> list[Note]:
    """Return the notes filed under a theme, and those that are told under it with their parent."""
    filed = [telling.standing[note] for note in each.theme.notes if note in telling.standing]
    return [*filed, *(note for note in each.here if note.id not in set(each.theme.notes))]


def _who_to_ask(telling: Telling) -> Iterator[Block]:
    _ = telling.words.gettext
    voice, organiser = telling.voice, telling.snapshot.cafe.organiser
    who = dict.fromkeys(note.who for note in telling.places.apart[Apart.ACTIONS] if note.who)
    if who:
        sentence = _("Who takes something on: {names}.")
        yield voice.paragraph(sentence.format(names=", ".join(who)))
    if organiser:
        yield voice.paragraph(_("Contact: {organiser}.").format(organiser=organiser))
    if not who and not organiser:
        yield voice.paragraph(_("Nobody is named here."))


def _withheld(telling: Telling) -> Iterator[Block]:
    if telling.withheld:
        yield telling.voice.paragraph(telling.withheld, Look.CAPTION)
