"""Themes: named, filled, put in order, and put back."""

from dataclasses import replace

import pytest

from wcafe.domain.kinds import Kind
from wcafe.domain.synthesis import Cite, Statement, StatementId, Theme, ThemeId
from wcafe.domain.text import new_id
from wcafe.errors import (
    BadTheme,
    ChangedSince,
    EditedElsewhere,
    NotFound,
    SameTheme,
    TextTooLong,
)
from wcafe.services.changes import Changed, Part


@pytest.fixture
def notes(crowd):
    said = ("Un banc", "Un arbre", "Un mur")
    return [crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text=text).note for text in said]


@pytest.fixture
def themes(crowd, notes):
    rest = crowd.synthesis.name_theme("Repos", notes=tuple(notes[:2]))
    shade = crowd.synthesis.name_theme("Ombre <b>", statement="De l’ombre.", notes=(notes[2],))
    return rest, shade, crowd.synthesis.name_theme("Autre")


def filed(cafe):
    return {theme.name: theme.notes for theme in cafe.synthesis.themes()}


def unversioned(themes):
    return [replace(theme, version=0) for theme in themes]


def named(cafe):
    return [theme.name for theme in cafe.synthesis.themes()]


def test_notes_move_to_a_theme_behind_those_there(crowd, themes, notes):
    crowd.synthesis.file([notes[0], notes[0]], themes[1].id)

    assert filed(crowd) == {
        "Repos": (notes[1],),
        "Ombre <b>": (notes[2], notes[0]),
        "Autre": (),
    }


def test_notes_leave_every_theme_and_stay_notes(crowd, themes, notes):
    crowd.synthesis.file(notes[1:], None)

    assert filed(crowd) == {"Repos": (notes[0],), "Ombre <b>": (), "Autre": ()}
    assert len(crowd.notes.all()) == 3


def test_notes_are_not_filed_under_a_theme_that_is_gone(crowd, themes, notes):
    crowd.synthesis.remove(themes[2].id)
    before = crowd.synthesis.themes()

    with pytest.raises(NotFound):
        crowd.synthesis.file(notes, themes[2].id)
    assert crowd.synthesis.themes() == before


def test_filing_and_renaming_are_edits_with_a_version(crowd, themes, notes):
    crowd.synthesis.file([notes[0]], themes[1].id)

    with pytest.raises(EditedElsewhere):
        crowd.synthesis.save(replace(themes[1], name="Fraîcheur"))
    newest = crowd.synthesis.themes()[1]
    assert crowd.synthesis.save(replace(newest, name="Fraîcheur")).version == newest.version + 1


def test_a_theme_that_goes_leaves_its_notes(crowd, themes, notes):
    assert crowd.synthesis.remove(themes[0].id).after == crowd.synthesis.themes()

    assert named(crowd) == ["Ombre <b>", "Autre"]
    assert len(crowd.notes.all()) == 3


@pytest.mark.parametrize(
    ("theme", "place", "order"),
    [
        (2, 0, ["Autre", "Repos", "Ombre <b>"]),
        (0, 1, ["Ombre <b>", "Repos", "Autre"]),
        (0, 2, ["Ombre <b>", "Autre", "Repos"]),
        (1, 1, ["Repos", "Ombre <b>", "Autre"]),
    ],
)
def test_a_theme_moves_to_another_place(crowd, themes, theme, place, order):
    before = crowd.synthesis.themes()
    crowd.synthesis.move(themes[theme].id, place)

    assert named(crowd) == order
    assert set(crowd.synthesis.themes()) == set(before)  # a place is no edit


def test_a_theme_that_is_gone_does_not_move(crowd, themes):
    with pytest.raises(NotFound):
        crowd.synthesis.move(new_id(), 0)


def test_all_themes_are_put_back_as_they_were(crowd, themes, notes):
    before = crowd.synthesis.themes()
    crowd.synthesis.file(notes, themes[2].id)
    crowd.synthesis.remove(themes[1].id)
    crowd.synthesis.move(themes[2].id, 0)
    now = crowd.synthesis.themes()

    back = crowd.synthesis.arrange(before, expected=now).after
    assert [replace(theme, version=0) for theme in back] == [
        replace(theme, version=0) for theme in before
    ]
    forth = crowd.synthesis.arrange(now, expected=back).after
    assert [(theme.name, theme.notes) for theme in forth] == [
        (theme.name, theme.notes) for theme in now
    ]


def test_themes_changed_elsewhere_are_not_put_back_over(crowd, themes):
    before = crowd.synthesis.themes()
    crowd.synthesis.save(replace(themes[0], name="Pause"))
    now = crowd.synthesis.themes()

    with pytest.raises(EditedElsewhere):
        crowd.synthesis.arrange((), expected=before)
    assert crowd.synthesis.themes() == now


def test_a_note_stands_once_in_a_theme_and_may_lie_in_several(crowd, themes, notes):
    with pytest.raises(BadTheme):
        replace(themes[0], notes=(notes[0], notes[0]))

    crowd.synthesis.file([notes[0]], themes[1].id, out_of=())
    assert filed(crowd)["Repos"] == (notes[0], notes[1])
    assert filed(crowd)["Ombre <b>"] == (notes[2], notes[0])

    crowd.synthesis.file([notes[0]], None, out_of={themes[0].id})
    assert filed(crowd)["Repos"] == (notes[1],)
    assert filed(crowd)["Ombre <b>"] == (notes[2], notes[0])


def test_a_merge_and_its_undo_keep_statements_citations_headlines_and_marks(crowd, themes, notes):
    rest, shade, _other = themes
    for theme, headline in ((rest, "Un lieu pour s’asseoir"), (shade, "De l’ombre partout")):
        cited = (Cite(note=notes[0], read="a"), Cite(note=notes[2], read="b"))
        said = Statement(id=StatementId(new_id()), text=headline, cites=cited)
        crowd.synthesis.edit(
            theme.id,
            lambda here, headline=headline, said=said: replace(
                here, headline=headline, statements=(*here.statements, said)
            ),
        )
    before = crowd.synthesis.themes()

    for theme, into in ((rest, shade), (shade, rest)):
        change = crowd.synthesis.merge(theme.id, into.id)
        both = next(each for each in change.after if each.id == into.id)
        assert both.mark == into.mark
        assert [len(said.cites) for said in both.statements if said.cites] == [2, 2]
        assert both.statements[-1].text == next(t.headline for t in before if t.id == theme.id)
        assert set(both.notes) == set(notes)

        crowd.synthesis.take_back(change.after, change.before)
        assert unversioned(crowd.synthesis.themes()) == unversioned(before)
        crowd.synthesis.take_back(change.before, change.after)
        assert unversioned(crowd.synthesis.themes()) == unversioned(change.after)
        crowd.synthesis.take_back(change.after, change.before)


def test_a_split_stands_behind_the_theme_it_comes_from(crowd, themes, notes):
    made = Theme(id=ThemeId(new_id()), name="Bancs", notes=(notes[1],))

    crowd.synthesis.split(themes[0].id, made)

    assert named(crowd) == ["Repos", "Bancs", "Ombre <b>", "Autre"]
    assert filed(crowd)["Bancs"] == (notes[1],)
    assert [theme.mark for theme in crowd.synthesis.themes()] == [0, 3, 1, 2]


def test_no_two_themes_get_the_same_name(crowd, themes):
    before = crowd.synthesis.themes()
    namesake = Theme(id=ThemeId(new_id()), name="REPOS")

    for wish in (
        lambda: crowd.synthesis.name_theme("repos"),
        lambda: crowd.synthesis.add(namesake),
        lambda: crowd.synthesis.split(themes[0].id, namesake),
        lambda: crowd.synthesis.rename(themes[2].id, " Repos ", seen="Autre"),
    ):
        with pytest.raises(SameTheme, match="Repos"):
            wish()
    assert crowd.synthesis.themes() == before


def test_two_people_who_rename_at_once_do_not_replace_each_other_s_name_unseen(crowd, themes):
    crowd.synthesis.rename(themes[2].id, "Place", seen="Autre")

    with pytest.raises(EditedElsewhere):
        crowd.synthesis.rename(themes[2].id, "Halle", seen="Autre")
    crowd.synthesis.rename(themes[2].id, "Place", seen="Autre")  # both meant the same
    assert named(crowd)[2] == "Place"


@pytest.mark.parametrize(
    ("name", "error"), [("", BadTheme), (" \u200b", BadTheme), ("a" * 2001, TextTooLong)]
)
def test_a_name_that_cannot_be_changes_nothing(crowd, themes, name, error):
    before = crowd.synthesis.themes()

    with pytest.raises(error):
        crowd.synthesis.rename(themes[2].id, name, seen="Autre")
    with pytest.raises(error):
        crowd.synthesis.name_theme(name)
    assert crowd.synthesis.themes() == before


def test_what_nobody_changed_since_is_all_there_is_to_take_back(crowd, themes):
    change = crowd.synthesis.rename(themes[2].id, "Place", seen="Autre")
    crowd.synthesis.rename(themes[2].id, "Halle", seen="Place")
    before = crowd.synthesis.themes()

    with pytest.raises(ChangedSince):
        crowd.synthesis.take_back(change.after, change.before)
    assert crowd.synthesis.themes() == before


def test_each_wish_is_one_notice(crowd, themes, notes):
    heard = []
    crowd.changes.listen(heard.append)
    crowd.synthesis.file(notes, themes[2].id, by=crowd)
    crowd.synthesis.move(themes[2].id, 0, by=crowd)

    assert heard == [Changed(Part.SYNTHESIS, crowd)] * 2
