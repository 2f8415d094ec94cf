"""Somebody is found by what is said or scanned: any spelling of a name, any keyboard of a code."""

from dataclasses import replace

import pytest

from tests.cafes import person
from tests.scanners import KEYBOARDS, typed_for
from wcafe.domain.badges import badge_code
from wcafe.domain.called import begins_a_code, find_by_badge, find_person
from wcafe.domain.people import PersonId
from wcafe.domain.plan import Joker
from wcafe.errors import NobodyCalled, SeveralCalled
from wcafe.errors.plans import FreeJoker, NearlyCalled

ZOÉ = replace(person("Zoé d'Ân-Lê"), id=PersonId("0123abcd-4567-4ef8-9abc-def012345678"))
OTHERS = (person("Łukasz Ødegård"), person("محمد الشريف"), person("王 小明"), person("🙂"))
PEOPLE = (*OTHERS, ZOÉ)
CODE = "WCAFE-P-0123ABCD45674EF89ABCDEF012345678"


@pytest.mark.parametrize("keyboard", KEYBOARDS)
@pytest.mark.parametrize("how", ["capitals by the shift key", "small letters", "shift held"])
def test_a_code_is_found_whatever_keyboard_the_computer_believes_to_have(keyboard, how):
    text = CODE.lower() if how == "small letters" else CODE
    typed = typed_for(keyboard, text, held=how == "shift held")

    assert find_by_badge(typed, PEOPLE) == ZOÉ, typed
    assert begins_a_code(typed[:12])


def test_what_a_french_keyboard_makes_of_a_code_is_really_distorted():
    assert typed_for("French on Windows", CODE[:14]) == 'ZCQFE)P)à&é"QB'


def test_a_code_that_was_typed_for_bépo_is_found():
    keys = dict(zip("WCAFEPBD1234567890-", 'ÉXAEPJKI"«»()@+-/*=', strict=True))

    assert find_by_badge("".join(keys[sign] for sign in CODE), PEOPLE) == ZOÉ


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.lower(),
        CODE.replace("-", ""),
        f"  {CODE}\n",
        CODE.replace("-", "–"),
        "wcafe p 0123abcd-4567-4ef8-9abc-def012345678",
    ],
)
def test_a_code_is_found_as_it_is_printed_and_as_people_write_it(typed):
    assert find_by_badge(typed, PEOPLE) == ZOÉ
    assert find_person(typed, PEOPLE) == ZOÉ


@pytest.mark.parametrize(
    "typed",
    [
        CODE[:-1],
        f"{CODE}0",
        CODE[:-1] + "9",
        CODE.replace("WCAFE", "WKAFE"),
        "0123ABCD45674EF89ABCDEF012345678",
        typed_for("French on Windows", CODE)[:-1] + "é",
        "Zoé d'Ân-Lê",
        "",
    ],
)
def test_nothing_but_the_whole_code_of_somebody_is_their_badge(typed):
    """The control: what is nearly a code is nobody's, on no keyboard."""
    assert find_by_badge(typed, PEOPLE) is None


@pytest.mark.parametrize("each", PEOPLE, ids=lambda each: each.name)
def test_everybody_has_a_code_of_their_own(each):
    assert find_person(badge_code(each.id), PEOPLE) == each
    assert find_person(each.name, PEOPLE) == each


@pytest.mark.parametrize(
    "who",
    [
        "Zoé d’Ân-Lê",
        "zoe d'an-le",
        "ZOE D'AN LE",
        "d’Ân‑Lê Zoé",
        "Zoé  dʼÂn-Lê",
        "ZOÉ D´ÂN–LÊ".replace("–", "-"),
        "Zoe\u0301 d'A\u0302n-Le\u0302",
    ],
)
def test_a_name_is_found_without_accents_and_with_any_apostrophe(who):
    assert find_person(who, PEOPLE) == ZOÉ


@pytest.mark.parametrize("who", ["Zoé", "Zoé d'Ân", "Zo", "", " ", "-", "Lukas Odegard"])
def test_a_part_of_a_name_is_nobody(who):
    with pytest.raises(NobodyCalled):
        find_person(who, PEOPLE)


@pytest.mark.parametrize("who", ["Zoé d'Ân-Lê", "d’Ân-Lê Zoé", "AN LE ZOE D"])
def test_a_whole_name_whose_parts_nobody_told_apart_is_found_in_either_order(who):
    whole = replace(ZOÉ, given="", family="Zoé d'Ân-Lê")
    assert find_person(who, (*OTHERS, whole)) == whole


def test_several_of_one_name_are_told_with_what_tells_them_apart():
    one = person("Ana Silva", organisation="Maison des <b>projets</b>")
    other, third = person("ana SILVA", email="ana@example.org"), person("Silva Ana")

    with pytest.raises(SeveralCalled) as told:
        find_person("Ana Silva", (one, other, third))

    sentence = str(told.value)
    assert f"Maison des <b>projets</b> ({badge_code(one.id)})" in sentence
    assert f"ana@example.org ({badge_code(other.id)})" in sentence
    assert badge_code(third.id) in sentence
    assert find_person(badge_code(other.id), (one, other, third)) == other


@pytest.mark.parametrize(
    "who", ["Zoe dan le", "zoé", "Zoe d'An Li", "d an le", "Zoé d’Ân‑L", "ZOE DANLE"]
)
def test_a_name_that_nobody_has_leads_to_those_like_it(who):
    with pytest.raises(NearlyCalled, match="Zoé d'Ân-Lê"):
        find_person(who, PEOPLE)


@pytest.mark.parametrize("who", ["Xavier Nobody", "Zo x", "-", "12"])
def test_what_is_like_no_name_leads_to_nobody(who):
    with pytest.raises(NobodyCalled) as told:
        find_person(who, PEOPLE)

    assert not isinstance(told.value, NearlyCalled)


def test_a_joker_is_whoever_has_taken_its_route_and_else_nobodys_yet():
    taken = Joker(id=ZOÉ.id, number=1, route=(0,))
    free = Joker(id=PersonId("ffffffff-ffff-4fff-8fff-ffffffffffff"), number=2, route=(0,))

    assert find_person("joker 1", PEOPLE, [taken, free]) == ZOÉ
    for who in ("Joker 2", badge_code(free.id)):
        with pytest.raises(FreeJoker, match="Joker 2"):
            find_person(who, PEOPLE, [taken, free])
    with pytest.raises(NobodyCalled):
        find_person("Joker 3", PEOPLE, [taken, free])
