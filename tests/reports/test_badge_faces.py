"""A badge has to be made again exactly if it would say something else: held against the PDF."""

import re
from dataclasses import replace
from itertools import combinations

import pytest

from tests.reports.conftest import NOW, snapshot, text_of
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.badges import BadgeFace, badge_faces
from wcafe.domain.cafe import HostMode
from wcafe.domain.people import Role
from wcafe.reports import make_document


def person_changed(shot, **facts):
    return replace(shot, people=(replace(shot.people[0], **facts), *shot.people[1:]))


def seats_changed(shot, change, **facts):
    """Return the café with what `change` makes of the first person's route in its plan."""
    route = change(list(shot.plan.itinerary(shot.people[0].id)))
    rows = [list(row) for row in shot.plan.seats]
    for row, table in zip(rows, route, strict=True):
        row[0] = table
    return replace(shot, plan=replace(shot.plan, seats=tuple(map(tuple, rows)), **facts))


def others_moved(shot):
    """Return the café with two others who have swapped seats: another plan, another mark."""
    rows = [(row[0], row[2], row[1], *row[3:]) for row in shot.plan.seats]
    return replace(shot, plan=replace(shot.plan, seats=tuple(rows)))


def variants():
    """Yield cafés in which the badge of the first person says this or that."""
    shot = snapshot(people=12, rounds=4, notes=False)
    first, second, third = (person.id for person in shot.people[:3])
    cafe, plan = shot.cafe, shot.plan
    yield "as it was", shot
    yield "another plan for others", others_moved(shot)
    yield "another title", replace(shot, cafe=replace(cafe, title="Une autre fête", place="Brest"))
    named = (replace(cafe.tables[0], name="Mobilité"), *cafe.tables[1:])
    yield "another name of a table", replace(shot, cafe=replace(cafe, tables=named))
    yield "an address and a remark", person_changed(shot, email="a@example.org", note="en retard")
    yield "the other language", replace(shot, cafe=replace(cafe, language="en"))
    yield "a corrected given name", person_changed(shot, given="Zoë")
    yield "a corrected family name", person_changed(shot, family="d'Ân-Li")
    yield "no photos", person_changed(shot, no_photo=True)
    yield "one name only", person_changed(shot, given="", family="Zoé")
    yield "an organisation", person_changed(shot, organisation="Mairie de Brest")
    yield "the same with more blanks", person_changed(shot, organisation=" Mairie  de Brest")
    yield "a group", person_changed(shot, group="Élu·es")
    yield "both", person_changed(shot, group="Élu·es", organisation="Mairie de Brest")
    yield "no host", replace(shot, plan=replace(plan, hosts={second: 1, third: 2}))
    yield (
        "host of some rounds",
        replace(shot, plan=replace(plan, from_round=2, hosts={second: 1}, hosted={(0, 0): first})),
    )
    yield (
        "host of other rounds",
        replace(shot, plan=replace(plan, from_round=2, hosts={first: 0}, hosted={(0, 1): second})),
    )
    yield (
        "hosting handed over",
        replace(shot, cafe=replace(cafe, rules=replace(cafe.rules, hosts=HostMode.HAND_OVER))),
    )
    yield "another table", seats_changed(shot, lambda route: [*route[:3], (route[3] + 1) % 3])
    yield "a round that is dropped", seats_changed(shot, lambda route: [*route[:3], None])
    yield (
        "a round that is dropped by no host",
        seats_changed(shot, lambda route: [*route[:3], None], hosts={}),
    )
    yield "nothing planned", seats_changed(shot, lambda route: [None] * 4)
    for role in (Role.CREW, Role.FACILITATOR, Role.OBSERVER):
        yield f"as {role}", person_changed(shot, role=role)
    yield (
        "crew with another route",
        seats_changed(
            person_changed(shot, role=Role.CREW), lambda route: [*route[:3], 1], hosts={}
        ),
    )
    yield (
        "crew with no route",
        seats_changed(person_changed(shot, role=Role.CREW), lambda route: [None] * 4, hosts={}),
    )


def said_on_paper(shot):
    """Return what stands on the badge of the first person, but the mark of the plan."""
    only = frozenset({shot.people[0].id})
    text = text_of(make_document("badges", shot, NOW, PrintOptions(only=only)))
    lines = [line for line in text.splitlines() if shot.plan.fingerprint not in line]
    return re.sub(r"\s+", " ", " ".join(lines)).strip()


def wrongly_compared():
    """Return the pairs of badges that say the same and have other digests, or the reverse."""
    found = []
    for name, shot in variants():
        face = badge_faces(shot.plan, shot.cafe, shot.people)[shot.people[0].id]
        found.append((name, said_on_paper(shot), face.digest))
    return [
        (one, other)
        for (one, text, digest), (other, text_2, digest_2) in combinations(found, 2)
        if (text == text_2) != (digest == digest_2)
    ]


def test_badges_that_say_the_same_have_the_same_digest_and_no_others(figure):
    number = len(list(variants()))

    assert wrongly_compared() == []
    figure(f"badges held against their PDF, each with each: {number}")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("forgotten", "name"), [("hosted", "no host"), ("place", "an organisation")]
)
def test_the_control_a_build_that_forgets_a_fact_is_found_out(monkeypatch, forgotten, name):
    whole = BadgeFace.digest.fget
    blank = {"hosted": frozenset(), "place": ""}[forgotten]
    monkeypatch.setattr(
        BadgeFace, "digest", property(lambda face: whole(replace(face, **{forgotten: blank})))
    )

    assert ("as it was", name) in wrongly_compared()
