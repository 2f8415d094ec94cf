"""What comes back: kept by a wish, told in a notice, taken back as one."""

from dataclasses import replace

import pytest

from tests.cafes import person
from wcafe.domain.amendments import Amendment, AmendmentId, Decision, Way
from wcafe.domain.kinds import Kind
from wcafe.domain.verdicts import Answer, standing_verdicts, verdict_on
from wcafe.errors import NoSuchAmendment, Unexplained
from wcafe.services.changes import Changed, Part
from wcafe.services.hiding import hide_names


@pytest.fixture
def statement(crowd):
    note = crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc").note
    theme = crowd.synthesis.name_theme("Repos", notes=(note,)).id
    return crowd.statements.write(theme, "Un banc manque.", [note]).after.statement


def notices(crowd):
    heard = []
    crowd.changes.listen(heard.append)
    return heard


def test_an_answer_is_kept_told_once_and_taken_back(crowd, statement):
    heard = notices(crowd)
    confirmed = verdict_on(statement, 0, Answer.CONFIRMED)

    change = crowd.verdicts.put([confirmed], by="strip")

    assert crowd.verdicts.all() == {confirmed}
    assert heard == [Changed(Part.FEEDBACK, "strip")]
    assert change.before == {(statement.id, 0): None}

    crowd.verdicts.change(change.back.after)
    assert crowd.verdicts.all() == set()
    crowd.verdicts.change(change.after)
    assert crowd.verdicts.all() == {confirmed}


def test_a_change_remembers_what_a_table_had_said(crowd, statement):
    amend = verdict_on(statement, 0, Answer.AMEND, "Deux bancs.")
    crowd.verdicts.put([amend])

    change = crowd.verdicts.put([verdict_on(statement, 0, Answer.NOT_OURS)])
    crowd.verdicts.change(change.before)

    assert crowd.verdicts.all() == {amend}


def test_a_tables_own_words_are_cleaned_and_on_one_line(crowd, statement):
    crowd.verdicts.put([verdict_on(statement, 0, Answer.AMEND, "  Deux\x00\n bancs ")])

    (kept,) = crowd.verdicts.all()
    assert kept.words == "Deux bancs"


def test_a_snapshot_has_an_answer_as_soon_as_it_is_kept(crowd, statement):
    assert crowd.cafes.snapshot().verdicts == set()

    crowd.verdicts.put([verdict_on(statement, 0, Answer.CONFIRMED)])

    assert len(crowd.cafes.snapshot().verdicts) == 1


def test_what_a_table_said_stands_where_names_are_hidden_and_its_words_hide_them(crowd):
    crowd.people.save([person("Ana Silva")])
    note = crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc").note
    theme = crowd.synthesis.name_theme("Repos", notes=(note,)).id
    said = crowd.statements.write(theme, "Ana Silva veut un banc.", [note]).after.statement
    other = crowd.statements.write(theme, "Un banc.", [note]).after.statement
    confirmed = verdict_on(said, 0, Answer.CONFIRMED, "Ana Silva le dit.")
    outdated = replace(verdict_on(other, 0, Answer.CONFIRMED), sentence="of other words")
    crowd.verdicts.put([confirmed, outdated])

    shown = hide_names(crowd.cafes.snapshot())

    (theme,) = shown.themes
    assert theme.statements[0].text == "[nom] veut un banc."
    assert set(standing_verdicts(shown.verdicts, shown.themes)) == {said.id}
    assert "Silva" not in " ".join(each.words for each in shown.verdicts)


def test_an_amendment_is_kept_told_and_decided(crowd, statement):
    heard = notices(crowd)
    taken = crowd.amendments.save(
        Amendment(
            id=AmendmentId("a"),
            text=" Deux bancs. ",
            table=0,
            statement=statement.id,
            way=Way.STRIP,
        ),
        by="strip",
    )

    assert crowd.amendments.all() == (taken,)
    assert taken.text == "Deux bancs."
    assert heard == [Changed(Part.FEEDBACK, "strip", frozenset({taken.id}))]

    decided = crowd.amendments.decide(taken.id, Decision.DECLINED, "Un seul fut dit.")
    assert crowd.amendments.all() == (decided,)
    assert crowd.amendments.decide(taken.id, None).decision is None

    crowd.amendments.remove(taken.id)
    assert crowd.amendments.all() == ()
    assert crowd.cafes.snapshot().amendments == ()


def test_what_cannot_be_decided_changes_nothing(crowd):
    taken = crowd.amendments.save(Amendment(id=AmendmentId("a"), text="Deux bancs."))

    with pytest.raises(Unexplained):
        crowd.amendments.decide(taken.id, Decision.DECLINED)
    with pytest.raises(NoSuchAmendment):
        crowd.amendments.decide(AmendmentId("nobody's"), Decision.ACCEPTED)

    assert crowd.amendments.all() == (taken,)
    assert replace(taken, version=0).decision is None
