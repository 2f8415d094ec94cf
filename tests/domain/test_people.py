"""Who is here and who is away, round by round."""

import pytest

from wcafe.domain.people import Person, PersonId, absent


def guest(present=None):
    rounds = None if present is None else frozenset(present)
    return Person(id=PersonId("one"), given="Ana", present=rounds)


@pytest.mark.parametrize(
    ("before", "asked", "is_here", "after"),
    [
        (None, {1, 2}, False, {0}),
        (None, {0, 1, 2}, False, set()),
        ({0}, {1, 2}, True, None),
        ({0}, {2}, True, {0, 2}),
        ({0, 2}, set(), False, {0, 2}),
    ],
)
def test_who_is_noted_in_some_rounds_is_in_the_others_as_before(before, asked, is_here, after):
    noted = guest(before).with_presence_in(asked, 3, is_here=is_here)
    assert noted == guest(after)


def test_who_is_here_in_every_round_comes_to_all_of_them_however_many_there_will_be():
    assert guest({0}).with_presence(range(3), 3).present is None
    assert guest().with_presence(range(1, 3), 3).present == {1, 2}


def test_who_attends_none_of_the_rounds_asked_for_is_away_and_nobody_is_away_from_none():
    assert [guest(p).is_away({1, 2}) for p in (None, {0}, {2}, set())] == [False, True, False, True]
    assert not guest(set()).is_away(())
    assert absent([guest({3}), guest({1}), guest()], 3) == (guest({3}),)


def test_one_list_has_one_alphabet_whoever_typed_its_names():
    names = [
        *(("", "Zoé Abgrall"), ("Marc", "d'Auzay"), ("Anne", "BIZIEN"), ("", "Émile Bizien")),
        *(("Zélie", "Bizien"), ("", "Dr Ève Bizien (Mairie)"), ("", "Élodie de Kervenoaël")),
        *(("", "Yann Le Goff"), ("Ann", "Le Goff"), ("", "Sam Lee Jr."), ("", "Jan Łuczak")),
        *(("", "Armelle Œuvrard"), ("", "Paul Oger"), ("", "Luc Østergaard"), ("", "王小明")),
    ]
    people = [Person(id=PersonId(str(n)), given=g, family=f) for n, (g, f) in enumerate(names)]

    assert [each.name for each in sorted(people, key=lambda each: each.sort_key)] == [
        *("Zoé Abgrall", "Marc d'Auzay", "Anne BIZIEN", "Émile Bizien", "Dr Ève Bizien (Mairie)"),
        *("Zélie Bizien", "Élodie de Kervenoaël", "Ann Le Goff", "Yann Le Goff", "Sam Lee Jr."),
        *("Jan Łuczak", "Armelle Œuvrard", "Paul Oger", "Luc Østergaard", "王小明"),
    ]
