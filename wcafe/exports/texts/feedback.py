"""What came back: what tables say to the statements, and corrections with what became of them."""

from collections.abc import Iterator, Sequence

from wcafe.domain.amendments import Amendment, Decision
from wcafe.domain.marks import table_title
from wcafe.domain.synthesis import Statement, Theme
from wcafe.domain.text import join_names
from wcafe.domain.verdicts import ANSWERED
from wcafe.exports.texts.document import Block, Grid, Look, Paragraph, Row, Run, Runs
from wcafe.exports.texts.telling import Telling, statement_anchor
from wcafe.exports.texts.voice import as_asides
from wcafe.i18n import N_

_MOST_TABLES = 12  # that are named behind a statement
_DECISIONS = {Decision.ACCEPTED: N_("accepted"), Decision.DECLINED: N_("declined")}


def statements(telling: Telling, place: int, theme: Theme) -> Iterator[Block]:
    """Yield the statements of the theme at `place`, from 1.

    Each has links to the notes it rests on, and what tables say to it as it reads now.
    """
    for number, said in enumerate(theme.statements, start=1):
        yield Paragraph(
            runs=(telling.voice.run(said.text), *telling.sources(said), *_answers(telling, said)),
            anchor=statement_anchor(place, number),
        )


def _answers(telling: Telling, said: Statement) -> Runs:
    answers = telling.confirmation.by_statement.get(said.id, {})
    told = []
    for answer, sentence in ANSWERED.items():
        if tables := answers.get(answer):
            names = join_names(list(map(telling.voice.table, tables)), most=_MOST_TABLES)
            told.append(telling.words.gettext(sentence).format(tables=names))
    return as_asides([Run(text=f" · {' · '.join(told)}")]) if told else ()


def confirmed(telling: Telling) -> str:
    """Return how many tables said yes to all that rests on their notes; empty before one did."""
    found = telling.confirmation
    return found.in_words(telling.words)


def amendments(telling: Telling) -> Iterator[Block]:
    """Yield the corrections of which something was decided; how many are not is only counted."""
    _, plural = telling.words.gettext, telling.words.ngettext
    all_ = telling.snapshot.amendments
    decided = [each for each in all_ if each.decision is not None]
    if not all_:
        return
    voice, waiting = telling.voice, len(all_) - len(decided)
    yield voice.heading(_("Corrections and additions"), "amendments")
    if decided:
        heads = (_("What was sent"), _("About"), _("Decision"))
        rows = tuple(_amendment(telling, each) for each in decided)
        yield Grid(told=_("Corrections and what became of them"), heads=heads, rows=rows)
    if waiting:
        told = plural("{n} is not decided yet.", "{n} are not decided yet.", waiting)
        said = told.format(n=voice.number(waiting))
        yield voice.paragraph(said, Look.CAPTION)


def _amendment(telling: Telling, each: Amendment) -> Row:
    """Return what was sent, by whom where that was agreed to, what it is about, and the answer."""
    voice = telling.voice
    text = f"{each.text} — {each.who}" if each.who and each.may_be_named else each.text
    decision = telling.words.gettext(_DECISIONS[each.decision]) if each.decision else ""
    answer = ": ".join(filter(None, (decision, each.reason)))
    return voice.row(text, " · ".join(_about(telling, each)), answer)


def _about(telling: Telling, each: Amendment) -> Sequence[str]:
    _ = telling.words.gettext
    told = []
    themes = enumerate(telling.placing.themes, start=1)
    for number, theme in ((number, placed.theme) for number, placed in themes):
        if theme.id == each.theme:
            told.append(f"{number} · {theme.name}")
        told += [
            _("statement {label}").format(label=f"{number}.{place}")
            for place, said in enumerate(theme.statements, start=1)
            if said.id == each.statement
        ]
    if each.table is not None:
        name = telling.snapshot.cafe.table_name(each.table)
        told.append(table_title(each.table, name, telling.words))
    if each.round is not None:
        told.append(_("Round {number}").format(number=each.round + 1))
    return told
