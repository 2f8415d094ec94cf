"""What a search finds in notes, as people type it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from wcafe.domain.search import look_for
from wcafe.domain.search.words import said_of
from wcafe.domain.text import clean, fold

NOTES = (
    "On connaît mieux les parkings que les parcs",
    "Un jardin partagé près de l'école",
    "L’eau potable coûte cher",
    "Beaucoup de bruit le soir",
    "Des bureaux et des travaux : le même cœur de ville",
    "Co-voiturage avec les communes voisines",
    "Children need a quiet library",
)


def found(typed, **how):
    search = look_for(typed, **how)
    return [note for note in NOTES if search.is_in(note)]


PARK, GARDEN, WATER, NOISE, WORKS, CARS, CHILDREN = NOTES


@pytest.mark.parametrize(
    ("typed", "notes"),
    [
        ("parkings parcs", [PARK]),
        ("parcs parkings", [PARK]),
        ("parkings école", []),
        ("jardin OU bruit", [GARDEN, NOISE]),
        ("jardin OR bruit OR library", [GARDEN, NOISE, CHILDREN]),
        ("les parcs OU communes", [PARK, CARS]),
        ("jardin ou bruit", []),
        ('"jardin partagé"', [GARDEN]),
        ("« jardin partagé »", [GARDEN]),
        ("“jardin partagé”", [GARDEN]),
        ('"partagé jardin"', []),
        ('"jardin école"', []),
        ('"parc"', []),
        ("les -parcs", [CARS]),
        ("les −parcs", [CARS]),
        ('les -"les communes"', [PARK]),
        ("les - parcs", [PARK]),
        ("jardin OU -de", [PARK, GARDEN, WATER, CARS, CHILDREN]),
    ],
)
def test_words_quotes_either_and_without_mean_what_they_say(typed, notes):
    assert found(typed, is_finished=True) == notes


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("ecole", GARDEN),
        ("ÉCOLE", GARDEN),
        ("l’école", GARDEN),
        ("l'école", GARDEN),
        ("lʼécole", GARDEN),
        ("d'école", GARDEN),
        ("'école'", GARDEN),
        ("lecole", GARDEN),
        ("coeur", WORKS),
        ("CŒUR", WORKS),
        ("covoiturage", CARS),
        ("co voiturage", CARS),
        ("co‑voiturages", CARS),
        ("jar\u00addin", GARDEN),
    ],
)
def test_accents_capitals_apostrophes_hyphens_and_ligatures_make_no_difference(typed, note):
    assert found(typed, is_finished=True) == [note]


PLURALS = (
    "jardin/jardins bureau/bureaux eau/eaux enjeu/enjeux lieu/lieux genou/genoux pneu/pneus "
    "rue/rues vie/vies clé/clés an/ans école/écoles idée/idées musée/musées cité/cités "
    "mois/mois prix/prix journal/journaux cheval/chevaux local/locaux social/sociaux "
    "idéal/idéaux travail/travaux bail/baux détail/détails œil/yeux œuf/œufs vœu/vœux "
    "madame/mesdames habitant/habitants garden/gardens city/cities day/days sky/skies "
    "box/boxes bus/buses bench/benches dish/dishes hero/heroes wife/wives shelf/shelves "
    "child/children person/people woman/women tooth/teeth"
)
ENDINGS = (
    "partager/partagées planter/plantées rénover/rénovation isoler/isolation ouvert/ouverte "
    "citoyen/citoyennes heureux/heureuse ancien/anciennes mobilité/mobilités projet/projets "
    "plant/planting plan/planned share/shared cycle/cycling meet/meeting garden/gardening"
)


@pytest.mark.parametrize("pair", [*PLURALS.split(), *ENDINGS.split()])
def test_plurals_and_endings_make_no_difference_with_accents_and_without(pair):
    for typed, said in (pair.split("/"), pair.split("/")[::-1]):
        assert look_for(typed, is_finished=True).is_in(f"Ici, {said} !")
        assert look_for(fold(typed), is_finished=True).is_in(said.upper())
        assert look_for(typed.upper(), is_finished=True).is_in(fold(said))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("eau", "Beaucoup de bureaux"),
        ("art", "Un jardin partagé"),
        ("mer", "Le maire et ma mère"),
        ("moi", "Une fois par mois"),
        ("parc", "le parking"),
        ("or", "dehors"),
        ("son", "la maison"),
        ("sol", "Au soleil"),
        ("foi", "Une fois"),
        ("car", "la carte"),
    ],
)
def test_words_are_found_and_not_parts_of_them(typed, said):
    search = look_for(typed, is_finished=True)

    assert not search.is_in(said)
    assert search.is_in(f"{said}, {typed}")  # the control


def test_while_somebody_types_the_last_word_may_be_unfinished():
    assert found("jard") == [GARDEN]
    assert found("communes vois") == [CARS]
    assert found('"jardin part') == [GARDEN]
    assert found("co-voit") == [CARS]
    assert found("vois communes") == []
    assert found("jard ") == []
    assert found('"jard"') == []
    assert found("jard", is_finished=True) == []


def test_an_unfinished_word_takes_nothing_away():
    assert found("les -parc") == [CARS]
    assert found("les -com") == [PARK, CARS]


@pytest.mark.parametrize(
    ("typed", "same_as"),
    [
        ('jardin "', "jardin"),
        ('"jardin', "jardin"),
        ("jardin OU", "jardin"),
        ("jardin OR OU", "jardin"),
        ("jardin -", "jardin"),
        ("jardin --", "jardin"),
        ("jardin « »", "jardin"),
        ("?! jardin ,;", "jardin"),
        ("(jardin)", "jardin"),
        ("jardin OU OU bruit", "jardin OU bruit"),
    ],
)
def test_what_makes_no_sense_is_left_out(typed, same_as):
    assert found(typed, is_finished=True) == found(same_as, is_finished=True) != []


@pytest.mark.parametrize("typed", ["", "  ", '"', "«", "-", "--", "?", "' ’ -", '-""', "OU -"])
def test_where_nothing_is_looked_for_all_is_found_but_by_a_word(typed):
    expected = [] if "OU" in typed else list(NOTES)

    assert found(typed, is_finished=True) == expected


def test_or_at_the_beginning_is_a_word_like_any_other():
    assert look_for("OU est la mairie", is_finished=True).is_in("Où est la mairie ?")
    assert look_for("OR", is_finished=True).is_in("Une mine d'or")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("花园", "我们的花园很小"),
        ("สวน", "มีสวนใหญ่"),
        ("🌿", "Plus de 🌿 ici"),
        ("❤", "On ❤️ le marché"),
        ("€", "35 € par mois"),
        ("CO2", "Moins de CO₂"),
        ("حديقة", "نريد حديقة كبيرة"),
        ("बगीचा", "हमारा बगीचा"),
    ],
)
def test_other_scripts_and_signs_are_found_too(typed, said):
    assert look_for(typed).is_in(said)
    assert not look_for(typed).is_in("Un jardin")


def test_signs_of_a_script_without_blanks_are_found_where_they_stand_together():
    assert not look_for("花园").is_in("花的园")


def test_what_is_found_is_marked_where_it_stands():
    def marked(typed, text):
        return [text[start:end] for start, end in look_for(typed).marks(text)]

    assert marked("jardin ecol", GARDEN) == ["jardin", "école"]
    assert marked("l'école", GARDEN) == ["école"]
    assert marked('"jardin partagé" OU près', GARDEN) == ["jardin partagé", "près"]
    assert marked("coeur -jardin", WORKS) == ["cœur"]
    assert marked("covoiturage", CARS) == ["Co-voiturage"]
    assert marked("eau", "Beaucoup d’eau, des eaux") == ["eau", "eaux"]
    assert marked("", GARDEN) == marked("-jardin", GARDEN) == []


@given(typed=texts, text=texts)
def test_whatever_is_typed_is_a_search(typed, text):
    for search in (look_for(typed), look_for(typed, is_finished=True)):
        marks = search.marks(text)

        assert isinstance(search.is_in(text), bool)
        assert all(0 <= start < end <= len(text) for start, end in marks)
        assert all(one[1] < next_[0] for one, next_ in pairwise(marks))


SYNTAX = st.lists(
    st.sampled_from(['"', "«", "»", "-", "OU", "OR", " ", "jardin", "l'école", "co-", "’", "🌿"])
).map("".join)


@given(typed=SYNTAX)
def test_whatever_signs_of_a_search_are_typed_it_is_one(typed):
    assert isinstance(look_for(typed).is_in(GARDEN), bool)


@given(text=texts.map(clean))
def test_each_word_of_a_note_finds_it(text):
    for word in said_of(text).words:
        written = text[word.start : word.end]

        assert look_for(written).is_in(text)
        assert look_for(written.upper(), is_finished=True).is_in(text)
        assert look_for(f'"{written}"', is_finished=True).is_in(text)
        assert not look_for(f"-{written}").is_in(text)


@given(text=texts.map(clean))
def test_the_words_of_a_note_in_quotes_find_it(text):
    words = [text[word.start : word.end] for word in said_of(text).words]

    assert look_for(f'"{" ".join(words)}"').is_in(text)


@given(words=st.lists(st.sampled_from(["l'école", "d’eau", "co-voiturage", "cœur", "Été"])))
def test_a_note_is_found_however_its_signs_are_typed(words):
    text = " ".join(words)
    for typed in (text, text.replace("'", "’"), text.replace("’", "'"), text.replace("œ", "oe")):
        assert look_for(typed.casefold(), is_finished=True).is_in(text)
