"""Certificates of attendance: from check-in alone, and nothing on them that nobody noted."""

from dataclasses import replace

import pypdf
import pytest

from tests.reports.conftest import NOW, snapshot, text_of
from tests.reports.test_conformance import failures
from wcafe.domain.agenda import programme
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.live import Clock, Live
from wcafe.domain.people import Role
from wcafe.errors import NobodySeen, NoCertificateOf
from wcafe.reports import make_document
from wcafe.services.attendance import rounds_noted


def café(arrived, *, language="en", **facts):
    """A café of which the people at these places were seen at the door."""
    shot = snapshot(people=8, language=language, notes=False, names=tuple("ABCDEFGH"))
    people = tuple(
        replace(person, given=f"Given{n}", family=f"Family{n}", arrived=n in arrived)
        for n, person in enumerate(shot.people)
    )
    return replace(shot, people=people, **facts)


def printed(shot, **options):
    return make_document("certificates", shot, NOW, PrintOptions(**options))


def pages(document):
    import io

    reader = pypdf.PdfReader(io.BytesIO(document.pdf))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_who_was_seen_has_a_page_and_who_was_expected_is_told_to_have_none(language):
    shot = café({1, 4}, language=language)
    cafe = replace(shot.cafe, organiser="Ville de Brest")
    document = printed(replace(shot, cafe=cafe))

    found = pages(document)
    assert len(found) == 2
    for page, number in zip(found, (1, 4), strict=True):
        assert f"Given{number} Family{number}" in page
        assert all(said in page for said in ("Quartier 2030", "Brest", "Ville de Brest", "2026"))
    assert document.unseen == tuple(p.name for p in shot.people if not p.arrived)
    assert failures(document.pdf) == []


def test_who_has_left_since_has_one_too():
    shot = café({2})
    gone = replace(shot.people[2], present=frozenset({0}))
    people = (*shot.people[:2], gone, *shot.people[3:])

    assert "Given2 Family2" in text_of(printed(replace(shot, people=people)))


def test_some_may_be_chosen_and_none_is_made_where_none_of_them_was_seen():
    shot = café({1, 4})

    only = printed(shot, only=frozenset({shot.people[4].id, shot.people[5].id}))
    assert len(pages(only)) == 1
    assert only.unseen == ("Given5 Family5",)
    with pytest.raises(NoCertificateOf) as told:
        printed(shot, only=frozenset({shot.people[5].id}))
    assert "Given5 Family5" in str(told.value)


def test_before_anybody_was_seen_there_is_none():
    with pytest.raises(NobodySeen):
        printed(café(set()))


def test_what_nobody_told_is_not_on_it():
    shot = café({0})
    bare = replace(shot.cafe, day=None, place="", organiser="")
    (page,) = pages(printed(replace(shot, cafe=bare, plan=None)))

    assert "We certify that Given0 Family0 took part" in page
    assert "Brest" not in page
    assert "round" not in page
    assert page.count("2026") == 1, "the time of printing alone"


@pytest.mark.parametrize("role", Role)
def test_everybody_is_certified_for_what_they_did(role):
    shot = café({0})
    people = (replace(shot.people[0], role=role), *shot.people[1:])
    (page,) = pages(printed(replace(shot, people=people)))

    did = {Role.FACILITATOR: "facilitated", Role.CREW: "crew", Role.OBSERVER: "observed"}
    assert did.get(role, "took part") in page


def test_rounds_are_those_that_were_noted_and_no_others():
    shot = café({0, 1, 2})
    first, second, third = shot.people[:3]
    third = replace(third, present=frozenset({0, 2}))
    talk = next(step.key for step in programme(shot.cafe) if step.round == 1)
    clock = Clock(step=talk, left=60.0)
    shot = replace(shot, live=Live(clock=clock), people=(first, second, third, *shot.people[3:]))

    assert rounds_noted(first, shot) == (), "to mean to come to all says nothing of any"
    assert rounds_noted(third, shot) == (0,), "the last round has not begun"
    seats = tuple((r, ((first.id, 1),)) for r in range(3))
    recorded = replace(shot, live=Live(actual=seats))
    assert rounds_noted(first, recorded) == (0, 1, 2)
    assert rounds_noted(second, recorded) == rounds_noted(third, recorded) == ()
    told = pages(printed(recorded))
    assert "It was noted in all 3 rounds." in told[0]
    assert "It was noted in" not in told[1] + told[2]
    assert "It was noted in round 1 of 3." in pages(printed(shot))[2]
