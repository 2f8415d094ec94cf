"""What lists write where somebody comes, does not, or has not said so: a table a language.

Each table holds regular expressions for whole words of a folded phrase, in which all but letters
and digits is a blank: "n'est pas partie" is `n est pas partie`.
"""

NOT_COMING = {
    "en": r"cancel\w*|cxl\w*|refund\w*|withdr[aeo]w\w*|reject\w*|declin\w*|den(y|ied|ies)|absent|"
    r"excused|excuses|apolog\w*|regrets?|wait ?list\w*|waiting( list)?|awaiting|pending|on hold|"
    r"reserve list|stand ?by|void(ed|s)?|abandon\w*|expired?|unpaid|deleted?|removed|"
    r"drafts?|no ?shows?|unconfirmed|un ?registered|de ?registered|ko|unsubscribed|"
    r"unapproved|disapproved|"
    r"inactive|incomplete|failed|overdue|duplicate|blocked|banned|revoked|charge ?backs?|reversed|"
    r"opted out|dropped( out)?|missed|unavailable|to be confirmed|tbc|ineligible|"
    r"canc|cncl\w*|cnl\w*|decl|w ?l|impossible|not possible|on (holiday|vacation|leave)|afraid not|"
    r"out of office",
    "fr": r"annul\w*|a annuler|rembours\w*|desist\w*|desinscri\w*|desengag\w*|rejet\w*|refus\w*|"
    r"decline\w*|absente?s?|absence|excusee?s?|(liste |file )(d )?attente|en attente|attente|"
    r"(liste|en) (de )?reserve|impaye\w*|supprim\w*|brouillon|abandon\w*|expire\w*|"
    r"(declaree? )?forfait|retiree?s?|empeche\w*|indisponibles?|indispo|radiee?s?|resiliee?s?|"
    r"inacti[fv]e?s?|incomplete?s?|echec|echouee?s?|perimee?s?|caduque?|doublon|decommand\w*|"
    r"a (confirmer|valider|payer|regler)|abs|exc|bloquee?s?|pas possible|"
    r"en (vacances|conges?)|desactivee?s?|en souffrance",
}
"""Somebody does not come, or has no place yet."""

LEFT = {
    "en": r"left( early)?|gone( home)?|early departure",
    "fr": r"parti(e|s|es| e| e s| es)?|departs? (anticipe|premature)e?s?|quitte|s en est allee?",
}
"""Somebody was there and has gone."""

COMING = {
    "en": r"confirm(ed|s)?|attend(s|ed|ing)?|going|coming|comes?|came|accept(ed|s)?|approved|"
    r"registered|paid|completed?|valid(ated)?|active|present|yes|yep|yeah|ok|okay|sure|"
    r"go|show(ed)?( up)?|turned up|arrived|enrolled|booked|reserved|participants?|"
    r"participat(es?|ing)|attendees?|creator|"
    r"admin\w*|moderator|admitted|join(s|ed|ing)?|free|granted|verified|purchased|sold|issued|"
    r"successful|succeeded|settled|make it|made it|be there|will be here|in person|selected|"
    r"expected|hosts?|placed|fulfilled|available|attendance|conf",
    "fr": r"oui|ouais|confirme(e|s|es| e| e s)?|viens|vient|venez|viennent|"
    r"viendr\w+|venir|venue?s?|"
    r"participe(nt|r|ra|rai|ront|rez|ras)?|participante?s?|inscrite?s?|accepte(e|s|es| e)?|"
    r"valide(e|s|es| e)?|presente?s?|presence|paye(e|s|es| e)?|reglee?s?|complete?s?|actifs?|"
    r"actives?|d accord|arrive(e|s|es| e)?|gratuite?s?|offerte?s?|exoneree?s?|reservee?s?|"
    r"(sera|serai|seront|est|sont|serons|serez vous|seras tu) la|avec plaisir|"
    r"volontiers|partante?s?|disponibles?|dispo|insc|"
    r"retenue?s?|selectionnee?s?|admis(e|es)?|assiste(r|ra|rai|ront|nt)?|attendue?s?|hotes?|"
    r"(etre|sera\w*|serez vous|seras tu) (des notres|parmi nous)|maintenue?s?",
}
"""Somebody comes."""

BACK = {
    "en": r"reinstated|restored|reactivated|re ?confirmed|re ?registered|un ?cancel\w*|promoted|"
    r"(registered|confirmed|booked|coming|attending|paid) again",
    "fr": r"retablie?s?|reactivee?s?|reinscrite?s?|reconfirmee?s?|repechee?s?|revien\w*|"
    r"(inscrite?s?|confirmee?s?|viens|vient|participe) (de|a) nouveau",
}
"""Somebody comes after all: it goes before whatever else a phrase says."""

NOT_ARRIVED = {
    "en": r"check(ed)? ?in|scanned|used",
    "fr": r"pointee?s?|emargee?s?|scannee?s?",
}
"""Somebody is there; with "not" before it nobody knows yet."""

NO_ANSWER = {
    "en": r"no (reply|response|answer|rsvp)|(not|hasn t|has not|haven t|have not|did not|didn t)"
    r"( yet)? (repl\w+|respon\w+|answer\w*)|unanswered|needs action|invited|invitations?|invitee|"
    r"interested|contacted|not yet(?! \w)|guests?|notified|nominated|reminded",
    "fr": r"(sans|aucune|pas (de|encore de)) reponse|pas( encore)?( a| ont)?( encore)? repondu|"
    r"pas encore(?! \w)|"
    r"invite(e|s|es| e| e s)?|interesse(e|s|es| e)?|relance(e|s|es| e)?|contacte(e|s|es| e)?|"
    r"sollicite(e|s|es| e)?|sans nouvelles?",
}
"""Somebody was asked and has not said: they do not come where others of the list do."""

UNSURE = {
    "en": r"not sure|unsure|maybe|perhaps|possibly|probably|tentative(ly)?|provisional\w*|"
    r"would have|wish(es|ed)?|hop(e|es|ed|ing)|wanted( to)?|(was|were) going to|had planned|"
    r"next time|another|elsewhere|some(where| other)|came up|coming down|already booked|"
    r"wedding|flu|covid|sick|ill|paid leave|"
    r"don t know|undecided|partial\w*|online|remote(ly)?|virtual\w*|if (possible|need be)|either",
    "fr": r"pas( encore)?( tout a fait)? sure?|sai[st] pas|pas sai[st]|peut etre|probable\w*|"
    r"aurai[st]?|aurait|aurions|voulai[st]|souhaitai[st]|esper\w*|(la )?prochaine fois|"
    r"(un|une|d) autre|autres? (fois|jour|date|evenement|reunion)s?|ailleurs|malades?|mariage|"
    r"sous reserve|si (besoin|possible|necessaire)|partiel\w*|en ligne|a distance|visio\w*|"
    r"distanciel|indecise?s?|incertaine?s?|eventuellement",
}
"""Nobody can tell from this: a person has to say."""

ABOUT_ELSE = {
    "en": r"non ?refundable|refundable|cancell?able|no problem|no worries|can t wait|"
    r"left (a )?(message|voicemail|note)|"
    r"(refund|cancellation|withdrawal)( request)? (refused|rejected|denied|declined|cancell?ed)|"
    r"(not?|never) (a )?refund\w*|partial\w* refund\w*",
    "fr": r"(non )?remboursables?|(non )?annulables?|pas de (probleme|souci)s?|"
    r"(remboursement|annulation|desistement|desinscription|absence) "
    r"(refuse|rejete|annule)e?s?|(non|pas) rembourse\w*|"
    r"partiel\w* rembourse\w*|remboursement partiel",
}
"""Words of the tables above in a phrase that is about something else."""

PAST = {
    "en": r"from( the)?|ex|was|were|previously|formerly|instead of|after|originally",
    "fr": r"ancienne?(ment)?|etait|au lieu d(e|u)|apres|auparavant|initialement",
}
"""What is said next was so once, and is not any more."""

BUT = {"en": r"but|however|though|except", "fr": r"mais|sauf|cependant|toutefois"}
"""What follows takes back what was said, if it is about coming and nothing else."""

THEN = {
    "en": r"then|now|finally|afterwards",
    "fr": r"puis|maintenant|finalement|desormais|ensuite",
}
"""What follows goes before what was said so far."""

NOT = {
    "en": r"not|no longer|no|never|cannot|\w+n t|cant|wont|dont|doesnt|unable|nor",
    "fr": r"pas|plus|non|ne|n|jamais|aucune?s?|sans",
}
"""Turns the meaning of the words after it."""

FILL = {
    "en": r"rsvp|reply|response|answer|i|we|it|this|that|time|sorry|thanks?|thank|you|me|us|be|"
    r"able|to|the|for|today|tomorrow|tonight|can|will|unfortunately|there|do|so|and|but|am|is|are|t|ll|m|yet|sadly|regretfully|alas|afraid|have|has|had|must|make|later|meanwhile|"
    r"any ?more",
    "fr": r"reponse|je|j|il|elle|iel|on|nous|vous|moi|cette|fois|ci|desolee?s?|merci|"
    r"malheureusement|helas|"
    r"pour|aujourd|hui|demain|ce|soir|jour|la|le|les|l|y|peu[xt]|peuvent|pourr\w+|pu|"
    r"etre|a|ai|suis|est|sont|sera\w*|et|mais|finalement|encore|d|de|du|dois|doit|c|entre|temps",
}
"""Words around a bare "no" that add nothing to it."""

YES = r"yes|y|oui|o|ouais|xx?|1|true|t|vrai|v|ok|on"
NO = r"no|n|non|0|false|f|faux|off|nope|nan|nein"
NOTHING = r"none|nothing|never|null|nil|na|aucune?|rien|neant|jamais|nc"
"""What a cell of one word says to a question."""

MONTHS = "jan|fev|feb|mar|avr|apr|mai|may|juin|jun|juil|jul|aou|aug|sep|oct|nov|dec"
TICKS, CROSSES = "✓✔☑✅🗸👍🟢", "✗✘✖✕☒❌❎⛔🚫👎🔴"

ROLES = {
    "observer": r"observ",
    "facilitator": r"animat|facilitat",
    "crew": r"equipe|crew|staff|organisat|organiz",
}
"""Somebody comes, and for something else than to sit at a table: how the cell begins."""

YES_OR_NO = r"oui (ou )?non|yes (or )?no|o n|y n|vrai (ou )?faux|true (or )?false"
"""The answers that a heading offers, which say nothing themselves."""

NO_DOUBT = r"(liste|file) (d )?attente|en attente|\b(votre|sa|ta|ma|leur) venue"
"""What French headings say with words that alone are also what people expect, or a place."""

HEADING_FILL = (
    r"at|on|le|la|les|l|d|de|des|du|the|of|in|is|has|been|was|a|est|ete|sur|par|by|date|time|heure|"
    r"orders?|tickets?|billets?|commandes?|inscriptions?|registration|booking|reservation|place|"
    r"list|liste|status|statut|etat|state|flag|yes|oui|non|ou|or|e|es|s|x|y|utc|early|position|"
    r"rang|rank|reason|motif|raison|cause|full|person|personne|guest|attendee|participant|"
    r"since|depuis|already|deja|timestamp|to|for|pour|en|did|do|does|participations?|presence|"
    r"venue|events?|evenements?|souhaite\w*|veu[xt]|justifiee?s?|rsvp|invite|response|reponse|"
    r"inscrite?s?|reg|approval|approbation|application|candidature|selection|enrol?ment|attendance|"
    r"confirmation|invitation|demande|request|purchase|achat|customer|user|admin|organi[sz]er|organisateur"
)
"""Words beside an answer in the heading of a column that asks for nothing else."""

QUESTION_FILL = (
    r"serez|vous|etes|will|would|you|are|do|does|can|could|pourrez|pourras|je|j|i|we|be|able|to|"
    r"tu|seras|souhaitez|souhaites|voulez|veux|wish|like|us|your|votre|avez|comptez|pensez|plan|"
    r"planning|merci|confirm|confirmer|ce|jour|day|please|que|qu|est|c|sa|ta|des|notres?|parmi|"
    r"nous|joindrez|joindras|confirmez|confirmes|attendance|"
    r"serai|sera|seront|serons|etre|ma|leur"
)
"""Words of a question that is about coming and nothing else."""

OCCASION = (
    rf"\d+|({MONTHS})\w*|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w+day|matin|soir|"
    r"journee|soiree|apres|midi|morning|afternoon|evening|h|au|aux|en|world|cafe|event|evenement|"
    r"rencontre|reunion|meeting|workshop|seance|this|our|notre|cette|confirmez|next|prochaine?"
)
"""Words of such a question that say to what; where a list has several, each is about a part."""

EARLIER = r"deja|already|ever|before|last|precedent\w*|previous\w*|dernier\w*|autrefois"
"""A question with such a word is about other times."""

REASON_HEADING = r"reason|motif|raison|cause|by|par"
"""Who has anything in such a column about not coming does not come."""

NO_GUESS = (
    r"attentes?|retire(e|s|es)?|partis?|quitte|expires|remboursement|forfait|gone|used|"
    r"free|paid|paye|gratuit|valide?|complete?|active?|actif|hotes?|hosts?|attendees?|participants?|"
    r"guests?|invites?|invitations?|ok|sure|reserve|places?|disponible|selected|incomplete|admin|"
    r"scanned|scanne|unsubscribed|desabonne|"
    r"check(ed)? ?in|arrived?|arrivee?|venues?|regle|incomplet|contacte|overdue|blocked|reversed|"
    r"failed|excuses|duplicate|doublon|expected|attendues?|placed|conf|dispo|insc|w ?l|decl|canc|"
    r"impossible|available|offertes?|issued|sold|purchased|complete[sd]?|free|settled|verified"
)
"""Answers that are too much else in a heading to be taken for a column about coming."""
