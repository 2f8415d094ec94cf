"""Words that claim how many: found where they do, left alone where they mean something else."""

import pytest

from wcafe.domain.notes import Note, NoteId
from wcafe.domain.quantifier_words import PATTERNS
from wcafe.domain.quantifiers import in_truth, quantifiers_of, ungrounded
from wcafe.domain.text import fold

CLAIMS = {
    # French
    "La plupart veulent de l’ombre.": "La plupart",
    "La plupart des participants veulent de l’ombre.": "La plupart des participants",
    "Pour la plupart d’entre nous, c’est loin.": "la plupart d’entre nous",
    "La majorité des habitants le dit.": "La majorité des habitants",
    "Une grande majorité souhaite un essai.": "Une grande majorité",
    "LA PLUPART DES TABLES en parlent.": "LA PLUPART DES TABLES",
    "Tous demandent des bancs.": "Tous",
    "Tous les habitants demandent des bancs.": "Tous les habitants",
    "Toutes les tables en parlent.": "Toutes les tables",
    "À toutes les tables, on en parle.": "toutes les tables",
    "Nous sommes tous d’accord.": "tous",
    "C’est demandé par tous.": "tous",
    "Tout le monde veut une fontaine.": "Tout le monde",
    "Ici, tout le monde se connaît.": "tout le monde",
    "Presque tout le monde vient à pied.": "Presque tout le monde",
    "Chaque table a parlé du bruit.": "Chaque table",
    "Beaucoup demandent que la cour ouvre.": "Beaucoup",
    "On craint le bruit, et beaucoup le disent.": "beaucoup",
    "Beaucoup d’habitants attendent.": "Beaucoup d’habitants",
    "Beaucoup de gens attendent.": "Beaucoup de gens",
    "Beaucoup d'entre nous attendent.": "Beaucoup d'entre nous",
    "De nombreuses tables l’ont dit.": "De nombreuses tables",
    "Un grand nombre de personnes l’a dit.": "Un grand nombre de personnes",
    "Les gens veulent du calme.": "Les gens",
    "On dit que la rivière est sale.": "On dit",
    "Les tables demandent unanimement un banc.": "unanimement",
    "Un banc est demandé à l’unanimité.": "à l’unanimité",
    "La moitié des tables en parle.": "La moitié des tables",
    "Une table sur deux en parle.": "Une table sur deux",
    "La moitié d’entre nous en parle.": "La moitié d’entre nous",
    "Nombreux sont les habitants qui attendent.": "Nombreux sont les habitants",
    "Le calme est demandé par tout le monde.": "tout le monde",
    "Plusieurs tables demandent un banc.": "Plusieurs tables",
    "Plusieurs demandent un banc.": "Plusieurs",
    "Cinq tables demandent un banc.": "Cinq tables",
    "Le banc, demandé par 5 tables, manque.": "5 tables",
    "Au moins cinq tables demandent un banc.": "Au moins cinq tables",
    "Plus de quatre tables demandent un banc.": "Plus de quatre tables",
    "Dix des douze tables en parlent.": "Dix des douze tables",
    "Sept notes en parlent.": "Sept notes",
    # English
    "Everyone wants shade.": "Everyone",
    "Benches are missed by everyone.": "everyone",
    "Everybody asked for water.": "Everybody",
    "Most want shade.": "Most",
    "Most people want shade.": "Most people",
    "Most of the tables want shade.": "Most of the tables",
    "Most of us want shade.": "Most of us",
    "A majority of participants agree.": "A majority of participants",
    "The vast majority agrees.": "The vast majority",
    "Almost everyone walks.": "Almost everyone",
    "Many want shade.": "Many",
    "Many people want shade.": "Many people",
    "Many older residents stay at home.": "Many older residents",
    "Many of us stay at home.": "Many of us",
    "A lot of people stay at home.": "A lot of people",
    "People say that the river stinks.": "People",
    "Several tables want shade.": "Several tables",
    "Several said so.": "Several",
    "All tables want shade.": "All tables",
    "All of the participants want shade.": "All of the participants",
    "We all agree on shade.": "all",
    "All agree on shade.": "All",
    "Every table wants shade.": "Every table",
    "The tables unanimously want shade.": "unanimously",
    "Half of the tables want shade.": "Half of the tables",
    "Half of us want shade.": "Half of us",
    "All of us want shade.": "All of us",
    "Several of us want shade.": "Several of us",
    "Five tables want shade.": "Five tables",
    "Shade is wanted at five tables.": "five tables",
    "At least five tables want shade.": "At least five tables",
    "More than three tables want shade.": "More than three tables",
    "Nine of the twelve tables want shade.": "Nine of the twelve tables",
}
"""Each claims more than one note of one table bears out."""

NO_CLAIMS = (
    # French: other senses and negations
    "Tout près, un lieu planté.",
    "On y vit à tout âge.",
    "De plus en plus de bruit.",
    "Il y a beaucoup plus de voitures.",
    "C’est beaucoup trop cher.",
    "On y marche beaucoup.",
    "Beaucoup de grands appartements sont vides.",
    "Beaucoup de bruit pour rien.",
    "Il reste beaucoup à faire.",
    "Il n’y a pas beaucoup d’habitants ici.",
    "La plupart du temps, la cour est vide.",
    "La plupart des bancs ont disparu.",
    "Une place pour tous.",
    "Un jardin ouvert à tous les habitants.",
    "Un lieu ouvert à tout le monde.",
    "Une conciergerie qui connaît tout le monde.",
    "Tout le monde n’a pas d’imprimante.",
    "Pas tous d’accord sur le bruit.",
    "Des bancs tous les deux cents mètres.",
    "Le marché a lieu tous les samedis.",
    "Toutes les rues sont en travaux.",
    "Avant tout, du calme.",
    "Pas du tout convaincus.",
    "Payer moins en s’y mettant à plusieurs.",
    "On l’a dit plusieurs fois.",
    "Plusieurs arbres sont morts.",
    "Installer deux tables sous les arbres.",
    "Deux tables de ping-pong sur la place.",
    "Une table d’écoute.",
    "À moins de cinq minutes à pied.",
    "Les tables ne sont pas unanimes.",
    "Chacun devrait trouver un lieu planté.",
    # English
    "Not everyone wants shade.",
    "Everyone doesn't have a printer.",
    "A garden for everyone.",
    "Open to all residents.",
    "It is not safe at all.",
    "Open all day, in all weather, for all ages.",
    "Above all, shade.",
    "First of all, benches.",
    "The most important thing is shade.",
    "Most of the time the yard is empty.",
    "Most benches have gone.",
    "Many trees have died.",
    "How many people will come?",
    "There are too many people on the square.",
    "Not many people come.",
    "Several times a year.",
    "Not all tables agree.",
    "Put two tables under the trees.",
    "The tables are not unanimous.",
    "The people of the street meet on Sundays.",
    "Half an hour on foot.",
    "The yard is everyone's garden.",
)


def notes(*tables):
    return [
        Note(id=NoteId(str(place)), table=table, round=0, text="Un banc")
        for place, table in enumerate(tables)
    ]


@pytest.mark.parametrize(("sentence", "word"), CLAIMS.items())
def test_a_claim_that_one_note_does_not_bear_out_is_found(sentence, word):
    assert [found.word for found in ungrounded(sentence, notes(0), tables=12)] == [word]


@pytest.mark.parametrize("sentence", NO_CLAIMS)
def test_the_same_words_in_another_sense_are_no_claim(sentence):
    assert quantifiers_of(sentence) == ()


@pytest.mark.parametrize("sentence", CLAIMS)
def test_decomposed_letters_and_hard_spaces_change_nothing(sentence):
    hard = sentence.replace(" ", "\u00a0")
    assert len(quantifiers_of(hard)) == 1
    (found,) = quantifiers_of(sentence.replace("’", "'"))
    assert found.end - found.start == len(found.word)


@pytest.mark.parametrize(
    ("sentence", "tables", "is_true"),
    [
        ("Tout le monde le veut.", range(12), True),
        ("Tout le monde le veut.", range(11), False),
        ("La plupart le veulent.", range(7), True),
        ("La plupart le veulent.", range(6), False),
        ("La moitié des tables le veut.", range(6), True),
        ("La moitié des tables le veut.", range(5), False),
        ("Beaucoup le veulent.", range(4), True),
        ("Beaucoup le veulent.", (0, 0, 0, 1, 1, 2), False),
        ("Plusieurs le veulent.", (0, 0), True),
        ("Plusieurs le veulent.", (0,), False),
        ("Plusieurs tables le veulent.", (0, 0), False),
        ("Plusieurs tables le veulent.", (0, 1), True),
        ("Deux tables le veulent.", (0, 0, 1), True),
        ("Deux tables le veulent.", (0, 1, 2), False),
        ("Trois notes le disent.", (0, 0, 1), True),
        ("Au moins deux tables le veulent.", (0, 1, 2), True),
        ("Plus de deux tables le veulent.", (0, 1, 2), True),
        ("Plus de deux tables le veulent.", (0, 1), False),
        ("One table wants it.", (0, 0), True),
        ("One table wants it.", (0, 1), False),
        ("Everyone wants it.", range(12), True),
        ("Tout le monde le veut.", (), False),
    ],
)
def test_what_a_word_claims_is_counted(sentence, tables, is_true):
    assert bool(ungrounded(sentence, notes(*tables), tables=12)) is not is_true


def test_in_a_small_café_many_are_three_tables():
    assert ungrounded("Many want it.", notes(0, 1), tables=4)
    assert not ungrounded("Many want it.", notes(0, 1, 2), tables=4)


def test_several_claims_of_one_sentence_stand_in_their_order():
    said = "Beaucoup demandent un banc, mais tout le monde veut du calme, et deux tables une halle."

    assert [found.word for found in quantifiers_of(said)] == [
        "Beaucoup",
        "tout le monde",
        "deux tables",
    ]


def test_every_pattern_is_tried_by_a_sentence():
    plain = [fold(said).replace("’", "'") for said in CLAIMS]

    idle = [each.regex.pattern for each in PATTERNS if not any(map(each.regex.search, plain))]

    assert not idle


@pytest.mark.parametrize(
    ("sentence", "tables", "becomes", "is_agreed"),
    [
        ("Beaucoup demandent un banc.", (0, 0, 1), "Deux tables demandent un banc.", True),
        ("Beaucoup demandent un banc.", (0, 0), "Une table demandent un banc.", False),
        ("La plupart d’entre nous se plaignent.", (0, 1), "Deux tables se plaignent.", True),
        ("Tout le monde veut un banc.", (0, 1), "Deux tables veut un banc.", False),
        ("Tout le monde veut un banc.", (3,), "Une table veut un banc.", True),
        ("C’est demandé par tous.", (0, 1), None, False),
        ("Les tables le veulent unanimement.", (0, 1), None, False),
        ("Most of the tables want it.", (0, 1), "Two tables want it.", True),
        ("Most of the tables want it.", (0,), "One table want it.", False),
        ("Everyone wants it.", (0,), "One table wants it.", True),
        ("Here, many people want it.", range(13), "Here, 13 tables want it.", True),
        ("Sept notes en parlent.", (0, 0), "Deux notes en parlent.", True),
        ("Most want it.", (), None, False),
    ],
)
def test_what_is_true_is_put_in_the_place_of_a_claim(sentence, tables, becomes, is_agreed):
    (claim,) = quantifiers_of(sentence)

    truth = in_truth(sentence, claim, notes(*tables))

    assert (truth and truth.text) == becomes
    assert (truth is not None and truth.is_agreed) is is_agreed
