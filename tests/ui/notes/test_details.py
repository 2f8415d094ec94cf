"""What is known of notes beside their words: said on a card, of one or of several, with undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import type_text
from tests.ui.notes.hands import choose, choose_key, entry
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.errors import BadVotes, NoNoteAbove, NoReason, NoVotes
from wcafe.ui.notes.details_fields import _SEVERAL, _UNKNOWN

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
RETURN, ESCAPE, CONTROL = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def prompted(opened, tables):
    return opened.cafes.save(replace(opened.cafes.get(), prompts=("Three findings", "Proposals")))


@pytest.fixture
def open_details(qtbot, listed):
    """Opens the details of some notes by the key, and returns the card."""

    def open_for(*notes):
        choose(listed.list, *notes)
        qtbot.keyClick(listed.list, Qt.Key.Key_D)
        return listed.page.details

    return open_for


def note(opened, wanted):
    return opened.notes.get(wanted.id)


def fill(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    qtbot.keyClick(field, RETURN)


def test_the_key_the_button_and_the_menu_open_the_details_and_escape_leads_back(
    qtbot, listed, open_details
):
    card = open_details(listed.notes[0])
    assert card.isVisible()
    assert not listed.page.capture.isVisible()
    assert "Thought 0" in card.whose.text()
    assert card.fields.prompt_choice.hasFocus()

    qtbot.keyClick(card.fields.prompt_choice, ESCAPE)
    assert not card.isVisible()
    assert listed.page.capture.isVisible()
    assert listed.list.hasFocus()

    listed.page.note_actions.details_button.click()
    assert card.isVisible()
    card.close_button.click()
    listed.page.note_actions.details_action.trigger()
    assert card.isVisible()


def test_every_fact_is_kept_at_once_and_each_change_is_one_step_of_undo(
    qtbot, prompted, listed, opened, desk, open_details
):
    first = listed.notes[0]
    fields = open_details(first).fields
    before = note(opened, first)

    choose_key(fields.prompt_choice, "Proposals")
    choose_key(fields.support_choice, "table")
    choose_key(fields.from_choice, "2")
    fill(qtbot, fields.votes_edit, "09")
    fields.lone_switch.click()
    fields.wall_switch.click()

    kept = note(opened, first)
    assert (kept.prompt, kept.support, kept.from_table, kept.votes, kept.is_lone) == (
        "Proposals",
        Support.TABLE,
        2,
        9,
        True,
    )
    assert kept.is_on_wall
    assert fields.votes_edit.text() == "9"
    for _step in range(6):
        desk.history.undo()
    assert {**note(opened, first).said} == {**before.said}
    desk.history.redo()
    assert note(opened, first).prompt == "Proposals"


def test_of_several_notes_only_the_field_that_was_touched_is_said_of_all(
    qtbot, prompted, listed, opened, desk, open_details
):
    one, two = listed.notes[:2]
    opened.notes.change({replace(one, votes=4, prompt="Proposals"): one.rev})
    listed.presenter.reload()
    fields = open_details(one, two).fields

    assert listed.page.details.whose.text() == "2 notes chosen"
    assert fields.prompt_choice.currentData() == _SEVERAL
    assert fields.votes_edit.text() == ""
    assert fields.support_choice.currentData() == _UNKNOWN
    choose_key(fields.support_choice, "person")

    assert [note(opened, each).support for each in (one, two)] == [Support.PERSON] * 2
    assert [note(opened, each).votes for each in (one, two)] == [4, None]
    assert [note(opened, each).prompt for each in (one, two)] == ["Proposals", ""]
    desk.history.undo()
    assert [note(opened, each).support for each in (one, two)] == [None, None]


@pytest.mark.parametrize(
    ("typed", "error"), [("many", NoVotes), ("-3", BadVotes), ("99999999", BadVotes)]
)
def test_votes_that_are_no_number_are_told_and_stay_in_the_field(
    qtbot, listed, opened, open_details, typed, error
):
    card = open_details(listed.notes[0])
    with qtbot.waitSignal(listed.presenter.failed) as failed:
        fill(qtbot, card.fields.votes_edit, typed)

    assert isinstance(failed.args[0], error)
    assert card.fields.votes_edit.text() == typed
    assert note(opened, listed.notes[0]).votes is None
    choose(listed.list, listed.notes[1])  # the words stay with the note they are meant for
    assert "Thought 0" in card.whose.text()
    qtbot.keyClick(card.fields.votes_edit, ESCAPE)
    assert card.fields.votes_edit.text() == ""
    assert card.isVisible()


def test_a_note_is_withheld_for_a_reason_and_brought_back(
    qtbot, listed, opened, desk, open_details
):
    first = listed.notes[0]
    card = open_details(first)
    with qtbot.waitSignal(listed.presenter.failed) as failed:
        card.fields.withhold_button.click()
    assert isinstance(failed.args[0], NoReason)
    assert card.fields.reason_edit.hasFocus()

    type_text(card.fields.reason_edit, "names a neighbour")
    card.fields.withhold_button.click()

    assert note(opened, first).withheld == "names a neighbour"
    row = listed.list.notes.rows[listed.list.notes.row_of(first.id)]
    assert "withheld" in row.chips
    assert "withheld: names a neighbour" in row.caption
    card.fields.withhold_button.click()
    assert note(opened, first).withheld == ""
    desk.history.undo()
    assert note(opened, first).withheld == "names a neighbour"


def test_half_a_reason_withholds_nothing_and_waits_for_its_note(listed, opened, open_details):
    first, second = listed.notes[:2]
    card = open_details(first)
    type_text(card.fields.reason_edit, "names a neighb")

    choose(listed.list, second)
    assert card.notes == (second.id,)
    assert card.fields.reason_edit.text() == ""
    type_text(card.fields.reason_edit, "half")
    card.close_card()
    choose(listed.list, first)
    card.open_for([first.id])

    assert card.fields.reason_edit.text() == "names a neighb"
    assert [note(opened, each).withheld for each in (first, second)] == ["", ""]
    card.fields.withhold_button.click()
    assert note(opened, first).withheld == "names a neighb"


def test_a_reason_that_is_edited_and_left_by_another_choice_is_kept_once_or_waits(
    listed, opened, open_details
):
    first, second = listed.notes[:2]
    card = open_details(first)
    type_text(card.fields.reason_edit, "names a neighbour")
    card.fields.withhold_button.click()
    type_text(card.fields.reason_edit, ", twice")

    choose(listed.list, second)

    assert note(opened, first).withheld == "names a neighbour"
    assert note(opened, second).withheld == ""


def test_actions_ask_who_and_when_and_quotes_whether_they_may_be_quoted(
    qtbot, listed, opened, open_details
):
    kinds = {each.kind: each for each in listed.notes}
    card = open_details(kinds[Kind.QUOTE])
    assert card.fields.quote_switch.isVisible()
    assert not card.fields.who_edit.isVisible()
    card.fields.quote_switch.click()
    assert note(opened, kinds[Kind.QUOTE]).may_quote

    listed.presenter.facts.say([kinds[Kind.IDEA]], "kind", Kind.ACTION)
    card = open_details(kinds[Kind.IDEA])
    fill(qtbot, card.fields.who_edit, "Zoé & <b>Ali</b>")
    fill(qtbot, card.fields.due_edit, "in May")
    kept = note(opened, kinds[Kind.IDEA])
    assert (kept.who, kept.due) == ("Zoé & <b>Ali</b>", "in May")
    assert not card.fields.quote_switch.isVisible()


def test_what_somebody_else_changed_meanwhile_stays_also_when_this_is_undone(
    qtbot, listed, opened, desk, open_details
):
    first = listed.notes[0]
    card = open_details(first)
    card.fields.votes_edit.setFocus()
    type_text(card.fields.votes_edit, "7")
    listed.page.details._presenter.watch(listed.page)
    other = replace(note(opened, first), text="Said anew", prompt="Proposals")
    opened.notes.change({other: first.rev}, by=desk)  # not told here: still on its way
    qtbot.keyClick(card.fields.votes_edit, RETURN)

    kept = note(opened, first)
    assert (kept.text, kept.prompt, kept.votes) == ("Said anew", "Proposals", 7)
    desk.history.undo()
    kept = note(opened, first)
    assert (kept.text, kept.prompt, kept.votes) == ("Said anew", "Proposals", None)


def test_the_same_field_changed_by_two_becomes_a_second_version_and_is_told(
    qtbot, listed, opened, open_details
):
    first = listed.notes[0]
    card = open_details(first)
    card.fields.votes_edit.setFocus()
    type_text(card.fields.votes_edit, "7")
    opened.notes.change({replace(first, votes=4): first.rev})
    qtbot.waitUntil(lambda: listed.presenter.keeping.revs[first.id] == first.rev + 1)
    assert card.fields.votes_edit.text() == "7"

    with qtbot.waitSignal(listed.presenter.told):
        qtbot.keyClick(card.fields.votes_edit, RETURN)

    versions = [each for each in opened.notes.all() if first.id in (each.id, each.conflict_of)]
    assert sorted(each.votes for each in versions) == [4, 7]


def test_facts_stand_at_the_foot_of_the_card(listed, opened):
    first = listed.notes[0]
    opened.notes.change(
        {replace(first, votes=9, support=Support.TABLE, from_table=2, is_on_wall=True): first.rev}
    )
    listed.presenter.reload()

    row = listed.list.notes.rows[listed.list.notes.row_of(first.id)]
    assert row.caption == "Insight · T1 R1 · 9 dots · the whole table · from table 3"
    assert row.chips == ("on the wall",)
    assert "Table 1, round 1" in row.words


def test_votes_put_notes_in_order_once_somebody_asks_for_it(listed, opened, qtbot):
    button = listed.page.filters.votes_button
    assert not button.isVisible()
    second = opened.notes.get(
        opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Many want it").note
    )
    opened.notes.change({replace(second, votes=8): second.rev})
    listed.presenter.reload()
    came = [row.key for row in listed.list.notes.rows]
    assert button.isVisible()

    button.click()

    shown = [row.key for row in listed.list.notes.rows]
    assert shown.index(second.id) == 1  # right below the head of its table
    assert shown[2] == listed.notes[0].id
    button.click()
    assert [row.key for row in listed.list.notes.rows] == came


def test_votes_rank_nothing(listed, opened):
    before = [row.key for row in listed.list.notes.rows]
    last = listed.notes[-1]
    opened.notes.change({replace(last, votes=500): last.rev})
    listed.presenter.reload()

    assert [row.key for row in listed.list.notes.rows] == before


def test_b_lets_a_note_belong_to_the_one_above_and_shift_b_lets_it_stand_alone(
    qtbot, listed, opened, desk
):
    second = opened.notes.get(
        opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text="A branch").note
    )
    listed.presenter.reload()
    choose(listed.list, second)
    qtbot.keyClick(listed.list, Qt.Key.Key_B)

    assert note(opened, second).parent == listed.notes[0].id
    qtbot.keyClick(listed.list, Qt.Key.Key_D)
    assert "Thought 0" in listed.page.details.fields.above.text()
    listed.page.details.close_card()
    qtbot.keyClick(listed.list, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    assert note(opened, second).parent is None
    desk.history.undo()
    assert note(opened, second).parent == listed.notes[0].id


def test_the_first_note_of_a_table_and_round_belongs_to_none(qtbot, listed, opened):
    choose(listed.list, listed.notes[3])  # of another round than the one above
    with qtbot.waitSignal(listed.presenter.failed) as failed:
        qtbot.keyClick(listed.list, Qt.Key.Key_B)

    assert isinstance(failed.args[0], NoNoteAbove)
    assert note(opened, listed.notes[3]).parent is None


def test_the_prompt_stays_for_the_notes_that_follow_and_the_keys_change_it(
    qtbot, prompted, typing, opened
):
    typing.presenter.reload()
    for text in ("Hot", "Loud"):
        if text == "Hot":
            qtbot.keyClick(typing.field, Qt.Key.Key_PageDown)
        type_text(typing.field, text)
        qtbot.keyClick(typing.field, RETURN)
    qtbot.keyClick(typing.field, Qt.Key.Key_PageUp)
    type_text(typing.field, "Free")
    qtbot.keyClick(typing.field, RETURN)

    assert [each.prompt for each in opened.notes.all()] == ["Three findings", "Three findings", ""]
    assert typing.capture.prompt_choice.isVisible()


def test_without_prompts_none_is_asked_for(typing):
    assert not typing.capture.prompt_choice.isVisible()
    assert "prompt" not in typing.capture.legend.text()


def test_the_votes_of_the_note_just_typed_are_a_key_away_and_escape_goes_on_typing(
    qtbot, typing, opened
):
    type_text(typing.field, "A bench")
    qtbot.keyClick(typing.field, RETURN)
    type_text(typing.field, "Half a thou")
    qtbot.keyClick(typing.field, Qt.Key.Key_D, CONTROL)

    votes = typing.page.details.fields.votes_edit
    assert votes.hasFocus()
    type_text(votes, "6")
    qtbot.keyClick(votes, RETURN)
    qtbot.keyClick(votes, ESCAPE)

    assert typing.field.hasFocus()
    assert typing.field.toPlainText() == "Half a thou"
    assert opened.notes.all()[0].votes == 6


def test_the_menu_says_what_belongs_and_what_stands_alone(listed):
    choose(listed.list, listed.notes[0])
    menu = listed.page.note_actions.words_menu
    assert not entry(menu, "Stands alone").isEnabled()
    assert entry(menu, "History").isEnabled()


def test_above_is_what_stands_above_in_the_column_that_is_shown(qtbot, prompted, listed, opened):
    first, *_others = listed.notes
    added = [
        opened.notes.get(opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text=text).note)
        for text in ("Between", "Below")
    ]
    for each in (first, added[1]):
        opened.notes.change({replace(each, prompt="Proposals"): each.rev})
    listed.presenter.reload()
    listed.page.views.setCurrentIndex(2)  # by prompt
    lists = [view for view in listed.page.found.lists if view.isVisible()]
    view = next(view for view in lists if view.notes.row_of(added[1].id) is not None)
    choose(view, added[1])
    qtbot.keyClick(view, Qt.Key.Key_B)

    assert note(opened, added[1]).parent == first.id
