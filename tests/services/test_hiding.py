"""What stands in the place of names, in all that an edition prints."""

from dataclasses import replace

import pytest

from tests.cafes import person
from tests.published import photo
from wcafe.domain.amendments import Amendment
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.live import Live
from wcafe.domain.named import decide, forget_choice
from wcafe.domain.notes import Note
from wcafe.domain.publication import NameChoice, Naming, Publication
from wcafe.domain.synthesis import Statement, Theme
from wcafe.domain.verdicts import Answer, Verdict
from wcafe.i18n import words_for
from wcafe.services.cafe import Snapshot
from wcafe.services.hiding import hide_names
from wcafe.services.names import TOLD, names_found, tell_names

NAME = "Yann Kervella"
SAID = f"{NAME} said so"


def everything(text, choices=()):
    """A café in which `text` stands wherever an edition prints what somebody wrote."""
    told = dict.fromkeys(TOLD, text)
    publication = Publication(**told, contact=text, names=tuple(choices))
    return Snapshot(
        cafe=replace(draft(title="T", language="en"), publication=publication),
        people=(person(NAME), person("Rose")),
        plan=None,
        live=Live(),
        notes=(Note(id="n", table=0, round=0, kind=Kind.IDEA, text=text, who=text),),
        themes=(
            Theme(id="t", name=text, headline=text, statements=(Statement(id="s", text=text),)),
        ),
        verdicts=frozenset(
            [Verdict(statement="s", table=0, answer=Answer.AMEND, sentence="", words=text)]
        ),
        amendments=(Amendment(id="a", text=text, reason=text),),
        photos=(photo(0, alternative=text),),
    )


def printed(snapshot):
    """All of a café but its people and decisions, as one text."""
    publication = replace(snapshot.cafe.publication, names=(), contact="")
    return repr(replace(snapshot, people=(), cafe=replace(snapshot.cafe, publication=publication)))


def test_a_name_goes_from_all_that_is_printed_but_from_where_corrections_go():
    hidden = hide_names(everything(SAID))

    assert "Yann" in printed(everything(SAID))
    assert "Yann" not in printed(hidden)
    assert printed(hidden).count("[name] said so") == printed(everything(SAID)).count(SAID)
    assert hidden.cafe.publication.contact == SAID


@pytest.mark.parametrize(
    ("naming", "instead", "wanted"),
    [
        (Naming.KEPT, "", SAID),
        (Naming.REPLACED, "Y.", "Y. said so"),
        (Naming.REPLACED, "<b>&", "<b>& said so"),
        (Naming.WITHHELD, "", "[name] said so"),
    ],
)
def test_what_was_decided_of_a_name_stands_in_its_place_everywhere(naming, instead, wanted):
    choice = NameChoice(name="YANN  kervella", naming=naming, instead=instead)

    hidden = hide_names(everything(SAID, [choice]))

    assert hidden.notes[0].text == wanted
    assert hidden.cafe.publication.context == wanted
    assert hidden.themes[0].statements[0].text == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Yann's bench", "[name]'s bench"),
        ("le vélo d’Yann", "le vélo d’[name]"),
        ("Yannick, Kervellas", "Yannick, Kervellas"),
        ("Rose Kervella", "[name]"),
        ("a rose for YANN!", "a rose for [name]!"),
    ],
)
def test_other_forms_of_a_name_and_words_that_only_hold_it(text, wanted):
    keeps_flowers = NameChoice(name="rose", naming=Naming.KEPT)

    assert hide_names(everything(text, [keeps_flowers])).notes[0].text == wanted


def test_names_nobody_looked_at_come_first_and_the_sentence_counts_them():
    snapshot = everything(SAID, [NameChoice(name="Rose", naming=Naming.KEPT)])
    flowers = Note(id="m", table=0, round=0, kind=Kind.IDEA, text="Rose, a rose")
    snapshot = replace(snapshot, notes=(*snapshot.notes, flowers))

    found = names_found(snapshot)

    assert [each.name for each in found] == [NAME, "rose", "Rose"]
    assert found[0].choice is None
    assert found[0].places[0] == SAID
    assert tell_names(found, words_for("en")) == (
        "3 names of the list stand in the harvest: 1 kept, 1 kept as a common word, "
        "1 that nobody looked at, so withheld."
    )
    french = tell_names(found, words_for("fr")).replace("\xa0", " ")
    assert french.startswith("3 noms de la liste figurent dans la récolte : 1 gardé")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Réparer la rose, et chaque rose.", "Réparer la rose, et chaque rose."),
        ("L'arrosage de l'rose", "L'arrosage de l'rose"),
        ("Une seule rose, the old rose", "Une seule rose, the old rose"),
        ("Le voisin rose et la seule rose", "Le voisin [name] et la seule [name]"),
        ("Seule rose vient", "Seule [name] vient"),
        ("Voir avec rose", "Voir avec [name]"),
        ("la rose, voir rose", "la [name], voir [name]"),  # a name once, so perhaps again
        ("La Rose", "La [name]"),
        ("rose", "[name]"),
    ],
)
def test_a_word_that_begins_small_behind_an_article_is_a_common_one(text, wanted):
    assert hide_names(everything(text)).notes[0].text == wanted


def test_who_agreed_to_be_named_stays_unless_somebody_decides_otherwise():
    snapshot = everything(SAID)
    people = (replace(snapshot.people[0], may_be_named=True), snapshot.people[1])
    snapshot = replace(snapshot, people=people)

    assert hide_names(snapshot).notes[0].text == SAID
    (found,) = names_found(snapshot)
    assert found.is_agreed
    assert not found.is_open
    assert tell_names((found,), words_for("en")).endswith("1 whose bearer agreed.")
    publication = decide(snapshot.cafe.publication, NameChoice(name=NAME))
    decided = replace(snapshot, cafe=replace(snapshot.cafe, publication=publication))
    assert hide_names(decided).notes[0].text == "[name] said so"


def test_a_decision_takes_the_place_of_the_last_one_and_can_be_taken_back():
    once = decide(Publication(), NameChoice(name="Rose"))
    again = decide(once, NameChoice(name="ROSE", naming=Naming.KEPT))

    assert [each.naming for each in again.names] == [Naming.KEPT]
    assert len(decide(again, NameChoice(name="rose")).names) == 2
    assert forget_choice(again, "Rose") == Publication()


def test_without_people_nothing_is_found_and_nothing_changes():
    alone = replace(everything(SAID), people=())

    assert names_found(alone) == ()
    assert tell_names((), words_for("en")) == ""
    assert hide_names(alone) is alone
