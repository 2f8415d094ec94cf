"""How lists ask what people agree to: to be named, or to be on pictures, either way round.

All headings are folded: small letters without accents, one blank between words.
"""

TO_BE_NAMED = (
    "nom citable|may be named|can be named|agrees to be named|agreed to be named|"
    "name may be published|publish my name|ok to be named|peut etre nomme|peut etre nommee|"
    "peut etre nomme e|accepte d etre nomme|accepte d etre nommee|accepte d etre nomme e|"
    "accepte d etre cite dans le compte rendu|accord pour etre nomme|mon nom peut etre publie|"
    "j accepte que mon nom soit publie|j accepte d etre nomme|j accepte d etre nommee"
)
"""Headings under which a yes is the consent to be named, separated by |."""

SHOWS_TO_BE_NAMED = (
    # somebody who agrees, or may; a name, or being named; where it is to stand; and no "not"
    r"^(?=.*\b(accept\w*|autoris\w*|accord|consen\w*|agree\w*|permission|allow|may|can|"
    r"could|peut|peuvent|pouvons|puis|souhait\w*|veux|voulez|want|wish|droit)\b)"
    r"(?=.*\b(noms?|names?|nommee?s?|nommer|named?|credite\w*|credited|nominati\w*)\b)"
    r"(?=.*\b(publi\w*|comptes? rendus?|syntheses?|rapports?|restitutions?|reports?|"
    r"apparai\w*|appear|figur\w*|mention\w*|nommee?s?|nommer|named|credit\w*|diffus\w*|"
    r"nominati\w*|cite\w*|citation)\b)"
    r"(?!.*\b(ne|pas|not|don t|refus\w*|anonym\w*|badges?|newsletter|recevoir|receive)\b)"
)
"""A pattern of the words in such a heading."""

_PICTURES = (
    r"(?=.*\b(photos?|photographi\w*|photographed|pictures?|pics?|videos?|filme\w*|filmer|"
    r"prises? de vues?|captation|(l|mon|votre|son|my|your|d) images?|image rights)\b)"
    r"(?!.*\b(profil\w*|url|lien|link|upload|fichier|file|joindre|envoyer|trombinoscope)\b)"
)
_NO_OBJECTION = (  # or a choice of two answers, of which the first is to agree
    r"\b((pas|aucune?|sans|no) (d )?(objections?|oppositions?|problemes?)|"
    r"(accept\w*|autoris\w*|agree) (ou |or )?(je |i )?(refuse|n accepte pas|n autorise pas|"
    r"disagree))\b"
)
_AGAINST = (  # but for “oui ou non”, which only says how to answer
    r"\b(ne|pas|not|don t|without|sans|refus\w*|oppos\w*|objections?|interdi\w*|contre|opt out|"
    r"derange\w*|gene|mind|avoid|eviter)\b|(?<!oui )(?<!yes )(?<!ou )(?<!or )\b(non|no)\b"
)

AGAINST_PHOTOS = (
    "pas de photo|pas de photos|sans photo|sans photos|no photo|no photos|no pictures|refus photo|"
    "refus photos|refus droit a l image|photo interdite|photos interdites|do not photograph"
)
"""Headings under which a yes is the wish to be on no picture, separated by |."""

SHOWS_AGAINST_PHOTOS = rf"^{_PICTURES}(?=.*({_AGAINST}))(?!.*{_NO_OBJECTION})"
"""A pattern of the words in such a heading."""

PHOTO_CONSENT = (
    "photo|photos|photo ok|photos ok|ok photo|ok photos|droit a l image|droits a l image|"
    "droit image|photo consent|photo permission|photo release|image rights|accord photo|"
    "autorisation photo|prise de vue|prises de vue|photo video"
)
"""Headings under which a no is that wish, separated by |."""

SHOWS_PHOTO_CONSENT = (
    rf"^{_PICTURES}((?=.*{_NO_OBJECTION})|"
    r"(?=.*\b(accept\w*|autoris\w*|authori[sz]\w*|accord\w*|consen\w*|agree\w*|permission|permis|"
    r"permet\w*|allow\w*|may|can|could|peut|peuvent|pouvons|puis|souhait\w*|veux|voulez|want|wish|"
    r"droits?|rights|cession|release|ok|okay|opt in|diffus\w*|publi\w*|rgpd|gdpr|visible|appara\w*|"
    rf"appear\w*|figur\w*|oui (ou )?non|yes (or )?no|o n|y n)\b)(?!.*({_AGAINST})))"
)
"""A pattern of the words in such a heading."""
