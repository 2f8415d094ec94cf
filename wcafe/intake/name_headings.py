"""What the heading of a column says about names: whose they are, and which part of them."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from wcafe.intake.headings import bare, fold_heading


class Owner(Enum):
    """Whose name a heading speaks of."""

    GUEST = auto()  # it says so: participant, attendee, holder …
    ANYBODY = auto()
    BUYER = auto()  # or a contact: the guest where the list names nobody else
    OTHER = auto()  # a child, somebody to call in an emergency …


class Part(Enum):
    """Which part of a name a heading speaks of; the value is its field, if it has one."""

    GIVEN = "given"
    FAMILY = "family"
    BIRTH = "birth"  # the family name of before
    WHOLE = "full_name"
    EITHER = "name"  # the family's beside a first name, else the whole one
    USUAL_GIVEN = "usual_given"
    USUAL_FAMILY = "usual_family"
    USUAL = "usual_name"  # a first name or a whole one


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHeading:
    """What a heading says. It is sure if it speaks of nothing but a name."""

    owner: Owner
    part: Part
    is_sure: bool
    is_noun: bool = False  # speaks of a person, and of no name: a count or a yes may stand there


_TICKET_HOLDER = re.compile(r"\b(ticket|billet|badge|pass|card|carte|place) (holder|owner)s?\b")
_HOLDER = re.compile(
    r"\b(titulaires?|porteur|porteuse) (du|de la|de|des) (billets?|places?|pass)\b"
)
_OTHERS = re.compile(
    r"\b(enfants?|child\w*|kids?|conjointe?s?|accompagn\w*|companions?|spouse|partner|partenaire|"
    r"husband|wife|mari|epou[sx]e?|guardian|tuteur|tutrice|urgence|emergency|sit|seated?|rather|"
    r"cote|assise?|eviter|avoid|refer\w*|referente?|recommand\w*|parrain\w*|marraine|invited by|"
    r"invitee? par|manager|supervis\w*|superieur|plus one|sponsor|formateur|formatrice|animat\w*|"
    r"mother|father|mere|pere|parents?|pet|chien|doctor|medecin|friends?|amie?s?|binome|"
    r"updated?|created?|cree|modifie\w*|saisie? par|by whom|with whom|avec qui|next to|user ?name|"
    r"dernier|last modified|relative|proche|colleagues? of|other|autres?|another|"
    r"organi[sz]er|organisat\w+|event host|table host|owner of|salutation|civilite)\b"
)
_BUYER = re.compile(
    r"\b(payeu\w+|payer|paid by|buyer|purchas\w+|booker|booked by|bought by|ordered by|order by|"
    r"reserved by|acheteu\w+|achete par|billing|bill to|invoic\w*|factur\w+|customer|clients?|"
    r"cardholder|donor|donat\w+|commandee? par|commanditaire|reservee? par|payee? par|"
    r"contact|subscriber|souscripteur|souscriptrice|order name|name of (the )?order)\b"
)
_CONTACT = re.compile(r"\bcontact\b")
_ELSE = re.compile(
    r"\b(order|commande|event|evenement|opt ?in|consent\w*|newsletter|dates?|heure|time|taille|"
    r"size|postale?|telephone|phone|mobile|portable|site|marital|social|emploi|paiement|payment|"
    r"interface|siege|seat|salle|room|fichier|file|produit|product|tarif|price|session|rue|street|"
    r"table|groupe|group|campaign|campagne|form|formulaire|domain|step|utm|variante?|article|item|"
    r"categorie|category|tier|theme|atelier|workshop|company|entreprise|structure|organi[sz]ation|"
    r"organisme|association|societe|employeur|employer|school|ecole|etablissement|team|equipe|"
    r"project|projet|ville|city|country|pays|language|langue|job|poste|fonction|function|role|"
    r"topic|sujet|id|identifiant|number|numero|code|status|statut|type|count|nombre|comments|commentaires?|"
    r"age|genre|gender|sexe|birth ?date|anniversaire|nationalite|profession|department|service|"
    r"url|link|lien|photo|image|signature|details?|address|adresse|mail|e ?mail|courriel|mel)\b"
)
_MAIDEN = re.compile(
    r"\b((pre)?noms? (de naissance|patronymique|de jeune fille)|maiden|birth) ?(names?)?\b"
)
_USUAL = re.compile(
    r"\b(prefer\w*|usuel\w*|d usage|choisie?|chosen|known as|goes by|go by|call(ed)?|appel\w*|"
    r"nick ?names?|surnoms?|pseudo\w*|alias|affect\w*|name ?tag|"
    r"(on|for|sur|pour|du|de) (the |your |le |la |votre |a )?(name )?(badge|tag|etiquette)|"
    r"badge (full |first )?names?)\b"
)
_USUAL_ALONE = re.compile(
    r"\b(known as|goes by|go by|call|called|appel\w*|nick ?names?|surnoms?|pseudo\w*|name ?tag|"
    r"alias)\b"
)
_GIVEN = re.compile(r"\b(prenoms?|(first|given|fore|christian) ?names?|firstname|forename)\b")
_FAMILY = re.compile(
    r"\b(noms? de famille|(last|family|sur) ?names?|lastname|surname|patronyme|apellidos?)\b"
)
_WHOLE = re.compile(
    r"\b((full|complete|display) ?names?|gecos|(pre)?noms? complets?|nom affiche|identite|identity|"
    r"first (and |& )?last names?|last (and |& )?first names?|name and surname|"
    r"first names? and (last|family) names?)\b"
)
_EITHER = re.compile(r"\b(noms?|names?)\b")
_NOUNS = (
    r"adherente?s?|attendees?|participante?s?|guests?|convives?|holders?|titulaires?|membres?|"
    r"members?|beneficiaires?|beneficiar(y|ies)|invite(e|s|es)?|invitees?|stagiaires?|volunteers?|"
    r"benevoles?|delegates?|delegue(e|s|es)?|registrants?|inscrit(e|s|es)?|personnes?|persons?|"
    r"people|habitante?s?|residente?s?|eleves?|students?|etudiante?s?|salarie(e|s|es)?|agente?s?|"
    r"employees?|employe(e|s|es)?|collaborat(eur|rice|eurs|rices)|usag(er|ere|ers|eres)|"
    r"visit(eur|euse|eurs|euses)|visitors?|candidate?s?|applicants?|respondents?|repondante?s?|"
    r"contributors?|contribut(eur|rice|eurs|rices)|speakers?|intervenante?s?|citoyen(ne|s|nes)?|"
    r"citizens?|neighbou?rs?|voisine?s?|enseignante?s?|teachers?|passag(er|ere|ers|eres)|"
    r"passengers?|players?|joueu(r|se|rs|ses)|collegues?|colleagues?|trainees?|apprenante?s?|"
    r"learners?|abonne(e|s|es)?|licencie(e|s|es)?|societaires?|panelists?|elu(e|s|es)?|"
    r"conseill(er|ere|ers|eres)|enrollees?|locataires?|tenants?|patients?|parishioners?|"
    r"registree|invites?|presente?s?|attending|users?|utilisat(eur|rice|eurs|rices)"
)
_NOUN = re.compile(rf"\b({_NOUNS})\b")
_ONE_OF_TWO = re.compile(
    rf"\bnom (du|de la|de l|d un) ({_NOUNS})\b|\b({_NOUNS}) names? (given|first|family|last) name"
)
_WHO = re.compile(
    r"\b(qui (vient|participe|etes vous|es tu|est la|sera la|viendra|est inscrite?)|"
    r"who (is|are|s) (coming|you|attending|there)|who (comes|attends)|qui|who|"
    r"comment (vous|t) appel\w+( vous| tu)?)\b"
)
_FILL = re.compile(
    r"\b(votre|vos|ton|tes|your|my|mon|ma|mes|sa|son|the|le|la|les|l|de|du|des|d|of|is|are|was|what|"
    r"whats|quel|quelle|quels|quelles|est|sont|etes|vous|tu|t|you|please|merci|svp|sil|plait|"
    r"veuillez|indiquer|indiquez|saisir|saisissez|entrer|entrez|renseigner|renseignez|give|tell|"
    r"us|nous|me|write|type|ecrire|ecrivez|enter|required|obligatoire|optional|facultati\w+|if|"
    r"any|full|complete?s?|whole|en|majuscules?|minuscules|capitals?|letters|lettres|as|it|should|"
    r"would|like|to|be|we|how|do|does|comment|souhaitez|voulez|doit|on|an?|un|une|and|et|or|ou|in|"
    r"here|ici|this|ce|cette|champ|question|official|officiel|legal|civil|first|last|given|family|"
    r"e|s|es|x|y|rice|rices|trice|ere|eres|ne|nes|euse|euses|se|ve|registration|inscription|"
    r"liste?|ticket|billet|pour|for|avec|with|nos|notre|our|all|tous|toutes|q?\d+|name|nom|"
    r"title|titre|mr|mme|preferred|chosen|that|appears?|exact\w*|badge|tag|same|meme|"
    r"reading|real|reel|primary|main|principal\w*|self|selves|yourself|s il|coming|guest|sur)\b"
)


def name_heading(heading: str) -> NameHeading | None:
    """Return what a folded heading says about names; None if it speaks of none, or of others'.

    >>> found = name_heading("ticket holder name")
    >>> found.owner, found.part, found.is_sure
    (<Owner.GUEST: 1>, <Part.EITHER: 'name'>, True)
    >>> name_heading("how should we call you first and last name").part
    <Part.USUAL: 'usual_name'>
    >>> name_heading("prenom de l enfant"), name_heading("event name"), name_heading("seat")
    (None, None, None)
    """
    title = _HOLDER.sub("holder", _TICKET_HOLDER.sub("holder", bare(heading)))
    if not title or _OTHERS.search(title):
        return None
    buyer = _BUYER.search(title)
    rest = _BUYER.sub(" ", title)
    owner = Owner.BUYER if buyer else Owner.GUEST if _NOUN.search(rest) else Owner.ANYBODY
    part = _part_of(rest)
    is_noun = part is None
    if part is None:
        is_person = bool(buyer or _NOUN.search(rest) or _WHO.search(rest))
        part = Part.WHOLE if is_person else None
    if part is None or _ELSE.search(_about(rest)):
        return None
    left = _FILL.sub(" ", _about(rest)).strip()
    return NameHeading(owner=owner, part=part, is_sure=not left, is_noun=is_noun)


def owner_of(heading: str, *, is_contact_another: bool = True) -> Owner:
    """Return of whom a folded heading speaks, whatever it asks of them.

    A "contact" is somebody else only where the list has the name of one.
    """
    title = _HOLDER.sub("holder", _TICKET_HOLDER.sub("holder", heading))
    if not is_contact_another:
        title = _CONTACT.sub(" ", title)
    if _OTHERS.search(title):
        return Owner.OTHER
    if _BUYER.search(title):
        return Owner.BUYER
    return Owner.GUEST if _NOUN.search(title) else Owner.ANYBODY


def speaks_of_people(heading: str) -> bool:
    """Does a heading call people something, or ask for names?"""
    title = fold_heading(heading)
    return bool(_NOUN.search(title) or _EITHER.search(title) or _WHO.search(title))


def _about(title: str) -> str:
    """Return a heading without what speaks of names and of the person."""
    for pattern in (_MAIDEN, _WHOLE, _GIVEN, _FAMILY, _USUAL, _EITHER, _WHO, _NOUN):
        title = pattern.sub(" ", title)
    return title


def _part_of(title: str) -> Part | None:
    """Return the part of a name that a heading speaks of, if it speaks of a name."""
    given, family = _GIVEN.search(title), _FAMILY.search(title)
    if _MAIDEN.search(title):
        return Part.BIRTH
    either = _EITHER.search(_FAMILY.sub(" ", _GIVEN.sub(" ", title)))
    both = given and (family or either)
    is_whole = both or _WHOLE.search(title)
    if _USUAL.search(title) and (
        given or family or either or is_whole or _USUAL_ALONE.search(title)
    ):
        if is_whole or not (given or re.search(r"\bnoms? (d usage|usuels?)\b", title) or family):
            return Part.USUAL
        return Part.USUAL_GIVEN if given else Part.USUAL_FAMILY
    # "nom du participant prenom" asks for one of the two: what stands last
    if both and _ONE_OF_TWO.search(title):
        return Part.GIVEN if given and not family else Part.FAMILY
    if is_whole:
        return Part.WHOLE
    if given or family:
        return Part.GIVEN if given else Part.FAMILY
    return Part.EITHER if either else None
