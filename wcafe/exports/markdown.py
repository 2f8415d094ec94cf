"""The harvest as Markdown that any reader shows the same, and that no note can break."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from textwrap import indent

from wcafe.domain.kinds import Labels, kind_name
from wcafe.domain.marks import table_title
from wcafe.domain.nesting import in_order_of_parents
from wcafe.domain.note_fields import facts_in_words
from wcafe.domain.notes import Note, has_kinds
from wcafe.domain.typography import with_hard_spaces
from wcafe.domain.withheld import withheld_in_words
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot
from wcafe.written import long_day

_INLINE = re.compile(r"([\\`*_\[\]|~])")
_TAG = re.compile(r"<([^<>]*)>")
_AT_LINE_START = re.compile(r"^(\s*\d{0,9})([#\-+=.)>])", re.MULTILINE)
_INDENT = " " * 4  # of a point below another one: what every reader takes for one


def harvest_markdown(snapshot: Snapshot, words: Words) -> str:
    """Return title, questions, themes and every note, table by table; no author of any.

    Notes that are withheld are counted with the reasons, and not told. A note that belongs to
    another one is a point below it, wherever both stand in the same list.
    """
    _ = words.gettext
    withheld = withheld_in_words(snapshot.notes, words)
    snapshot = snapshot.handed_out
    cafe = snapshot.cafe
    say = partial(_shown, language=cafe.language)
    lines = [f"# {say(cafe.title)}", ""]
    if cafe.day or cafe.place:
        day = long_day(cafe.day, cafe.language) if cafe.day else ""
        lines += [" · ".join(filter(None, (say(cafe.place), say(day)))), ""]
    if cafe.purpose:
        lines += [say(cafe.purpose), ""]
    if any(cafe.questions.texts):
        lines += ["## " + _("Questions"), ""]
        lines += [f"- {say(text)}" for text in cafe.questions.texts if text]
        lines.append("")
    if not snapshot.notes and not withheld:
        lines += [_("No notes have been taken yet."), ""]
    notes = {note.id: note for note in snapshot.notes}
    labels = cafe.kind_labels if has_kinds(snapshot.notes) else None
    listed = partial(_listed, words=words, labels=labels, say=say)
    if snapshot.themes:
        lines += ["## " + _("Themes"), ""]
    for theme in snapshot.themes:
        lines += [f"### {say(theme.name)}", ""]
        for said in (theme.headline, *(statement.text for statement in theme.statements)):
            lines += [say(said), ""] if said else []
        lines += [*listed(notes[n] for n in theme.notes if n in notes), ""]
    filed = {n for theme in snapshot.themes for n in theme.notes if n in notes}
    if filed and (left := [note for note in snapshot.notes if note.id not in filed]):
        lines += ["## " + _("Not sorted yet"), "", *listed(left), ""]
    if lone := [note for note in snapshot.notes if note.is_lone]:
        lines += ["## " + _("Lone voices"), "", *listed(lone), ""]
    if snapshot.notes:
        lines += ["## " + _("Table by table"), ""]
    for table in sorted({note.table for note in snapshot.notes}):
        title = table_title(table, cafe.table_name(table), words)
        lines += [f"### {say(title)}", ""]
        lines += [*listed(n for n in snapshot.notes if n.table == table), ""]
    if withheld:
        lines += ["## " + _("Withheld"), "", say(withheld), ""]
    if cafe.licence:
        lines += ["---", "", say(_("Licence {licence}.").format(licence=cafe.licence)), ""]
    return "\n".join(lines)


def escaped(text: str) -> str:
    r"""Return `text` so that Markdown shows it as it is; line ends become hard breaks.

    >>> escaped("![x](y) <img src=a>")
    '!\\[x\\](y) &lt;img src=a&gt;'
    >>> escaped("a -> b, 1 < 2")
    'a -> b, 1 &lt; 2'
    >>> escaped("1. *deux*")
    '1\\. \\*deux\\*'
    """
    safe = _INLINE.sub(r"\\\1", text.replace("&", "&amp;"))
    safe = _TAG.sub(r"&lt;\1&gt;", safe).replace("<", "&lt;")
    safe = _AT_LINE_START.sub(r"\1\\\2", safe)
    return safe.replace("\n", "  \n  ")


def _shown(text: str, *, language: str) -> str:
    """Return `text` escaped, with its spaces hard where its language ends no line."""
    return escaped(with_hard_spaces(text, language))


def _listed(
    notes: Iterable[Note], words: Words, *, labels: Labels | None, say: Callable[[str], str]
) -> list[str]:
    """Return a point a note, with its kind if there are `labels`, its place, and what is known."""
    lines = []
    for note, depth in in_order_of_parents(list(notes)):
        kind = [] if labels is None else [kind_name(note.kind, words, labels)]
        told = [*kind, f"T{note.table + 1} R{note.round + 1}", *facts_in_words(note, words)]
        line = f"- {say(note.text)} ({', '.join(map(say, told))})"
        lines.append(indent(line, _INDENT * depth))
    return lines
