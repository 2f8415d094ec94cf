"""Parts of the patterns of quantifiers: who is counted, where a clause begins, which verbs."""

_FRENCH_NUMBERS = "une deux trois quatre cinq six sept huit neuf dix onze douze"
_ENGLISH_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
WRITTEN_NUMBERS = {"fr": _FRENCH_NUMBERS.split(), "en": _ENGLISH_NUMBERS.split()}
"""From one on, as they are written before “tables”."""

NUMBERS = {
    word: number for words in WRITTEN_NUMBERS.values() for number, word in enumerate(words, start=1)
}

PARTS = {
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
"""What the patterns of a language call by a name in capitals."""
