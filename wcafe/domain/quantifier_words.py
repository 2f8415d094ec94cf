"""The words by which a sentence claims how many there are, in French and in English.

They are read in small letters without accents and with straight apostrophes. What lies in the
group `said` is the claim; around it stands what tells it from other senses of the same words. A
new word is one line here, and one in the table of its tests.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto


class Claim(Enum):
    """How many a word says there are, see `quantifiers.is_grounded`."""

    EXACTLY = auto()
    AT_LEAST = auto()
    MORE_THAN = auto()
    SEVERAL = auto()
    MANY = auto()
    HALF = auto()
    MOST = auto()
    ALL = auto()


class Unit(Enum):
    """Of what."""

    PEOPLE = auto()
    TABLES = auto()
    NOTES = auto()


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to make a claim."""

    language: str
    claim: Claim
    regex: re.Pattern[str]


_FRENCH_NUMBERS = "une deux trois quatre cinq six sept huit neuf dix onze douze"
_ENGLISH_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
WRITTEN_NUMBERS = {"fr": _FRENCH_NUMBERS.split(), "en": _ENGLISH_NUMBERS.split()}
"""From one on, as they are written before “tables”."""

NUMBERS = {
    word: number for words in WRITTEN_NUMBERS.values() for number, word in enumerate(words, start=1)
}

_PARTS = {
    "fr": {
        "CLAUSE": r"(?:^|[.!?:;,(«»\"“”\n–—-] ?|\b(?:que|qu'|et|mais|ou|car|si|quand|lorsque|"
        r"puisque|comme|donc|or|ici|aujourd'hui) ?)",
        "WHO": r"(?:(?P<tables>tables)|(?P<notes>notes)|(?:jeunes |vieilles |petits |grands )?(?:"
        r"personnes|gens|monde|participant\w*|habitant\w*|citoyen\w*|jeunes|aines|anciens|"
        r"enfants|parents|familles|voisin\w*|eleves|etudiant\w*|lyceen\w*|commercant\w*|salarie\w*|"
        r"benevoles|associations|usager\w*|riverain\w*|femmes|hommes|adultes|elus|elues|presents|"
        r"presentes|locataires|proprietaires|retraite\w*|pietons|groupes|voix|tetes|"
        r"\w+(?:istes|iens|iennes)))\b",
        "CORE": r"(?:(?P<tables>tables)|(?P<notes>notes)|(?:personnes|gens|participant\w*|"
        r"habitant\w*|citoyen\w*|riverain\w*|voisin\w*|groupes|presents|presentes))\b",
        "US": r"(?:d'entre|parmi) (?:nous|vous|eux|elles)\b",
        "VERB": r" (?:ne |n'|se |s'|en |y |le |la |les |l'|nous |vous |leur |lui |aussi )*\w+nt\b",
        "NUMBER": rf"(?P<number>[0-9]{{1,3}}|{'|'.join(WRITTEN_NUMBERS['fr'][1:])})",
        "OPINE": r" (?:ne |n'|se |s'|en |y |nous |le |la |les )*(?:disent|pensent|veulent|"
        r"demandent|souhaitent|trouvent|sentent|aiment|attendent|croient|estiment|preferent|"
        r"refusent|craignent|reclament|proposent|ont envie|ont peur|ont besoin)\b",
    },
    "en": {
        "CLAUSE": r"(?:^|[.!?:;,(«»\"“”\n–—-] ?|\b(?:that|and|but|because|if|when|while|as|since|"
        r"so|or|where|here|today) )",
        "WHO": r"(?:(?:young|younger|old|older|local|other|different|single) )*(?:"
        r"(?P<tables>tables)|(?P<notes>notes)|(?:people|persons|participants|residents|neighbou?rs|citizens|"
        r"attendees|families|parents|children|kids|teenagers|elders|women|men|folks|guests|"
        r"students|pupils|inhabitants|locals|members|workers|volunteers|traders|shopkeepers|"
        r"tenants|owners|cyclists|adults|others|voices|groups|teachers))\b",
        "CORE": r"(?:(?P<tables>tables)|(?P<notes>notes)|(?:people|participants|residents|"
        r"neighbou?rs|citizens|attendees|inhabitants|locals|groups|voices))\b",
        "US": r"of (?:us|them|you)\b",
        "VERB": r" (?:also |still |now |really |already |just )*(?:want|wanted|wish|wished|say|"
        r"said|ask|asked|think|thought|feel|felt|agree|agreed|believe|believed|need|needed|prefer|"
        r"preferred|hope|hoped|fear|feared|like|liked|love|loved|would|are|were|have|had|do|did|"
        r"don't|didn't|can|could|should|will|find|found|see|saw|complain|complained|suggest|"
        r"suggested|propose|proposed|support|supported|oppose|opposed|expect|share|shared|tell|"
        r"told|call|called|mention|mentioned|know|knew|come|came|live|worry|dream)\b",
        "NUMBER": rf"(?P<number>[0-9]{{1,3}}|{'|'.join(WRITTEN_NUMBERS['en'])})",
        "OPINE": r" (?:also |still |now |really |would |do )*(?:say|said|think|thought|feel|felt|"
        r"want|wanted|ask|asked|agree|agreed|believe|believed|wish|wished|need|prefer|hope|fear|like|"
        r"love|told|tell)\b",
    },
}

_TOWARDS_FR = r"(?<!pour )(?<!\ba )(?<!\bde )(?<!avec )(?<!chez )(?<!entre )(?<!vers )(?<!sans )"
_TOWARDS_EN = (
    r"(?<!for )(?<!\bto )(?<!with )(?<!\bof )(?<!from )(?<!among )(?<!like )(?<!than )(?<!\bat )"
)
_NO_FR = r"(?<!\bpas )"
_NO_EN = r"(?<!\bnot )"
_GOES_ON = r"(?! *(?:[.!?;:,)»\"”]|$|\n))"

_WRITTEN: tuple[tuple[str, Claim, str], ...] = (
    # a number of tables or notes
    ("fr", Claim.AT_LEAST, r"\b(?P<said>au moins NUMBER (?:(?P<tables>tables)|notes\b))"),
    ("fr", Claim.MORE_THAN, r"\b(?P<said>plus de NUMBER (?:(?P<tables>tables)|notes\b))"),
    ("fr", Claim.EXACTLY, r"\b(?P<said>NUMBER (?:des|sur(?: les)?) (?:\w+ )?(?P<tables>tables))\b"),
    (
        "fr",
        Claim.EXACTLY,
        r"(?:CLAUSE|\b(?:par|a|dans|les|ces) )"
        r"(?P<said>NUMBER (?:(?P<tables>tables)|(?P<notes>notes)))\b(?! d[e'])",
    ),
    (
        "fr",
        Claim.EXACTLY,
        r"(?<!moins de )\b(?P<said>NUMBER (?:(?P<tables>tables)|(?P<notes>notes)))(?=VERB)",
    ),
    ("en", Claim.AT_LEAST, r"\b(?P<said>at least NUMBER (?:(?P<tables>tables?)|notes?\b))"),
    ("en", Claim.MORE_THAN, r"\b(?P<said>more than NUMBER (?:(?P<tables>tables?)|notes?\b))"),
    ("en", Claim.EXACTLY, r"\b(?P<said>NUMBER (?:of the|of|out of) (?:\w+ )?(?P<tables>tables))\b"),
    (
        "en",
        Claim.EXACTLY,
        r"(?:CLAUSE|\b(?:by|at|from|only|just|the) )"
        r"(?P<said>NUMBER (?:(?P<tables>tables?)|(?P<notes>notes?)))\b(?! of)",
    ),
    # all but a few
    (
        "fr",
        Claim.MOST,
        _NO_FR
        + r"\b(?P<said>(?:presque|quasiment) (?:tout le monde|(?:tous|toutes)(?: les CORE)?))",
    ),
    (
        "fr",
        Claim.MOST,
        r"\b(?P<said>(?:la plupart|(?:la|une) (?:tres )?(?:grande |large |forte )?majorite)"
        r"(?:(?: des| de nos| de ces| de| d') ?WHO| US)?)(?! d(?:e|es|u|')\b)(?! d')",
    ),
    (
        "en",
        Claim.MOST,
        r"\b(?P<said>(?:almost|nearly) (?:everyone|everybody|all(?: of)?(?: the| our)? CORE))",
    ),
    ("en", Claim.MOST, r"\b(?P<said>most(?: of)?(?: the| our| these| those)? WHO)"),
    ("en", Claim.MOST, r"\b(?P<said>most US)"),
    ("en", Claim.MOST, r"CLAUSE(?P<said>most)(?=VERB)"),
    (
        "en",
        Claim.MOST,
        r"\b(?P<said>(?:a|the) (?:great |large |vast |clear |strong |big )?majority"
        r"(?: of(?: the| our| these)? WHO| US)?)(?! of\b)",
    ),
    # half
    ("fr", Claim.HALF, r"\b(?P<said>la moitie (?:(?:des|de nos|de ces) WHO|US))"),
    ("fr", Claim.HALF, r"\b(?P<said>une (?:(?P<tables>table)|personne|famille) sur deux)\b"),
    ("en", Claim.HALF, r"\b(?P<said>half (?:of )?(?:the |our |these )?WHO)"),
    ("en", Claim.HALF, r"\b(?P<said>half US)"),
    # many
    ("fr", Claim.MANY, _NO_FR + r"\b(?P<said>beaucoup (?:(?:de|des|d') ?WHO|US))"),
    ("fr", Claim.MANY, r"CLAUSE(?P<said>beaucoup)(?=VERB)"),
    ("fr", Claim.MANY, r"\b(?P<said>(?:de )?(?:tres )?nombreu(?:x|ses) (?:WHO|US))"),
    ("fr", Claim.MANY, r"\b(?P<said>nombreu(?:x|ses) sont(?: les WHO)?)"),
    (
        "fr",
        Claim.MANY,
        r"\b(?P<said>(?:un (?:tres )?grand nombre|bon nombre|enormement|quantite) (?:de|d') ?WHO)",
    ),
    ("fr", Claim.MANY, r"CLAUSE(?P<said>les gens)(?=OPINE)"),
    ("fr", Claim.MANY, r"CLAUSE(?P<said>on dit)(?= qu[e'])"),
    (
        "en",
        Claim.MANY,
        _NO_EN + r"(?<!how )(?<!too )(?<!\bas )\b(?P<said>many(?: of)?(?: the| our| these)? WHO)",
    ),
    ("en", Claim.MANY, _NO_EN + r"(?<!how )(?<!too )\b(?P<said>many US)"),
    ("en", Claim.MANY, r"CLAUSE(?P<said>(?:very |so )?many)(?=VERB)"),
    (
        "en",
        Claim.MANY,
        r"\b(?P<said>(?:a lot of|lots of|plenty of|a (?:large|great) number of|numerous) WHO)",
    ),
    ("en", Claim.MANY, r"CLAUSE(?P<said>people)(?=OPINE)"),
    # several
    ("fr", Claim.SEVERAL, r"\b(?P<said>plusieurs (?:WHO|US))"),
    ("fr", Claim.SEVERAL, r"CLAUSE(?P<said>plusieurs)(?=VERB)"),
    ("en", Claim.SEVERAL, r"\b(?P<said>several (?:of the |of our )?WHO)"),
    ("en", Claim.SEVERAL, r"\b(?P<said>several US)"),
    ("en", Claim.SEVERAL, r"CLAUSE(?P<said>several)(?=VERB)"),
    # all
    (
        "fr",
        Claim.ALL,
        _TOWARDS_FR + _NO_FR + r"\b(?P<said>tout le monde)\b" + _GOES_ON + r"(?! ne\b| n')",
    ),
    ("fr", Claim.ALL, r"\bpar (?P<said>tout le monde)\b"),
    (
        "fr",
        Claim.ALL,
        _TOWARDS_FR + _NO_FR + r"\b(?P<said>(?:tous|toutes) (?:les |nos |ces )CORE)(?! ne\b| n')",
    ),
    (
        "fr",
        Claim.ALL,
        r"(?<!pour )" + _NO_FR + r"\b(?P<said>toutes les (?P<tables>tables))\b(?! ne\b| n')",
    ),
    ("fr", Claim.ALL, r"CLAUSE(?P<said>tous|toutes)(?! ne\b| n')(?=VERB)"),
    ("fr", Claim.ALL, _NO_FR + r"\b(?P<said>tous|toutes)(?= d'accord)"),
    ("fr", Claim.ALL, r"\bpar (?P<said>tous|toutes)\b(?! les| ceux| celles| nos| ces)"),
    (
        "fr",
        Claim.ALL,
        r"(?<!pour )\b(?P<said>chaque (?P<tables>table)|l'ensemble des CORE)\b".replace(
            "CORE", r"(?:tables|participant\w*|habitant\w*|groupes)"
        ),
    ),
    ("fr", Claim.ALL, _NO_FR + r"\b(?P<said>a l'unanimite|unanimes?|unanimement)\b"),
    (
        "en",
        Claim.ALL,
        _TOWARDS_EN
        + _NO_EN
        + r"\b(?P<said>everyone|everybody)\b(?!'s)"
        + _GOES_ON
        + r"(?! (?:\w+n't|does not|is not|cannot|can not|has not|was not|did not|will not)\b)",
    ),
    ("en", Claim.ALL, r"\bby (?P<said>everyone|everybody|all)\b(?! the| means)"),
    (
        "en",
        Claim.ALL,
        r"(?<!for )(?<!\bto )" + _NO_EN + r"\b(?P<said>all (?:of )?(?:the |our |these )?CORE)",
    ),
    ("en", Claim.ALL, _NO_EN + r"(?<!for )(?<!\bto )\b(?P<said>all US)"),
    ("en", Claim.ALL, r"\b(?:we|they|tables) (?P<said>all)(?=VERB)"),
    ("en", Claim.ALL, r"CLAUSE(?P<said>all)(?=OPINE)"),
    (
        "en",
        Claim.ALL,
        r"(?<!for )" + _NO_EN + r"\b(?P<said>(?:every|each)(?: single)? (?P<tables>table))\b",
    ),
    ("en", Claim.ALL, _NO_EN + r"\b(?P<said>unanimous(?:ly)?)\b"),
)


LOOSE = re.compile(r"(?:a l'unanimite|unanim|on dit|nombreu(?:x|ses) sont|all$|tous$|toutes$)")
"""Claims in whose place no “two tables” can be put without writing the sentence anew."""


def _compile(language: str, written: str) -> re.Pattern[str]:
    """Return what is `written` with its parts, those that are named in capitals, spelled out."""
    for name, part in _PARTS[language].items():
        written = written.replace(name, part)
    return re.compile(written)


PATTERNS = tuple(
    Pattern(language, claim, _compile(language, written)) for language, claim, written in _WRITTEN
)
"""In the order in which they are tried: what was found first is not found again."""
