"""The words of headings that speak of names, in French and English, folded; see `name_headings`."""

import re

TICKET_HOLDER = re.compile(r"\b(ticket|billet|badge|pass|card|carte|place) (holder|owner)s?\b")
HOLDER = re.compile(r"\b(titulaires?|porteur|porteuse) (du|de la|de|des) (billets?|places?|pass)\b")
OTHERS = re.compile(
    r"\b(enfants?|child\w*|kids?|conjointe?s?|accompagn\w*|companions?|spouse|partner|partenaire|"
    r"husband|wife|mari|epou[sx]e?|guardian|tuteur|tutrice|urgence|emergency|sit|seated?|rather|"
    r"cote|assise?|eviter|avoid|refer\w*|referente?|recommand\w*|parrain\w*|marraine|invited by|"
    r"invitee? par|manager|supervis\w*|superieur|plus one|sponsor|formateur|formatrice|animat\w*|"
    r"mother|father|mere|pere|parents?|pet|chien|doctor|medecin|friends?|amie?s?|binome|"
    r"updated?|created?|cree|modifie\w*|saisie? par|by whom|with whom|avec qui|next to|user ?name|"
    r"dernier|last modified|relative|proche|colleagues? of|other|autres?|another|"
    r"organi[sz]er|organisat\w+|event host|table host|owner of|salutation|civilite)\b"
)
BUYER = re.compile(
    r"\b(payeu\w+|payer|paid by|buyer|purchas\w+|booker|booked by|bought by|ordered by|order by|"
    r"reserved by|acheteu\w+|achete par|billing|bill to|invoic\w*|factur\w+|customer|clients?|"
    r"cardholder|donor|donat\w+|commandee? par|commanditaire|reservee? par|payee? par|"
    r"contact|subscriber|souscripteur|souscriptrice|order name|name of (the )?order)\b"
)
CONTACT = re.compile(r"\bcontact\b")
ELSE = re.compile(
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
MAIDEN = re.compile(
    r"\b((pre)?noms? (de naissance|patronymique|de jeune fille)|maiden|birth) ?(names?)?\b"
)
USUAL = re.compile(
    r"\b(prefer\w*|usuel\w*|d usage|choisie?|chosen|known as|goes by|go by|call(ed)?|appel\w*|"
    r"nick ?names?|surnoms?|pseudo\w*|alias|affect\w*|name ?tag|"
    r"(on|for|sur|pour|du|de) (the |your |le |la |votre |a )?(name )?(badge|tag|etiquette)|"
    r"badge (full |first )?names?)\b"
)
USUAL_ALONE = re.compile(
    r"\b(known as|goes by|go by|call|called|appel\w*|nick ?names?|surnoms?|pseudo\w*|name ?tag|"
    r"alias)\b"
)
GIVEN = re.compile(r"\b(prenoms?|(first|given|fore|christian) ?names?|firstname|forename)\b")
FAMILY = re.compile(
    r"\b(noms? de famille|(last|family|sur) ?names?|lastname|surname|patronyme|apellidos?)\b"
)
WHOLE = re.compile(
    r"\b((full|complete|display) ?names?|gecos|(pre)?noms? complets?|nom affiche|identite|identity|"
    r"first (and |& )?last names?|last (and |& )?first names?|name and surname|"
    r"first names? and (last|family) names?)\b"
)
EITHER = re.compile(r"\b(noms?|names?)\b")
NOUNS = (
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
NOUN = re.compile(rf"\b({NOUNS})\b")
ONE_OF_TWO = re.compile(
    rf"\bnom (du|de la|de l|d un) ({NOUNS})\b|\b({NOUNS}) names? (given|first|family|last) name"
)
WHO = re.compile(
    r"\b(qui (vient|participe|etes vous|es tu|est la|sera la|viendra|est inscrite?)|"
    r"who (is|are|s) (coming|you|attending|there)|who (comes|attends)|qui|who|"
    r"comment (vous|t) appel\w+( vous| tu)?)\b"
)
FILL = re.compile(
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
