"""How lists ask whether somebody wishes to be on no picture: as a wish, or for a consent.

All headings are folded: small letters without accents, one blank between words.
"""

_PICTURES = (
    r"(?=.*\b(photos?|photographi\w*|photographed|pictures?|videos?|filme\w*|filmer|"
    r"prises? de vues?|captation|(l|mon|votre|son|my|your|d) images?|image rights)\b)"
    r"(?!.*\b(profil\w*|url|lien|link|upload|fichier|file|joindre|envoyer|trombinoscope)\b)"
)
_NO_OBJECTION = r"\b(pas|aucune?|sans|no) (d )?(objections?|oppositions?|problemes?)\b"
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
    rf"droits?|rights|cession|release|ok|okay|opt in)\b)(?!.*({_AGAINST})))"
)
"""A pattern of the words in such a heading."""
