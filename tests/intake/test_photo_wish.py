"""Who wishes to be on no picture: asked for either way round, never lost, never guessed."""

import pytest

from tests.cafes import write_list
from wcafe.intake.people import read_people
from wcafe.intake.photo_wish import photo_wish_in, unclear_photo_wish
from wcafe.intake.sheet import read_sheet

AGAINST = (  # a yes is a wish to be on none
    "Pas de photo",
    "Pas de photos SVP",
    "Sans photo",
    "No photos",
    "No photos, please",
    "No pics",
    "Je m’oppose à la prise de photos",
    "Refus du droit à l'image",
    "Ne souhaite pas être photographié·e",
    "Je ne souhaite pas apparaître sur les photos",
    "Je refuse d’être pris(e) en photo",
    "Souhaitez-vous ne pas être filmé ?",
    "Photos interdites",
    "Cela vous dérange-t-il d'être pris en photo ?",
    "Voyez-vous une objection à être photographié ?",
    "I do not want to be photographed",
    "Please don't take my picture",
    "Do you mind being photographed?",
    "Opt out of photos",
)
CONSENTS = (  # a no is one
    "Droit à l'image",
    "Droit à l’image (oui/non) *",
    "Cession du droit à l'image",
    "J’accepte que ma photo soit publiée",
    "J'autorise l'utilisation de mon image",
    "Autorisation de prise de vue",
    "Acceptez-vous d'être pris en photo ?",
    "Êtes-vous d’accord pour être filmé·e ?",
    "Souhaitez-vous apparaître sur les photos ?",
    "Aucune objection à être photographié",
    "Photo OK ?",
    "Photos",
    "Photo (O/N)",
    "Photos : oui / non",
    "Diffusion de mon image",
    "Photos RGPD",
    "J'accepte / je refuse d'être photographié",
    "Photo consent",
    "Photo consent (yes or no)",
    "Image rights",
    "May we take photos of you?",
    "Do you agree to be photographed?",
    "I consent to being filmed",
    "Permission to use my picture",
)
OTHERS = (
    "Photo de profil",
    "Lien vers votre photo",
    "Photographe préféré",
    "Club photo",
    "Image de la ville",
    "Ne pas publier mon nom",
    "Souhaitez-vous recevoir la newsletter ?",
)
ITSELF = {  # means the same under both headings
    "pas de photo": True,
    "Non, pas de photos !": True,
    "Je refuse": True,
    "je ne souhaite pas être photographié": True,
    "I don't want to": True,
    "photos interdites": True,
    "photos ok": False,
    "pas de problème": False,
    "Aucune objection": False,
    "": None,
    " – ": None,
    "n/a": None,
    "ana.jpg": None,
    "https://x.example/ana": None,
    "à voir": None,
    "de dos": None,
    "OK sauf le visage": None,
}
YES = ("oui", "Oui !", "yes", "X", "✓", "1", "TRUE", "vrai")
NO = ("non", "Non.", "no", "0", "FALSE", "faux", "❌")


def read(tmp_path, heading, *answers):
    rows = "".join(
        f"Personne {'ABCDEF'[n]}li;Mairie {n};{said}\n" for n, said in enumerate(answers)
    )
    text = f'Nom complet;Structure;"{heading}"\n{rows}'
    return read_people(read_sheet(write_list(tmp_path, text)))


def wishes(found):
    return [person.no_photo for person in found.people]


@pytest.mark.parametrize("heading", AGAINST)
def test_a_yes_under_a_heading_against_photos_is_a_wish(tmp_path, heading):
    found = read(tmp_path, heading, "oui", "non", "")

    assert found.columns["no_photo"] == heading
    assert wishes(found) == [True, False, False]
    assert not found.unsure


@pytest.mark.parametrize("heading", CONSENTS)
def test_a_no_under_a_heading_that_asks_for_consent_is_a_wish(tmp_path, heading):
    found = read(tmp_path, heading, "oui", "non", "")

    assert found.columns["photo_consent"] == heading
    assert wishes(found) == [False, True, False]
    assert not found.unsure


@pytest.mark.parametrize("heading", OTHERS)
def test_a_heading_about_something_else_is_no_wish(tmp_path, heading):
    found = read(tmp_path, heading, "oui", "non")

    assert not {"no_photo", "photo_consent"} & found.columns.keys()
    assert wishes(found) == [False, False]


@pytest.mark.parametrize("said", [*YES, *NO])
def test_a_bare_answer_is_read_as_its_heading_asks(said):
    assert photo_wish_in({"no_photo": said}) is (said in YES)
    assert photo_wish_in({"photo_consent": said}) is (said in NO)


@pytest.mark.parametrize("said", ITSELF)
def test_words_about_pictures_mean_the_same_under_both_headings(said):
    assert photo_wish_in({"no_photo": said}) is ITSELF[said]
    assert photo_wish_in({"photo_consent": said}) is ITSELF[said]


def test_what_is_not_clear_is_told_and_what_is_silent_is_not():
    for field in ("no_photo", "photo_consent"):
        unclear = [said for said in ITSELF if unclear_photo_wish({field: said})]
        assert unclear == ["à voir", "de dos", "OK sauf le visage"]


def test_of_two_columns_the_wish_for_no_photos_wins():
    assert photo_wish_in({"no_photo": "oui", "photo_consent": "oui"}) is True
    assert photo_wish_in({"no_photo": "non", "photo_consent": "non"}) is True


def bring(cafe, tmp_path, heading, said):
    text = f'Nom complet;Structure;"{heading}"\nAna Silva;Mairie;{said}\nBen Diallo;École;\n'
    report = cafe.people.import_list(write_list(tmp_path, text))
    return report, next(each.no_photo for each in cafe.people.all() if each.name == "Ana Silva")


def test_a_wish_that_is_known_is_not_taken_back_by_a_later_list(cafe, tmp_path):
    assert bring(cafe, tmp_path, "Droit à l'image", "oui")[1] is False
    assert bring(cafe, tmp_path, "Droit à l'image", "non")[1] is True
    assert bring(cafe, tmp_path, "Droit à l'image", "oui")[1] is True
    assert bring(cafe, tmp_path, "Pas de photo", "non")[1] is True


def test_somebody_listed_twice_who_says_it_once_wishes_it(tmp_path):
    for answers in (("oui", "non"), ("non", "oui")):
        text = "Nom complet;Structure;Droit à l'image\n"
        text += "".join(f"Ana Silva;Mairie;{answer}\n" for answer in answers)
        assert wishes(read_people(read_sheet(write_list(tmp_path, text)))) == [True]


def test_what_was_not_understood_is_told_by_row(cafe_file, tmp_path, capsys):
    from wcafe.cli import run

    path = write_list(tmp_path, "Nom complet;Droit à l'image\nAna Silva;de dos\nBen Diallo;non\n")
    assert run(["import", str(cafe_file), str(path)]) == 0

    told = capsys.readouterr().out
    assert "Not understood, whether photos are all right:" in told
    assert "“de dos”" in told
    assert "named" not in told
