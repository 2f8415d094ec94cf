"""Themes: named, filled, put in order, and put back."""

from dataclasses import replace

import pytest

from wcafe.domain.kinds import Kind
from wcafe.domain.text import new_id
from wcafe.errors import BadTheme, EditedElsewhere, NotFound
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
    assert crowd.synthesis.remove(themes[0].id) == crowd.synthesis.themes()

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

    back = crowd.synthesis.arrange(before, expected=now)
    assert [replace(theme, version=0) for theme in back] == [
        replace(theme, version=0) for theme in before
    ]
    forth = crowd.synthesis.arrange(now, expected=back)
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


def test_a_note_stands_once_in_a_theme_and_in_as_many_as_people_put_it(crowd, themes, notes):
    with pytest.raises(BadTheme):
        replace(themes[0], notes=(notes[0], notes[0]))
    all_ = tuple(replace(theme, notes=(notes[0],)) for theme in themes)

    assert [theme.notes for theme in crowd.synthesis.arrange(all_)] == [(notes[0],)] * len(themes)


def test_each_wish_is_one_notice(crowd, themes, notes):
    heard = []
    crowd.changes.listen(heard.append)
    crowd.synthesis.file(notes, themes[2].id, by=crowd)
    crowd.synthesis.move(themes[2].id, 0, by=crowd)

    assert heard == [Changed(Part.SYNTHESIS, crowd)] * 2
