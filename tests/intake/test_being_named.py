"""Who agrees to be named: a clear yes is one, a clear no takes it back, silence is neither."""

import pytest

from tests.cafes import write_list
from wcafe.intake.consent import consent_in
from wcafe.intake.people import read_people
from wcafe.intake.sheet import read_sheet

HEADINGS = (
    "J’accepte que mon nom soit publié",
    "J'accepte que mon nom apparaisse dans le compte rendu",
    "Acceptez-vous que votre nom figure dans la synthèse ?",
    "Autorisez-vous la publication de votre nom ?",
    "Votre nom peut-il apparaître dans le rapport ? *",
    "Souhaitez-vous que votre nom soit mentionné dans la restitution ?",
    "Accord pour être nommé·e",
    "Peut être nommé(e)",
    "Droit de citer le nom",
    "Consentement à la publication du nom",
    "May be named",
    "I agree to be named in the report",
    "May we mention your name in the summary?",
    "Can your name be published?",
    "Permission to publish name",
    "I consent to my name being published",
)
OTHERS = (
    "Je ne souhaite pas que mon nom soit publié",  # a yes would be a no
    "Ne pas publier mon nom",
    "Do not publish my name",
    "Souhaitez-vous rester anonyme ?",
    "Nom qui peut figurer sur le badge",
    "J’accepte que ma photo soit publiée",
    "J’accepte de recevoir la newsletter à mon nom",
    "Nom de la personne qui accompagne",
    "Comment avez-vous connu le café ?",
)
YES = (
    *("oui", "Oui !", "yes", "X", "✓", "1", "TRUE", "vrai", "J’accepte", "Oui, j'accepte", "OK"),
    *("d'accord", "I agree", "Accepté", "Aucun problème", "pas d'objection", "Autorisé"),
)
NO = (
    *("non", "Non merci", "no", "0", "FALSE", "faux", "Je refuse", "Je n'accepte pas", "❌"),
    *("pas d'accord", "I do not agree", "Oui mais pas mon nom", "Oui, anonymement", "Refusé"),
    *("don't", "jamais"),
)
NEITHER = ("", " ", "-", "–", "?", "n/a", "nc", "prénom seulement", "à voir", "initiales")


def read(tmp_path, rows, heading=HEADINGS[0]):
    text = f'Nom complet;Structure;"{heading}"\n' + "".join(f"{row}\n" for row in rows)
    return read_people(read_sheet(write_list(tmp_path, text)))


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_column_that_asks_for_it_is_known(tmp_path, heading):
    found = read(tmp_path, ["Ana Silva;Mairie;oui", "Ben Diallo;École;non"], heading)

    assert found.columns["may_be_named"] == heading
    assert [person.may_be_named for person in found.people] == [True, False]
    assert found.refusing == {found.people[1].id}
    assert [person.name for person in found.people] == ["Ana Silva", "Ben Diallo"]


@pytest.mark.parametrize("heading", OTHERS)
def test_a_column_that_asks_for_something_else_names_nobody(tmp_path, heading):
    found = read(tmp_path, ["Ana Silva;Mairie;oui", "Ben Diallo;École;non"], heading)

    assert "may_be_named" not in found.columns
    assert not any(person.may_be_named for person in found.people)
    assert not found.refusing


@pytest.mark.parametrize(
    ("said", "agrees"),
    [*((y, True) for y in YES), *((n, False) for n in NO), *((x, None) for x in NEITHER)],
)
def test_only_a_clear_yes_is_one(said, agrees):
    assert consent_in(said) is agrees


def test_words_that_are_neither_are_told_and_silence_is_not(tmp_path):
    found = read(tmp_path, ["Ana Silva;Mairie;prénom seulement", "Ben Diallo;École;", "Jo Ba;;-"])

    (told,) = found.unsure
    assert (told.row, told.name) == (2, "Ana Silva")
    assert "“prénom seulement”" in told.describe()
    assert not any(person.may_be_named for person in found.people)
    assert not found.refusing


def test_nobody_agrees_in_the_name_of_another(tmp_path):
    (one, other) = read(tmp_path, ["Ana Silva et Ben Diallo;Mairie;oui"]).people

    assert not one.may_be_named
    assert not other.may_be_named


@pytest.mark.parametrize("answers", [("oui", "non"), ("non", "oui")])
def test_somebody_listed_twice_who_says_no_once_is_not_named(tmp_path, answers):
    found = read(tmp_path, [f"Ana Silva;Mairie;{answer}" for answer in answers])

    (ana,) = found.people
    assert not ana.may_be_named
    assert ana.id in found.refusing


def bring(cafe, tmp_path, answer, heading=HEADINGS[0]):
    column = f';"{heading}"' if heading else ""
    row = f"Ana Silva;Mairie{f';{answer}' if heading else ''}"
    path = write_list(tmp_path, f"Nom complet;Structure{column}\n{row}\nBen Diallo;École\n")
    cafe.people.import_list(path)
    return next(each.may_be_named for each in cafe.people.all() if each.name == "Ana Silva")


def test_a_later_no_takes_a_consent_away_and_silence_leaves_it(cafe, tmp_path):
    assert bring(cafe, tmp_path, "oui") is True
    assert bring(cafe, tmp_path, "", heading="") is True  # a list without the column
    assert bring(cafe, tmp_path, "") is True
    assert bring(cafe, tmp_path, "à voir") is True
    assert bring(cafe, tmp_path, "non") is False
    assert bring(cafe, tmp_path, "") is False
    assert bring(cafe, tmp_path, "oui") is True


def test_who_does_not_come_any_more_and_says_no_is_not_named_either(cafe, tmp_path):
    bring(cafe, tmp_path, "oui")
    text = f'Nom complet;Statut;"{HEADINGS[0]}"\nAna Silva;annulé;non\nBen Diallo;inscrit;\n'

    cafe.people.import_list(write_list(tmp_path, text))

    ana = next(each for each in cafe.people.all() if each.name == "Ana Silva")
    assert (ana.present, ana.may_be_named) == (frozenset(), False)


def test_what_was_not_understood_is_told_on_the_command_line(cafe_file, tmp_path, capsys):
    from wcafe.cli import run

    text = f'Nom complet;"{HEADINGS[0]}"\nAna Silva;initiales\nBen Diallo;oui\n'
    path = write_list(tmp_path, text)

    assert run(["import", str(cafe_file), str(path)]) == 0

    told = capsys.readouterr().out
    assert "Not understood, whether they may be named:" in told
    assert "“initiales”" in told
