"""Harvests for tests of texts, as values: a bare café, and one with something of everything."""

from dataclasses import replace
from datetime import date

from tests.cafes import person
from wcafe.domain.amendments import Amendment, Decision
from wcafe.domain.cafe import Questions, draft
from wcafe.domain.kinds import Kind
from wcafe.domain.live import Live
from wcafe.domain.notes import ActionState, Note
from wcafe.domain.publication import Publication
from wcafe.domain.synthesis import Opposed, Statement, Theme, cite
from wcafe.domain.verdicts import Answer, verdict_on
from wcafe.services.cafe import Snapshot

FORMATS = ("md", "html", "docx")
KINDS = tuple(Kind)
FREE = "# Pourquoi\nLa ville a **appelé**.\n### Bas\n- un\n  - deux\n\n7. sept\n## Comment\nAinsi."


def bare(language="fr", **facts):
    """A café in which nothing was said, with `facts` of its own."""
    cafe = draft(title="Notre rue", language=language, tables=5)
    nothing = {"people": (), "plan": None, "live": Live(), "notes": (), "themes": ()}
    return Snapshot(**{"cafe": cafe, **nothing, **facts})


def with_texts(texts, language="fr"):
    """A café whose every word is one of `texts`, which are more than sixty; one note a text.

    A tenth of the notes lies under no theme, one of seven is of each kind, every eleventh belongs
    to the one before it, and every thirteenth is a lone voice. The last one is withheld.
    """
    texts = list(texts)
    notes: list[Note] = []
    for number, text in enumerate(texts):
        under = notes[-1] if number % 11 == 10 else None
        note = Note(
            id=f"note-{number}",
            seq=number,
            table=under.table if under else number % 5,
            round=under.round if under else number // 5 % 3,
            kind=KINDS[number % 7],
            text=text,
            parent=under.id if under else None,
            is_lone=number % 13 == 12,
            prompt=_short(texts, number + 1) if number % 3 == 0 else "",
            who=_short(texts, number + 2) if KINDS[number % 7] is Kind.ACTION else "",
            due=_short(texts, number + 3) if KINDS[number % 7] is Kind.ACTION else "",
            state=ActionState.DONE if KINDS[number % 7] is Kind.ACTION else None,
            state_why=_short(texts, number + 4) if KINDS[number % 7] is Kind.ACTION else "",
            may_quote=True,
        )
        notes.append(note)
    notes[-1] = replace(notes[-1], withheld="Deux voisins")
    filed = [note for number, note in enumerate(notes) if number % 10]
    themes = tuple(
        Theme(
            id=f"theme-{place}",
            name=_short(texts, 10 * place),
            headline=_short(texts, 10 * place + 1),
            notes=tuple(note.id for note in filed[place::4]),
            statements=tuple(
                Statement(
                    id=f"statement-{place}-{each}",
                    text=_short(texts, 10 * place + 2 + each),
                    cites=tuple(map(cite, filed[each * 5 : each * 5 + 5])),
                )
                for each in range(4)
            ),
        )
        for place in range(4)
    )
    said = themes[0].statements
    cafe = replace(
        draft(title=_short(texts, 40), language=language, tables=5, place=_short(texts, 41)),
        day=date(2026, 11, 26),
        purpose=texts[42],
        organiser=_short(texts, 43),
        licence=_short(texts, 44),
        questions=Questions(texts=(_short(texts, 45), _short(texts, 46))),
        publication=Publication(
            opening=texts[47],
            context=texts[48],
            conclusion=texts[49],
            next_steps=texts[50],
            contact=_short(texts, 51),
            credits=texts[52],
            amend_until=date(2026, 12, 10),
        ),
    )
    return bare(
        cafe=cafe,
        people=(
            replace(person("Irène Équipe"), may_be_named=True),
            replace(person("Hakim Discret"), organisation=_short(texts, 53)),
        ),
        notes=tuple(notes),
        themes=themes,
        opposed=frozenset({Opposed(one=notes[1].id, other=notes[2].id)}),
        verdicts=frozenset(
            {
                verdict_on(said[0], 0, Answer.CONFIRMED),
                verdict_on(said[0], 1, Answer.AMEND, _short(texts, 54)),
                verdict_on(said[1], 2, Answer.NOT_OURS),
            }
        ),
        amendments=(
            Amendment(
                id="amendment-1",
                text=texts[55],
                who=_short(texts, 56),
                may_be_named=True,
                theme=themes[1].id,
                statement=said[2].id,
                decision=Decision.DECLINED,
                reason=_short(texts, 57),
            ),
            Amendment(id="amendment-2", text="Pas encore", who="Odile Cachée"),
        ),
    )


def _short(texts, number):
    """Return a text that may stand on one line, which is never empty."""
    return " ".join(texts[number % len(texts)].split())[:250] or "x"


def numbered(count):
    """Return so many harmless texts, each with a word that no other has."""
    return [f"Une idée w{number:04}w du quartier" for number in range(count)]
