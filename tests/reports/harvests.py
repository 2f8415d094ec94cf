"""Random harvests for the editions: hostile texts, nesting, second versions, withheld notes."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from tests.cafes import person
from tests.reports.knowing import fixed
from wcafe.domain.cafe import Mode, Questions
from wcafe.domain.kinds import Kind
from wcafe.domain.live import Live
from wcafe.domain.notes import Note, Support
from wcafe.domain.publication import Publication
from wcafe.domain.synthesis import Opposed, Statement, Theme, cite
from wcafe.domain.verdicts import Answer, verdict_on
from wcafe.services.cafe import Snapshot

SAID = (
    *(
        "Un banc",
        "x" * 900,
        "中文日本語" * 60,
        "مرحبا بالجميع " * 30,
        "<b>&amp; <onDraw name='x'/>",
    ),
    *("mot " * 400, "Ligne\nune\ndeux", "ก็ได้ครับ " * 40, "🙂 e\u0301 œ", "« Déjà » ? 12 % !"),
)


@st.composite
def harvests(draw, most_notes=40):
    """A café with any notes and themes; each note says its own number, as “n17.”."""
    tables, rounds = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    count = draw(st.integers(0, most_notes))
    chance = draw(st.randoms(use_true_random=False))
    notes: list[Note] = []
    for n in range(count):
        parent = chance.choice(notes).id if notes and chance.random() < 0.4 else None
        notes.append(
            Note(
                id=f"note-{n}",
                seq=n,
                table=chance.randrange(tables),
                round=chance.randrange(rounds),
                kind=chance.choice(list(Kind)),
                text=f"n{n}. {chance.choice(SAID)}",
                parent=parent,
                prompt=chance.choice(("", "", "Propositions", "Rapport d'étonnement " * 9)),
                conflict_of=chance.choice(notes).id if notes and chance.random() < 0.1 else None,
                withheld="nomme un voisin" if chance.random() < 0.1 else "",
                is_lone=chance.random() < 0.2,
                is_late=chance.random() < 0.1,
                may_quote=chance.random() < 0.4,
                support=chance.choice((None, *Support)),
                votes=chance.choice((None, 0, 12)),
                who="Soizic Quemener" if chance.random() < 0.2 else "",
                due="avant Noël" if chance.random() < 0.2 else "",
                author="Xanthippe",
            )
        )
    ids = [note.id for note in notes]
    themes = tuple(
        Theme(
            id=f"theme-{n}",
            name=f"Thème {n} {chance.choice(SAID)[:60]}",
            headline=chance.choice(("", chance.choice(SAID)[:300])),
            notes=tuple(chance.sample(ids, chance.randint(0, len(ids)))),
            statements=(Statement(id=f"s-{n}", text="Ici. " + chance.choice(SAID)),) * (n % 2),
        )
        for n in range(draw(st.sampled_from((0, 1, 3, 9, 30))))
    )
    long = draw(st.booleans())
    cafe = fixed(
        rounds,
        tables,
        questions=("Que faire ?",),
        organiser=draw(st.sampled_from(("", "Maison des projets"))),
        purpose=chance.choice(SAID) if long else "",
        publication=Publication(
            next_steps="# Après\n- un\n- deux\n" + chance.choice(SAID) * long,
            contact=draw(st.sampled_from(("", "Mairie\nrue@example.org\n" + "x" * 300))),
            amend_until=draw(st.sampled_from((None, date(2026, 12, 12), date(2020, 1, 1)))),
            is_final=draw(st.booleans()),
        ),
    )
    if long:
        texts = tuple(f"Question {n} {chance.choice(SAID)[:900]}" for n in range(rounds))
        cafe = replace(cafe, questions=Questions(mode=Mode.PER_ROUND, texts=texts))
        cafe = replace(cafe, title=(chance.choice(SAID) * 9)[:300])
    pairs = frozenset(
        Opposed(one=one, other=other) for one, other in zip(ids[::3], ids[1::3], strict=False)
    )
    counted: dict[tuple[int, int], int] = {}
    numbers = {}
    for note in notes:
        place = note.table, note.round
        counted[place] = counted.get(place, 0) + 1
        numbers[note.id] = counted[place]
    return Snapshot(
        cafe=replace(cafe, language=draw(st.sampled_from(("fr", "en")))),
        people=(person("Ana Silva"),),
        plan=None,
        live=Live(),
        notes=tuple(notes),
        themes=themes,
        opposed=pairs,
        numbers=draw(st.sampled_from((numbers, {}))),
    )


def confirmed_by_its_tables(shot):
    """Return `shot` with a statement that cites all its notes, and a yes of each table."""
    said = Statement(id="all", text="Tout.", cites=tuple(map(cite, shot.notes)))
    theme = Theme(id="all", name="Tout", notes=tuple(n.id for n in shot.notes), statements=(said,))
    tables = {note.table for note in shot.notes}
    verdicts = frozenset(verdict_on(said, table, Answer.CONFIRMED) for table in tables)
    return replace(shot, themes=(theme,), verdicts=verdicts)
