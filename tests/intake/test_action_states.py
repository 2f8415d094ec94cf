"""What cells say of actions: states and days, in French and English, and what is none."""

from datetime import date

import pytest

from wcafe.domain.note_fields import state_name
from wcafe.domain.notes import ActionState
from wcafe.i18n import LANGUAGES, words_for
from wcafe.intake.action_states import read_day, read_state
from wcafe.intake.notes_found import NotADay, NotAState

UNDER_WAY, DONE = ActionState.UNDER_WAY, ActionState.DONE
POSTPONED, DROPPED = ActionState.POSTPONED, ActionState.DROPPED


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", ActionState)
def test_each_state_is_read_as_it_is_written_here_and_as_json_has_it(state, language):
    written = state_name(state, words_for(language))
    for cell in (written, written.upper(), f"  {written.capitalize()} ", state.value):
        assert read_state(cell) is state


@pytest.mark.parametrize(
    ("cells", "state"),
    [
        ("En cours|en route|Lancée|in progress|STARTED|Commencé", UNDER_WAY),
        ("fait|Faite|Terminé|réalisée|Achevée|done|Finished|x|oui|OK", DONE),
        ("Reportée|reporté|remis à plus tard|En attente|on hold|Later|différé", POSTPONED),
        ("Abandonnée|annulé|Sans suite|given up|cancelled|Dropped|non", DROPPED),
        ("|?|-|—|n/a|inconnu| ", None),
    ],
)
def test_people_say_it_in_their_words(cells, state):
    assert {read_state(cell) for cell in cells.split("|")} == {state}


@pytest.mark.parametrize("cell", ["bientôt", "50 %", "faite à moitié", "=1+1", "🙂", "done?!"])
def test_what_is_no_state_is_told_with_its_words(cell):
    with pytest.raises(NotAState) as told:
        read_state(cell)
    assert cell in str(told.value)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2027-02-03", date(2027, 2, 3)),
        ("2027-02-03 00:00:00", date(2027, 2, 3)),
        ("2027-02-03T09:30", date(2027, 2, 3)),
        ("3/2/2027", date(2027, 2, 3)),
        ("03.02.2027", date(2027, 2, 3)),
        ("", None),
        ("-", None),
    ],
)
def test_a_day_is_read_with_the_day_before_the_month(cell, day):
    assert read_day(cell) == day


@pytest.mark.parametrize("cell", ["demain", "31/2/2027", "2027-13-01", "45000", "0/0/0000", "2027"])
def test_what_is_no_day_is_told_and_never_guessed(cell):
    with pytest.raises(NotADay):
        read_day(cell)


def test_a_list_says_what_became_of_actions_and_bad_cells_leave_it_as_it_is(cafe, tmp_path):
    path = tmp_path / "suivi.csv"
    path.write_text(
        "table;ronde;type;texte;Ce qu’elle est devenue;État dit le;Raison de l’état\n"
        "1;1;action;Planter;Faite;3/2/2027;les élèves ont planté\n"
        "1;1;action;Semer;presque;31/2/2027;\n",
        encoding="utf-8",
    )

    report = cafe.notes.lists.import_list(path)

    planted, sown = cafe.notes.all()
    assert (planted.state, planted.state_on) == (DONE, date(2027, 2, 3))
    assert planted.state_why == "les élèves ont planté"
    assert (sown.state, sown.state_on) == (None, None)
    assert [each.row for each in report.remarks] == [3, 3]
