"""What French and English lists call the fields we know: whole headings, and words inside them."""

import re

from wcafe.domain.fields import EITHER_NAME, FIELDS
from wcafe.domain.note_fields import NOTE_FIELDS
from wcafe.domain.text import fold, one_line

PEOPLE_HEADINGS = {"name": EITHER_NAME} | {
    field.key: field.known_as for field in FIELDS if field.known_as
}
"""The fields a list of people may fill, and how French and English lists head them."""

NOTE_HEADINGS = {
    "text": "text|texte|note|notes|idee|contenu|content|commentaire|comment|verbatim|"
    "comment body|message|contribution",
    "table": "table|no table|numero de table|table number|n table|n de table|no de table|"
    "numero table|table no|tables",
    "round": "round|ronde|tour|rotation|no round|numero de ronde|session|n ronde|n de ronde|"
    "no de ronde|numero ronde|round number|round no|tour de table",
    "table_name": "table name|name of the table|nom de la table|nom de table|nom table",
    "round_name": "round name|name of the round|nom de la ronde|nom de ronde|nom ronde",
    "round_day": "round date|date of the round|date de la ronde|date de ronde",
    "kind": "kind|type|genre|nature|categorie|category|type de note",
    "author": "author|auteur|autrice|auteur rice|preneur de notes|note taker|par|by",
    "theme": "theme|themes|thematique|sujet|topic",
    "id": "id|identifiant",
    "rev": "rev|revision",
    "version_of": "version of|version de",
    "versions": "versions",
    "late": "late|en retard",
    "parent": "parent|parent id|note parente|id parent|belongs to|depend de|in reply to|"
    "reply to|en reponse a",
    "level": "level|niveau|indent|indentation|retrait|profondeur|depth",
} | {field.key: field.known_as for field in NOTE_FIELDS}
"""The fields a list of notes may fill."""

TABLE_WORDS = (
    r"\b(tables?|ateliers?|workshops?|topics?|sujets?|headings?|stands?|stations?|ilots?|zones?|"
    r"groupes?|groups?|salles?|rooms?)\b"
)
ROUND_WORDS = (
    r"\b(rounds?|rondes?|tours?|rotations?|seances?|sessions?|jours?|journees?|days?|dates?|"
    r"events?|evenements?|vagues?|creneaux?|slots?|phases?|moments?|half days?|demi)\b"
)
"""Words in a heading that show where or when a note was said, if no heading is a known one."""

_ELSE = (  # headings about whoever paid, the order or the event, and about yes or no to mails
    r"\b(commande|order|event|evenement|verif\w+|"
    r"opt ?in|consent\w*|newsletter|recevoir|receive|dates?|heure|time|taille|size|postale?|"
    r"enfants?|child\w*|accompagn\w*|conjoint\w*|parents?|urgence|emergency|"
    r"telephone|phone|site|marital|social|emploi|employment|paiement|payment|depart|interface)\b"
)
_BUYER = re.compile(
    r"\b(payeu\w+|payer|buyer|purchas\w+|booker|acheteu\w+|billing|invoic\w*|factur\w+|(booked|ordered|"
    r"bought|paid|commandee?|reservee?|payee?|achete) (by|par))\b"
)
_WISHES = ("may_be_named", "no_photo", "photo_consent")
PEOPLE_WORDS = {field.key: field.hint for field in FIELDS if field.hint}
"""Words in a heading that show its field, where no heading is one of the known ones."""

ANSWER_HEADINGS = (
    "answer|response|reply|attendance|confirmed|confirme|confirmation|coming|comes|vient|viendra|"
    "vient il|viendra t il|going|is going|is coming|will come|registered|inscrit|present|participe|"
    "participera|accepted|accepte|approved|approval|presence|presences|p a|present absent|"
    "participation|"
    "will you join us|attending|validation|valide"
)
"""Headings of columns that say who comes if their cells do."""

ADDRESS_WORDS = (
    r"\b(city|country|town|zip|postal|postcode|ville|pays|code postal|address|adresse)\b"
)
_NAME_WORDS = r"\b((pre)?noms?|names?|firstname|lastname|fullname|surname|forename|patronyme)\b"
_NO_PERSON = (
    r"\b(siege|seat|salle|room|fichier|file|produit|product|billet|ticket|tarif|price|session|rue|"
    r"street|table|groupe|group|campaign|campagne|form|formulaire|user|utilisateur|domain|step|"
    r"utm|variante?|article|item|category|categorie|tier|theme|atelier|workshop)\b"
)


def looks_like_a_name_heading(heading: str) -> bool:
    """Could a folded heading that fills nothing stand above the names of people?

    >>> [looks_like_a_name_heading(h) for h in ("preferred first name", "nom du siege")]
    [True, False]
    """
    is_about_else = (
        re.search(_ELSE, heading) or re.search(_NO_PERSON, heading) or _BUYER.search(heading)
    )
    return bool(re.search(_NAME_WORDS, heading)) and not is_about_else


def fold_heading(heading: str) -> str:
    """Return `heading` for comparing: letters and digits alone, one blank between words.

    >>> fold_heading("E-mail *"), fold_heading("fullName"), fold_heading("Hôte·sse ?")
    ('e mail', 'full name', 'hote sse')
    """
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", one_line(heading))
    return re.sub(r"[^a-z0-9]+", " ", fold(apart).replace("#", " number ")).strip()


def bare(heading: str) -> str:
    """Return a folded heading without what forms put around it.

    >>> bare("votre nom et prenom"), bare("email required"), bare("participant e")
    ('nom et prenom', 'email', 'participant')
    """
    inner = re.sub(r"^(votre|vos|your|le|la|les)\b ?", "", heading)
    return re.sub(r"( (required|obligatoire|optional|facultati\w+|s|e|es|x|sse|sses))+$", "", inner)


def field_shown_by_words(heading: str, *, is_buyer: bool = False) -> str | None:
    """Return the field that the words of a folded heading of a list of people show.

    What is said of whoever paid is said of nobody who comes, unless `is_buyer`: no other is named.
    """
    for wish in _WISHES:  # which ask for a consent, as others do
        if re.search(PEOPLE_WORDS[wish], heading):
            return wish
    if re.search(_ELSE, heading) or (_BUYER.search(heading) and not is_buyer):
        return None
    return next((f for f, words in PEOPLE_WORDS.items() if re.search(words, heading)), None)
