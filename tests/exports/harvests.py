"""Harvests as values: one with something of everything, one of a café where nothing was said."""

from dataclasses import replace
from datetime import date

from wcafe.domain.amendments import Amendment, AmendmentId, Decision, Way
from wcafe.domain.cafe import CafeId, Table, draft
from wcafe.domain.kinds import Kind, KindLabel
from wcafe.domain.live import Live
from wcafe.domain.notes import ActionState, Note, NoteId, Support
from wcafe.domain.people import Person, PersonId
from wcafe.domain.publication import Publication
from wcafe.domain.synthesis import Opposed, Statement, StatementId, Theme, ThemeId, cite
from wcafe.domain.verdicts import Answer, verdict_on
from wcafe.services.cafe import Snapshot

CREATED = "2026-11-26T14:30:00+00:00"
SAID = (
    "Un banc à l'ombre",
    "deux\n\nlignes ; et **** *table_9 $ _rire_",
    "🙂 مرحبا \u202eecila 中文 e\u0301",
    "Sous le banc",
    "SECRET",
    "Planter en mars",
)


def café(**facts):
    made = draft(
        title="Notre rue, demain",
        language="fr",
        day=date(2026, 11, 26),
        place="Dinan ; salle 2, étage 1",
        questions=("Que garder, ici ?", "Et après ?"),
        rounds=2,
    )
    tables = (Table(name="Jardin"), Table(), Table(name="Cour"))
    facts = {"id": CafeId("cafe-1"), "tables": tables, "organiser": "Ville de Dinan"} | facts
    return replace(made, **facts)


def harvest(**facts):
    """Return a café whose first table and round have three notes; the fifth note is withheld."""
    kinds = (Kind.IDEA, Kind.INSIGHT, Kind.QUESTION, Kind.IDEA, Kind.TENSION, Kind.ACTION)
    places = ((0, 0), (0, 0), (2, 1), (0, 0), (1, 0), (2, 1))
    notes = [
        Note(
            id=NoteId(f"n{n}"),
            table=table,
            round=round_,
            kind=kind,
            text=text,
            author="Xanthippe",
            created=CREATED,
            seq=n,
        )
        for n, (text, kind, (table, round_)) in enumerate(zip(SAID, kinds, places, strict=True))
    ]
    notes[0] = replace(notes[0], votes=3, support=Support.TABLE, prompt="Trois retours")
    notes[2] = replace(notes[2], is_lone=True, from_table=1)
    notes[3] = replace(notes[3], parent=NoteId("n0"))
    notes[4] = replace(notes[4], withheld="nomme un voisin")
    notes[5] = replace(
        notes[5], who="Ludovica", due="mars", state=ActionState.DONE, state_on=date(2027, 3, 1)
    )
    shade = Statement(
        id=StatementId("s1"),
        text="De l'ombre, <vite> & bien",
        cites=(cite(notes[0]), cite(notes[4])),
    )
    themes = (
        Theme(
            id=ThemeId("t1"),
            name="Mobilités douces, d'abord !",
            headline="L'ombre manque",
            notes=(notes[0].id, notes[1].id, notes[4].id),
            statements=(shade,),
        ),
        Theme(id=ThemeId("t2"), name="مرحبا", notes=(notes[0].id, notes[2].id)),
    )
    sent = Amendment(
        id=AmendmentId("a1"),
        text="Deux bancs",
        who="Quux",
        table=0,
        statement=shade.id,
        way=Way.SLIP,
        came=date(2026, 12, 1),
        decision=Decision.DECLINED,
        reason="Un seul fut dit",
    )
    made = {
        "cafe": café(
            kind_labels=(KindLabel(kind=Kind.IDEA, one="piste", many="pistes"),),
            publication=Publication(context="# Pourquoi\n- l'ombre", contact="mairie@exemple.test"),
        ),
        "people": (
            Person(id=PersonId("p1"), given="Wilhelmine", family="Zorro", organisation="Acme"),
            Person(id=PersonId("p2"), given="Agathe", family="Oui", may_be_named=True),
        ),
        "plan": None,
        "live": Live(),
        "notes": tuple(notes),
        "themes": themes,
        "opposed": frozenset({Opposed(one=notes[0].id, other=notes[2].id)}),
        "verdicts": frozenset({verdict_on(shade, 0, Answer.AMEND, "presque")}),
        "amendments": (sent,),
    }
    return Snapshot(**(made | facts))


def nothing_said(**facts):
    """Return a café in which nobody has said anything yet."""
    bare = {"people": (), "plan": None, "live": Live(), "notes": (), "themes": ()}
    return Snapshot(cafe=café(**facts), **bare)
