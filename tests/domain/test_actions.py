"""Actions and their numbers, which stay; amendments and what is told of them."""

from dataclasses import replace
from datetime import date

import pytest

from wcafe.domain.actions import TOLD_ORDER, actions_by_state, months_since, numbered_actions
from wcafe.domain.amending import is_late, name_to_print, received, what_it_is_about
from wcafe.domain.amendments import Amendment, Decision
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import ActionState, Note
from wcafe.domain.synthesis import Statement, Theme
from wcafe.errors import EmptyAmendment, Unexplained
from wcafe.i18n import ENGLISH, words_for


def action(id_, *, table=0, state=None):
    return Note(id=id_, table=table, round=0, kind=Kind.ACTION, text=f"Action {id_}", state=state)


def test_every_state_has_its_place_in_what_is_told():
    assert set(TOLD_ORDER) == {None, *ActionState}
    assert TOLD_ORDER[0] is None, "those of which nothing was heard come first"


def test_actions_are_told_by_their_state_those_not_heard_of_first():
    notes = [action("a", state=ActionState.DONE), action("b"), action("c", state=ActionState.DONE)]
    numbered = numbered_actions(notes, {"a": 1, "b": 2, "c": 3})

    found = actions_by_state(numbered)

    assert list(found) == [None, ActionState.DONE]
    assert [each.number for each in found[ActionState.DONE]] == ["T1·R1·#1", "T1·R1·#3"]


def test_an_action_keeps_its_number_when_others_are_deleted_added_or_are_no_action_any_more(cafe):
    ids = [
        cafe.notes.add(table=1, round_=0, kind=Kind.ACTION, text=f"Action {n}").note
        for n in range(4)
    ]

    def numbers():
        shot = cafe.cafes.snapshot()
        return {each.note.id: each.number for each in numbered_actions(shot.notes, shot.numbers)}

    before = numbers()
    cafe.notes.delete(ids[0], base=1)
    cafe.notes.put(replace(cafe.notes.get(ids[1]), kind=Kind.IDEA), base=1)
    cafe.notes.add(table=1, round_=0, kind=Kind.ACTION, text="Une autre")
    cafe.notes.put(replace(cafe.notes.get(ids[2]), text="Dit autrement"), base=1)
    after = numbers()

    assert before[ids[3]] == "T2·R1·#4"
    assert {id_: after[id_] for id_ in ids[2:]} == {id_: before[id_] for id_ in ids[2:]}


def test_a_note_whose_number_is_not_known_has_its_place_alone():
    assert numbered_actions([action("a", table=3)], {})[0].number == "T4·R1"


@pytest.mark.parametrize(
    ("day", "now", "months"),
    [
        (date(2026, 11, 26), date(2027, 11, 26), 12),
        (date(2026, 11, 30), date(2027, 2, 28), 2),
        (date(2026, 11, 26), date(2026, 11, 27), 0),
        (date(2027, 1, 1), date(2026, 1, 1), 0),
    ],
)
def test_months_are_whole_ones(day, now, months):
    assert months_since(day, now) == months


def amendment(id_="a", **facts):
    return Amendment(id=id_, text="Il manque le marché", **facts)


def test_amendments_are_told_by_what_became_of_them_and_late_ones_are_counted():
    until = date(2026, 12, 1)
    each = (
        amendment("1", decision=Decision.ACCEPTED, came=until),
        amendment("2", came=date(2026, 12, 2)),
        amendment("3", decision=Decision.DECLINED, reason="déjà dit", came=date(2027, 1, 1)),
        amendment("4"),
    )

    found = received(each, until)

    assert [one.id for one in found.all] == ["2", "4", "1", "3"]
    assert found.late == 2
    assert received(each, None).late == 0
    assert not is_late(amendment(), until), "whose day nobody knows"


def test_a_refusal_needs_a_reason_and_a_correction_words():
    with pytest.raises(Unexplained):
        amendment(decision=Decision.DECLINED, reason=" \u200b")
    with pytest.raises(EmptyAmendment):
        Amendment(id="a", text="\u200b")


def test_nobody_is_named_who_did_not_agree():
    assert name_to_print(amendment(who="Zoé")) == ""
    assert name_to_print(amendment(who="Zoé", may_be_named=True)) == "Zoé"


def test_what_a_correction_is_about_is_said_with_numbers_and_a_lost_sentence_is_told():
    themes = (
        Theme(id="t", name="Eau", statements=(Statement(id="s", text="Un puits."),)),
        Theme(id="u", name="Ombre"),
    )
    here = amendment(table=2, round=0, statement="s", theme="t")

    assert what_it_is_about(here, themes, ENGLISH) == "table 3, round 1, sentence 1.1, “Eau”"
    assert what_it_is_about(amendment(theme="u"), themes, ENGLISH) == "“Ombre”"
    assert what_it_is_about(amendment(), themes, ENGLISH) == ""
    gone = what_it_is_about(replace(here, statement="x"), themes, words_for("fr"))
    assert gone == "table 3, ronde 1, une phrase qui n’est plus là, «\u202fEau\u202f»"


def test_a_correction_is_kept_decided_and_left_open_again(cafe):
    kept = cafe.amendments.save(amendment(who=" Zoé \n Martin "))
    assert kept.who == "Zoé Martin"
    with pytest.raises(Unexplained):
        cafe.amendments.decide("a", Decision.DECLINED, " ")
    assert cafe.amendments.all()[0].decision is None

    cafe.amendments.decide("a", Decision.DECLINED, "déjà dit")
    assert cafe.cafes.snapshot().amendments[0].reason == "déjà dit"
    assert cafe.amendments.decide("a", None).decision is None
