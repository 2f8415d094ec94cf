"""Cafés to which something came back: verdicts, corrections, states of actions, free texts."""

from dataclasses import replace
from datetime import date

from wcafe.domain.amendments import Amendment, Decision
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import ActionState
from wcafe.domain.publication import Publication
from wcafe.domain.synthesis import Opposed, Statement, cite
from wcafe.domain.verdicts import Answer, verdict_on


def make_answered(shot):
    """Return cafés made of `shot`, one with notes and two themes, by what is special about each."""
    notes, (first, second) = shot.notes, shot.themes
    others = [note for note in notes if note.kind is Kind.IDEA]
    actions = [note for note in notes if note.kind is Kind.ACTION]
    said = Statement(id="said", text="Tout est écrit.", cites=tuple(map(cite, notes[:9])))
    stated = replace(shot, themes=(replace(first, headline="Oui", statements=(said,)), second))
    empty = replace(first, id="c", name="Vide", notes=(), headline="Rien de plus", mark=None)
    yes, no = verdict_on(said, 0, Answer.CONFIRMED), verdict_on(said, 1, Answer.AMEND, "Non.")
    states = dict(zip(actions, ActionState, strict=False))
    pair = {Opposed(one=others[0].id, other=others[1].id)}
    texts = Publication(
        context="# Pourquoi\n\nLa ville **appelle**.\n\n- un\n  - deux\n\n1. trois",
        conclusion="Bien.",
        next_steps="- Demain",
        contact="Mairie\nBrest",
        credits="Merci à toutes",
        amend_until=date(2026, 12, 24),
    )
    came = [
        Amendment(id="a", text="Il manque un mot", decision=Decision.ACCEPTED, table=1, round=0),
        Amendment(id="b", text="Pas d'accord", decision=Decision.DECLINED, reason="non dit"),
        Amendment(id="c", text="Encore un", theme=second.id),
    ]
    agreed = tuple(replace(p, may_be_named=n < 2) for n, p in enumerate(shot.people))
    plain = tuple(note for note in notes if note.kind in (Kind.IDEA, Kind.INSIGHT))
    return {
        "a statement that a table amends": replace(stated, verdicts=frozenset({yes, no})),
        "a statement that a table confirms": replace(stated, verdicts=frozenset({yes})),
        "a verdict on words that were others": replace(
            stated, verdicts=frozenset({replace(no, sentence="other words")})
        ),
        "actions of which something is known": replace(
            shot,
            notes=tuple(replace(n, state=states.get(n), who="Ana", due="en mai") for n in notes),
        ),
        "two notes against each other": replace(shot, opposed=frozenset(pair)),
        "two notes against each other alone": replace(shot, notes=plain, opposed=frozenset(pair)),
        "free texts": replace(shot, cafe=replace(shot.cafe, publication=texts)),
        "corrections": replace(shot, amendments=tuple(came)),
        "corrections to be decided": replace(shot, amendments=tuple(came[2:])),
        "people who agreed to be named": replace(shot, people=agreed),
        "a theme of which there is a headline alone": replace(shot, themes=(first, second, empty)),
        "a final edition": replace(
            shot, cafe=replace(shot.cafe, publication=replace(texts, is_final=True))
        ),
    }
