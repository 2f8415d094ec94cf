"""What a note says beside its words, each said once: what it is called, where lists name it.

Lists in and out, JSON, the desk and the command line go through this table and forget no fact.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from wcafe.domain.choice import Choice
from wcafe.domain.notes import ActionState, Said, Support
from wcafe.i18n import N_, Words


class FactForm(Enum):
    """What a field holds."""

    TEXT = auto()
    TICK = auto()  # yes or no
    NUMBER = auto()
    TABLE = auto()  # of the café, from 0; lists and JSON count from 1
    SUPPORT = auto()
    STATE = auto()  # of an action
    DAY = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteField:
    """One fact that a list can say of a note.

    Attributes:
        key: what lists, mappings, JSON and the command line call it.
        of: the name of the fact in `Said`.
        form: what it holds.
        title: on the desk.
        heading: above its column in lists written here.
        known_as: headings of French and English lists, folded and separated by |.
        perhaps: headings that mean it only where their cells look like it.
    """

    key: str
    of: str
    form: FactForm
    title: str
    heading: str
    known_as: str
    perhaps: str = ""


NOTE_FIELDS = (
    NoteField(
        key="lone",
        of="is_lone",
        form=FactForm.TICK,
        title=N_("Lone voice"),
        heading=N_("lone voice"),
        known_as="lone|lone voice|voix isolee|minority voice|voix minoritaire",
    ),
    NoteField(
        key="prompt",
        of="prompt",
        form=FactForm.TEXT,
        title=N_("Prompt"),
        heading=N_("prompt"),
        known_as="prompt|prompts|sheet prompt|question of the sheet|consigne|rubrique|"
        "question de la fiche|question posee|rubrique de la fiche|intitule de la fiche",
        perhaps="section|sections|rubriques|consignes|partie|volet|champ|part|box|case",
    ),
    NoteField(
        key="support",
        of="support",
        form=FactForm.SUPPORT,
        title=N_("Support"),
        heading=N_("support"),
        known_as="support|supported by|soutien|soutenu par|soutenue par|appui|adhesion",
        perhaps="accord|agreement|qui le dit|said by",
    ),
    NoteField(
        key="from_table",
        of="from_table",
        form=FactForm.TABLE,
        title=N_("From table"),
        heading=N_("from table"),
        known_as="from table|from table number|carried from|carried from table|came from table|"
        "comes from table|origin table|table of origin|venu de la table|venue de la table|"
        "vient de la table|venu de table|table d origine|issu de la table|issue de la table|"
        "apporte de la table|apportee de la table|apporte par la table",
        perhaps="from|origin|origine|provenance|venu de|vient de|carried|apporte de",
    ),
    NoteField(
        key="votes",
        of="votes",
        form=FactForm.NUMBER,
        title=N_("Votes"),
        heading=N_("votes"),
        known_as="votes|vote|number of votes|vote count|nombre de votes|nb votes|nb de votes|"
        "gommettes|gommette|nombre de gommettes|nb gommettes|nb de gommettes|dots|dot votes|"
        "number of dots|dot count|nombre de points|nb points|nb de points",
        perhaps="points|pastilles|stickers|voix|dot|marks",
    ),
    NoteField(
        key="withheld",
        of="withheld",
        form=FactForm.TEXT,
        title=N_("Withheld because"),
        heading=N_("withheld because"),
        known_as="withheld|withheld because|why withheld|reason withheld|retenue|retenu|"
        "retenue parce que|retenue car|motif de retenue|raison de la retenue|non publiee|"
        "non publie|ne pas publier|a ne pas publier|not to be published|do not publish",
        perhaps="confidentiel|confidential|prive|private|masque|hidden",
    ),
    NoteField(
        key="wall",
        of="is_on_wall",
        form=FactForm.TICK,
        title=N_("On the wall"),
        heading=N_("on the wall"),
        known_as="wall|on the wall|on wall|for the wall|mur|au mur|sur le mur|pour le mur|"
        "a projeter",
        perhaps="affiche|affichee|a afficher|shown|display",
    ),
    NoteField(
        key="who",
        of="who",
        form=FactForm.TEXT,
        title=N_("Who takes it on"),
        heading=N_("who takes it on"),
        known_as="who|who takes it on|taken on by|carried by|owner|action owner|assignee|"
        "assigned to|in charge|who is in charge|person in charge|responsible|porte par|"
        "portee par|qui s en charge|qui porte|responsable|pilote|porteur|porteuse|porteur euse|"
        "referent|referente",
        perhaps="qui|lead|leader",
    ),
    NoteField(
        key="due",
        of="due",
        form=FactForm.TEXT,
        title=N_("By when"),
        heading=N_("by when"),
        known_as="due|due date|due by|by when|deadline|echeance|pour quand|d ici quand|"
        "date limite|date butoir|delai",
        perhaps="when|quand",
    ),
    NoteField(
        key="may_quote",
        of="may_quote",
        form=FactForm.TICK,
        title=N_("May be quoted"),
        heading=N_("may be quoted"),
        known_as="may quote|may be quoted|quotable|can be quoted|ok to quote|consent to quote|"
        "quote consent|peut etre cite|peut etre citee|peut etre cite e|citable|"
        "citation autorisee|accord de citation|accepte d etre cite|accepte d etre citee",
    ),
    NoteField(
        key="state",
        of="state",
        form=FactForm.STATE,
        title=N_("What became of it"),
        heading=N_("what became of it"),
        known_as="state|action state|what became of it|state of the action|progress|etat|"
        "etat de l action|avancement|ou en est on|suite donnee|suites donnees|"
        "ce qu elle est devenue|ce qu il en est|ce que c est devenu|ce qu elles sont devenues",
        perhaps="status|statut|suivi|follow up",
    ),
    NoteField(
        key="state_on",
        of="state_on",
        form=FactForm.DAY,
        title=N_("Told on"),
        heading=N_("state told on"),
        known_as="state on|state told on|etat dit le|"
        "date of the state|state date|etat au|date de l etat|"
        "etat date du|date du suivi",
    ),
    NoteField(
        key="state_why",
        of="state_why",
        form=FactForm.TEXT,
        title=N_("Why"),
        heading=N_("reason of the state"),
        known_as="state why|reason of the state|state reason|raison de l etat|motif de l etat|"
        "explication de la suite",
    ),
)
"""In the order in which lists out have them."""

READ_BY_ALL = ("text", *(field.of for field in NOTE_FIELDS if field.form is FactForm.TEXT))
"""The texts of a note, by their names in `Said`, that stand in files for everybody."""

_STATES = {
    ActionState.UNDER_WAY: N_("under way"),
    ActionState.DONE: N_("done"),
    ActionState.POSTPONED: N_("put off"),
    ActionState.DROPPED: N_("given up"),
}
_SUPPORTS = {Support.TABLE: N_("whole table"), Support.PERSON: N_("one person")}


def support_name(support: Support, words: Words) -> str:
    """Return who stands behind a note, in words."""
    return words.gettext(_SUPPORTS[support])


def state_name(state: ActionState, words: Words) -> str:
    """Return what became of an action, in words."""
    return words.gettext(_STATES[state])


def cell_of(field: NoteField, said: Said, words: Words) -> str:
    """Return what a list says of a fact, empty where nothing is said."""
    fact = getattr(said, field.of)
    if field.form is FactForm.TICK:
        return words.gettext("yes") if fact else ""
    if fact is None:
        return ""
    if field.form is FactForm.SUPPORT:
        return support_name(fact, words)
    if field.form is FactForm.STATE:
        return state_name(fact, words)
    return str(fact + 1) if field.form is FactForm.TABLE else str(fact)


def json_of(said: Said) -> dict[str, object]:
    """Return all facts as JSON has them, by their keys; tables count from 1.

    Where nobody said who stands behind a note, where it comes from, how many dots it has, why it
    is withheld or what became of it there is null; a text that is not there is empty.
    """
    return {field.key: _as_json(field, getattr(said, field.of)) for field in NOTE_FIELDS}


def _as_json(field: NoteField, fact: object) -> object:
    if field.form is FactForm.TABLE and isinstance(fact, int):
        return fact + 1
    if field.key == "withheld":
        return fact or None
    if isinstance(fact, date):
        return fact.isoformat()
    return fact.value if isinstance(fact, Choice) else fact


def facts_in_words(said: Said, words: Words) -> list[str]:
    """Return what is to be told beside a note and its place, a few words each."""
    _, plural = words.gettext, words.ngettext
    told = [said.prompt] if said.prompt else []
    if said.support is not None:
        told.append(support_name(said.support, words))
    if said.from_table is not None:
        told.append(_("from table {table}").format(table=said.from_table + 1))
    if said.votes is not None:
        votes = plural("{number} vote", "{number} votes", said.votes)
        told.append(votes.format(number=said.votes))
    if said.who:
        told.append(_("taken on by {who}").format(who=said.who))
    if said.due:
        told.append(_("by when: {due}").format(due=said.due))
    if said.state is not None:
        told.append(": ".join(filter(None, (state_name(said.state, words), said.state_why))))
    return told


def all_facts_in_words(said: Said, words: Words) -> list[str]:
    """Return all that a note says beside its text, for those who harvest."""
    told = facts_in_words(said, words)
    for field in NOTE_FIELDS:
        if field.form is FactForm.TICK and getattr(said, field.of):
            told.append(words.gettext(field.heading))
    if said.withheld:
        told.append(words.gettext("withheld: {reason}").format(reason=said.withheld))
    return told
