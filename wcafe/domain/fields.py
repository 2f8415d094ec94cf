"""The fields of a person, each said once: what it is called, where lists name it, how it is read.

The desk, the command line, lists in and lists out go through this table, so a field that stands
here is nowhere forgotten.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from wcafe.domain import consent_headings as asked
from wcafe.domain.people import Person
from wcafe.i18n import N_

_APART = re.compile(r"\s*[,;]\s*")


class Form(Enum):
    """What a field holds."""

    TEXT = auto()
    SEVERAL = auto()  # texts
    ELSE = auto()  # an answer, a number, a choice: each reads and says it in its own way


class Shown(Enum):
    """When the table of people has a column for a text, unless somebody switched it."""

    ALWAYS = auto()
    ONCE_FILLED = auto()
    ON_DEMAND = auto()
    NEVER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that a list can say of a person."""

    key: str  # what lists, mappings and the command line call it
    of: str  # what it says of a `Person`
    form: Form = Form.ELSE
    title: str = ""  # on the desk; none for what only lists say that were written here
    word: str = ""  # in a sentence, where that is not the heading
    heading: str = ""  # above its column in lists written here; none where it has no column
    earlier: str = ""  # the same in lists that an earlier wcafe wrote, folded
    known_as: str = ""  # headings of French and English lists, folded and separated by |
    hint: str = ""  # a pattern for words in a heading that show the field too
    shown: Shown = Shown.ONCE_FILLED

    def text_of(self, person: Person) -> str:
        """Return the text that `person` has here, several in a row."""
        value = getattr(person, self.of)
        return ", ".join(value) if self.form is Form.SEVERAL else value

    def value_of(self, text: str) -> str | tuple[str, ...]:
        """Return what `text_of` made `text` of."""
        if self.form is Form.TEXT:
            return text
        return tuple(dict.fromkeys(part for part in _APART.split(text) if part))


EITHER_NAME = "nom|noms|name|nom du participant|nom de la personne"
"""Headings of a whole name, or of the family's beside a first name."""

FIELDS = (
    Field(
        key="person",
        of="id",
        word="person",
        heading="id",
    ),
    Field(
        key="given",
        of="given",
        form=Form.TEXT,
        title=N_("First name"),
        heading=N_("given name"),
        shown=Shown.ALWAYS,
        known_as="prenom|prenoms|first name|firstname|given name|given names|forename|"
        "prenom participant|nom du participant prenom|prenom usuel",
        hint=r"^prenoms?\b(?!.*\bnoms?\b)|\b(first|given) names?\b",
    ),
    Field(
        key="family",
        of="family",
        form=Form.TEXT,
        title=N_("Family name"),
        heading=N_("family name"),
        shown=Shown.ALWAYS,
        known_as="nom de famille|last name|lastname|surname|family name|nom participant|"
        "nom du participant nom de famille|noms de famille",
        hint=r"^nom (d usage|usuel|de naissance|patronymique|de famille)\b|^patronyme$|"
        r"\b(last|family) names?\b|\bsurname\b",
    ),
    Field(
        key="full_name",
        of="family",
        title=N_("Whole name"),
        word=N_("full name"),
        known_as="full name|nom complet|nom et prenom|nom prenom|prenom nom|prenom et nom|"
        "nom prenoms|noms et prenoms|vos nom et prenom|participant|participante|participant name|"
        "participants|attendee|attendee name|personne|nom affiche|display name|"
        "guest name|identite",
    ),
    Field(
        key="usual_given",
        of="given",
        title=N_("Usual first name"),
        word=N_("usual first name"),
        known_as="preferred first name|chosen first name|prenom d usage|prenom choisi",
    ),
    Field(
        key="usual_family",
        of="family",
        title=N_("Usual family name"),
        word=N_("usual family name"),
        known_as="preferred last name|nom usuel",
    ),
    Field(
        key="usual_name",
        of="family",
        title=N_("Usual name"),
        word=N_("usual name"),
        known_as="preferred name|chosen name|badge name|name on badge|goes by|known as|"
        "nom sur le badge",
    ),
    Field(
        key="email",
        of="email",
        form=Form.TEXT,
        title=N_("E-mail"),
        word=N_("e-mail"),
        heading="email",
        shown=Shown.ON_DEMAND,
        known_as="email|e mail|mail|mel|courriel|email address|e mail address|adresse mail|"
        "adresse e mail|adresse email|adresse electronique|adresse de courriel|"
        "adresse mail de contact|e mail du participant|courrier electronique|participant email",
        hint=r"\b(e ?mail|mail|courriel|messagerie|mel)\b",
    ),
    Field(
        key="organisation",
        of="organisation",
        form=Form.TEXT,
        title=N_("Organisation"),
        heading=N_("organisation"),
        shown=Shown.ALWAYS,
        known_as="organisation|organization|organisme|structure|affiliation|company|"
        "entreprise|societe|raison sociale|association|institution|employeur|employer|collectivite|"
        "structure ou quartier|entreprise du participant|vous representez structure|etablissement|"
        "parti|parti rattachement financier|organisation ou structure",
        hint=r"\b(organi[sz]ation|organisme|structure|entreprise|company|societe|"
        r"institution|affiliation|association|etablissement|laboratoire|universite|university|"
        r"collectivite)\b",
    ),
    Field(
        key="group",
        of="group",
        form=Form.TEXT,
        title=N_("Group"),
        heading=N_("group"),
        shown=Shown.ALWAYS,
        known_as="groupe|group|college|categorie|category|profil|profile|secteur|sector|"
        "vous venez en tant que|vous etes|type de public|tranche d age|public|team|equipe|type",
    ),
    Field(
        key="language",
        of="languages",
        form=Form.SEVERAL,
        title=N_("Languages"),
        heading=N_("languages"),
        known_as="langue|langues|language|languages|langue de table|langue parlee|langues parlees|"
        "spoken languages|preferred language",
        hint=r"\b(langues?|languages?)\b",
    ),
    Field(
        key="needs",
        of="needs",
        form=Form.SEVERAL,
        title=N_("Needs"),
        heading=N_("needs"),
        shown=Shown.ON_DEMAND,
        known_as="besoins|besoin|needs|besoins particuliers|special needs|access needs|"
        "accessibilite|accessibility|besoins d accessibilite|mobilite|mobilite reduite|pmr|"
        "handicap",
        hint=r"\b(besoins?|needs|requirements) (particuliers?|specifiques?)|special requirements|"
        r"access\w* needs",
    ),
    Field(
        key="host_wish",
        of="willing",
        title=N_("Willing to host"),
        word=N_("willing to host"),
        heading=N_("willing as host"),
        known_as="hote|hotes|host|hosts|hote de table|table host|souhaite etre hote|"
        "souhaitez vous etre hote ou hotesse de table|would you host a table|willing to host|"
        "volontaire pour etre hote|volontaire hote|host wish|peut etre hote|animer une table",
        hint=r"\b(hotes?|hotesses?)\b|\bhost (a|at a|your) table|\banimer une table|"
        r"\b(can|could|will|willing|want|wish|ready|happy|able) (you )?(to )?(be a )?"
        r"(table )?host\b",
    ),
    Field(
        key="status",
        of="present",
        title=N_("Comes or not"),
        heading=N_("status"),
        known_as="statut|status|etat|state|registration state|attendee status|participant status|"
        "rsvp|presence|statut de la commande|statut d inscription|inscription|order status|reponse|"
        "registration status",
        hint=r"\b(statut|status|rsvp)\b(?!.*(professionnel|juridique|etudiant|student|familial))|"
        r"\b(etat|state|reponse) (de |d |a )?(l |la |cette )?"
        r"(inscription|reservation|commande|billet|participation|invitation|registration|order)\b|"
        r"\b(registration|ticket|order|booking|attendee|invitation) state\b|"
        r"^(attendance|participation|present|presente|attending|registration|booking|reservation|decision|"
        r"venez vous|viendrez vous|serez vous presente?|will you attend|are you coming)$",
    ),
    Field(key="rounds", of="present", heading=N_("comes in rounds")),
    Field(
        key="arrived",
        of="arrived",
        heading=N_("has arrived"),
        earlier="est arrive e",
    ),
    Field(
        key="may_be_named",
        of="may_be_named",
        title=N_("May be named"),
        word=N_("may be named"),
        heading=N_("may be named"),
        earlier="peut etre nomme e",
        known_as=asked.TO_BE_NAMED,
        hint=asked.SHOWS_TO_BE_NAMED,
    ),
    Field(
        key="no_photo",
        of="no_photo",
        title=N_("No photos"),
        word=N_("no photos"),
        heading=N_("no photos"),
        known_as=asked.AGAINST_PHOTOS,
        hint=asked.SHOWS_AGAINST_PHOTOS,
    ),
    Field(
        key="photo_consent",
        of="no_photo",
        title=N_("May be photographed"),
        word=N_("photo consent"),
        known_as=asked.PHOTO_CONSENT,
        hint=asked.SHOWS_PHOTO_CONSENT,
    ),
    Field(
        key="room_role",
        of="role",
        heading=N_("role in the room"),
    ),
    Field(
        key="host_of",
        of="host_of",
        heading=N_("hosts table"),
    ),
    Field(
        key="stays_at",
        of="stays_at",
        heading=N_("stays at table"),
    ),
    Field(
        key="note",
        of="note",
        form=Form.TEXT,
        title=N_("Note"),
        word=N_("remark"),
        heading="note",
        known_as="note|notes|remarque|remarques|commentaire|commentaires|comment|comments|"
        "participant message|observations|dietary requirements access needs|message|allergies|"
        "commentaire allergies",
        hint=r"^(remarques?|commentaires?|observations?)\b|\ballergies?\b",
    ),
    Field(
        key="id",
        of="code",
        form=Form.TEXT,
        title=N_("Number in the list"),
        heading=N_("code"),
        shown=Shown.NEVER,
        known_as="id|identifiant|identifier|code|matricule|numero de participant|participant id",
    ),
)
"""In the order in which they leave in a list; the user's own columns follow."""

TEXTS = tuple(field for field in FIELDS if field.form is not Form.ELSE)
"""The fields that hold what somebody typed."""

NAME_PARTS = ("given", "family")
NAME_FIELDS = (*NAME_PARTS, "full_name", "usual_given", "usual_family", "usual_name")
"""What a list may say of a name: it is used cell by cell, the usual one before the legal one."""

FILLED = tuple(field.of for field in TEXTS if field.of not in NAME_PARTS)
"""The texts in which two lists complete each other: what one leaves empty the other says."""
