"""What French and English lists call the fields we know: whole headings, and words inside them."""

import re

from wcafe.domain.text import fold, one_line

PEOPLE_HEADINGS = {
    # a whole name, or the family's beside a first name
    "name": "nom|noms|name|nom du participant|nom de la personne",
    "family": "nom de famille|last name|lastname|surname|family name|nom participant|"
    "nom du participant nom de famille|noms de famille",
    "given": "prenom|prenoms|first name|firstname|given name|given names|forename|"
    "prenom participant|nom du participant prenom|prenom usuel",
    "full_name": "full name|nom complet|nom et prenom|nom prenom|prenom nom|prenom et nom|"
    "nom prenoms|noms et prenoms|vos nom et prenom|participant|participante|participant name|"
    "participants|attendee|attendee name|personne|nom affiche|display name|"
    "guest name|identite",
    "email": "email|e mail|mail|mel|courriel|email address|e mail address|adresse mail|"
    "adresse e mail|adresse email|adresse electronique|adresse de courriel|"
    "adresse mail de contact|e mail du participant|courrier electronique|participant email",
    "organisation": "organisation|organization|organisme|structure|affiliation|company|"
    "entreprise|societe|raison sociale|association|institution|employeur|employer|collectivite|"
    "structure ou quartier|entreprise du participant|vous representez structure|etablissement|"
    "parti|parti rattachement financier|organisation ou structure",
    "group": "groupe|group|college|categorie|category|profil|profile|secteur|sector|"
    "vous venez en tant que|vous etes|type de public|tranche d age|public|team|equipe|type",
    "language": "langue|langues|language|languages|langue de table|langue parlee|langues parlees|"
    "spoken languages|preferred language",
    "needs": "besoins|besoin|needs|besoins particuliers|special needs|access needs|"
    "accessibilite|accessibility|besoins d accessibilite|mobilite|mobilite reduite|pmr|handicap",
    "host_wish": "hote|hotes|host|hosts|hote de table|table host|souhaite etre hote|"
    "souhaitez vous etre hote ou hotesse de table|would you host a table|willing to host|"
    "volontaire pour etre hote|volontaire hote|host wish|peut etre hote|animer une table",
    "status": "statut|status|etat|state|registration state|attendee status|participant status|"
    "rsvp|presence|statut de la commande|statut d inscription|inscription|order status|reponse|"
    "registration status",
    "note": "note|notes|remarque|remarques|commentaire|commentaires|comment|comments|"
    "participant message|observations|dietary requirements access needs|message|allergies|"
    "commentaire allergies",
    "id": "id|identifiant|identifier|code|matricule|numero de participant|participant id",
}
"""The fields a list of people may fill, and how French and English lists head them."""

NOTE_HEADINGS = {
    "text": "text|texte|note|notes|idee|contenu|content|commentaire|comment|verbatim",
    "table": "table|no table|numero de table|table number|n table|n de table|no de table|"
    "numero table|table no|tables",
    "round": "round|ronde|tour|rotation|no round|numero de ronde|session|n ronde|n de ronde|"
    "no de ronde|numero ronde|round number|round no|tour de table",
    "kind": "kind|type|genre|nature|categorie|category|type de note",
    "author": "author|auteur|autrice|auteur rice|preneur de notes|note taker|par|by",
    "theme": "theme|themes|thematique|sujet|topic",
    "id": "id|identifiant",
    "rev": "rev|revision",
    "version_of": "version of|version de",
    "versions": "versions",
    "late": "late|en retard",
}
"""The fields a list of notes may fill."""

_ELSE = (  # headings about whoever paid, the order or the event, and about yes or no to mails
    r"\b(payeur|payer|buyer|acheteu\w+|billing|factur\w+|commande|order|event|evenement|verif\w+|"
    r"opt ?in|consent\w*|newsletter|recevoir|receive|dates?|heure|time|taille|size|postale?|"
    r"enfants?|child\w*|accompagn\w*|conjoint\w*|parents?|urgence|emergency|"
    r"telephone|phone|site|marital|social|emploi|employment|paiement|payment|depart|interface)\b"
)
PEOPLE_WORDS = {
    "given": r"^prenoms?\b(?!.*\bnoms?\b)|\b(first|given) names?\b",
    "family": r"^nom (d usage|usuel|de naissance|patronymique|de famille)\b|^patronyme$|"
    r"\b(last|family) names?\b|\bsurname\b",
    "email": r"\b(e ?mail|mail|courriel|messagerie|mel)\b",
    "organisation": r"\b(organi[sz]ation|organisme|structure|entreprise|company|societe|"
    r"institution|affiliation|association|etablissement|laboratoire|universite|university|collectivite)\b",
    "language": r"\b(langues?|languages?)\b",
    "needs": r"\b(besoins?|needs|requirements) (particuliers?|specifiques?)|special requirements|"
    r"access\w* needs",
    "host_wish": r"\b(hotes?|hotesses?)\b|\bhost (a|at a|your) table|\banimer une table|"
    r"\b(can|could|will|willing|want|wish|ready|happy|able) (you )?(to )?(be a )?(table )?host\b",
    "status": r"\b(statut|status|rsvp)\b(?!.*(professionnel|juridique|etudiant|student|familial))|"
    r"\b(etat|state|reponse) (de |d |a )?(l |la |cette )?"
    r"(inscription|reservation|commande|billet|participation|invitation|registration|order)\b|"
    r"\b(registration|ticket|order|booking|attendee|invitation) state\b|"
    r"^(attendance|participation|present|presente|attending|registration|booking|reservation|decision|"
    r"venez vous|viendrez vous|serez vous presente?|will you attend|are you coming)$",
    "note": r"^(remarques?|commentaires?|observations?)\b|\ballergies?\b",
}
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
    is_about_else = re.search(_ELSE, heading) or re.search(_NO_PERSON, heading)
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


def field_shown_by_words(heading: str) -> str | None:
    """Return the field that the words of a folded heading of a list of people show."""
    if re.search(_ELSE, heading):
        return None
    return next((f for f, words in PEOPLE_WORDS.items() if re.search(words, heading)), None)
