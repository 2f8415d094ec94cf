"""A corpus of IRaMuTeQ: each note once, behind variables that nothing in it can imitate."""

import re
from dataclasses import replace

from tests.exports.harvests import SAID, harvest, nothing_said
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.exports import exported

VARIABLE = re.compile(r"\*[a-z]+_[a-zA-Z0-9]+")


def read(corpus):
    """Return the texts and their variables as the program's manual says that it reads them."""
    texts = []
    for line in corpus.splitlines():
        if line.startswith("****"):
            texts.append((line.removeprefix("**** ").split(" "), []))
        else:
            assert "*" not in line  # else it would be a variable in the middle of a text
            assert not re.search(r"(?<!\w)_\w+_(?!\w)", line)
            texts[-1][1].append(line)
    return [(variables, "\n".join(lines).strip()) for variables, lines in texts]


def corpus(snapshot):
    return exported("txt", snapshot, what="iramuteq").decode()


def test_each_note_that_anybody_may_read_is_there_once_with_its_variables():
    texts = read(corpus(harvest()))

    assert [text for _variables, text in texts] == [
        SAID[0],
        SAID[3],
        "deux\n\nlignes ; et ∗∗∗∗ ∗table＿9 ＄ ＿rire＿",
        SAID[2],
        SAID[5],
    ]
    assert texts[0][0] == [
        "*table_1",
        "*ronde_1",
        "*theme_mobilitesDoucesDAbord",
        "*theme_2",  # its name has no letter that is safe
        "*genre_piste",
        "*consigne_troisRetours",
    ]
    assert all(VARIABLE.fullmatch(each) for variables, _text in texts for each in variables)


def test_variables_are_in_the_language_of_the_café():
    shot = harvest()
    english = corpus(replace(shot, cafe=replace(shot.cafe, language="en", kind_labels=())))

    assert english.startswith("**** *table_1 *round_1 *theme_")
    assert " *kind_idea " in english.splitlines()[0]


def test_themes_whose_safe_names_are_the_same_stay_apart():
    notes = tuple(Note(id=NoteId(n), table=0, round=0, text=n) for n in "ab")
    named = (("Eau !", "a"), ("« Eau »", "b"))
    themes = tuple(Theme(id=ThemeId(n), name=n, notes=(NoteId(note),)) for n, note in named)

    texts = read(corpus(harvest(notes=notes, themes=themes)))

    assert [variables[2:] for variables, _text in texts] == [["*theme_1Eau"], ["*theme_2Eau"]]


def test_a_café_without_notes_says_so():
    assert corpus(nothing_said()) == "Aucune note n’a encore été prise.\n"
    shot = harvest()
    notes = tuple(replace(note, withheld="privé") for note in shot.notes)
    assert corpus(replace(shot, notes=notes)) == "6 notes sont retenues\u00a0: privé (6).\n"
