"""The ateliers of Dinan as a café: the real harvest, with themes, statements and free texts.

Kinds, themes, headlines and statements were written for the tests, in the spirit of what the
organisers published; their notes and texts are their own. Notes are named by their line in the
list (`notes_flat.csv`), from 2.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cafes import SHARED
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note
from wcafe.domain.publication import Publication
from wcafe.domain.synthesis import Opposed, Statement, Theme, cite
from wcafe.domain.text import new_id
from wcafe.services.cafe import Snapshot
from wcafe.services.opened import OpenCafe

FOLDER = SHARED / "notes" / "fr_dinan_ateliers_pcaet"
LIST = FOLDER / "notes_flat.csv"
TABLES = (
    "Pratiques agricoles, alimentation",
    "Biodiversité",
    "Ressource en eau",
    "Énergies renouvelables",
    "Communes, exemplarité",
    "Précarité, habitat, mobilité",
)
QUESTIONS = (17, 89, 94, 95, 96, 97, 113, 115, 122, 125, 149)
QUOTED = (66, 86, 112, 157)
OPPOSED = ((8, 14), (123, 131))


@dataclass(frozen=True)
class Told:
    """A theme: its name, what it says in one line, its notes, and its statements with theirs."""

    name: str
    headline: str
    notes: Sequence[int]
    statements: Sequence[tuple[str, Sequence[int]]]


THEMES = (
    Told(
        "Des moyens et des objectifs chiffrés",
        "Des études ne font pas un plan : il faut un calendrier, un budget, des indicateurs.",
        (
            *(2, 4, 7, 8, 20, 22, 27, 37, 40, 47, 49, 59, 90, 91, 92, 95, 96, 124),
            *(131, 132, 133, 134, 135, 136, 137, 138, 140, 141, 144, 147, 148),
        ),
        (
            (
                "Les fiches-actions décrivent ce qui est fait ou prévu, rarement ce qu’on en "
                "attend.",
                (22, 27, 40),
            ),
            (
                "Ce sont plutôt des études que des actions, à échéance lointaine, avec des budgets "
                "imprécis ou inexistants.",
                (124, 131),
            ),
            (
                "Les moyens manquent, humains et financiers, et aucun calendrier ne dit par où "
                "commencer.",
                (7, 132, 136, 141),
            ),
            (
                "Les indicateurs sont jugés étroits, peu précis, parfois sans rapport avec "
                "l’objectif ; les groupes demandent de les changer.",
                (4, 37, 49, 135, 138, 148),
            ),
        ),
    ),
    Told(
        "Laisser de la place à l'eau et au vivant",
        "Accompagner l’eau plutôt que lui résister",
        (60, 61, 62, 63, 64, 65, 66, 67, 71, 79, 80, 84, 86, 87, 88, *range(97, 112)),
        (
            (
                "Le plan répond à la montée des eaux par des barrages et des digues. Les groupes y "
                "voient une approche défensive : on protège le bord, on n’agit pas en amont, là où "
                "l’eau devrait pouvoir s’infiltrer.",
                (84,),
            ),
            (
                "Or l’artificialisation des sols n’est pas abordée, ni dans les fiches sur l’eau "
                "ni dans celles sur la biodiversité.",
                (88, 67),
            ),
            (
                "Le risque est regardé depuis le littoral ; les pluies extrêmes, seulement « sous "
                "l’angle gaspillage ».",
                (97,),
            ),
            (
                "Ce que les groupes proposent tient en peu de mots : laisser de la place. Recréer "
                "des zones humides, dégoudronner rues, parcelles et zones commerciales, "
                "accompagner le trait de côte qui recule au lieu de le retenir.",
                (110, 102, 111),
            ),
            (
                "Et entretenir autrement : un métier de garde-rivière, un fauchage tardif, des "
                "trames noire et brune, absentes du plan.",
                (106, 64, 65, 79, 80),
            ),
        ),
    ),
    Told(
        "Une autre agriculture",
        "Plus de la moitié des émissions, et rien sur l’élevage.",
        (5, 6, 9, 10, 11, 12, 13, 18, 19, 28, 29, 30, 31, 32, 36, 89, 93),
        (
            (
                "L’agriculture émet 52 % des gaz à effet de serre du territoire, et la moitié des "
                "agriculteurs partent à la retraite dans cinq ans.",
                (5, 11, 12),
            ),
            ("Pourtant aucune des quatre fiches ne parle du nombre d’animaux.", (6, 30)),
            (
                "Les groupes proposent que l’agroécologie remplace l’intensif, et que la commune "
                "achète du foncier pour installer du maraîchage et nourrir la cantine.",
                (18, 19, 36),
            ),
        ),
    ),
    Told(
        "Les habitants associés pour de bon",
        "Consulter avant de décider, et le faire savoir.",
        (41, 42, 43, 45, 46, 113, 118, 121, 125, 127, 130, 139, 157, 158),
        (
            (
                "Peu ou pas de communication vers les habitants : sans l’atelier, une personne "
                "n’aurait pas su qu’une concertation était ouverte.",
                (127, 157),
            ),
            (
                "On demande des consultations en amont des décisions, davantage de "
                "co-construction, et des partenaires plus nombreux.",
                (121, 46, 45, 118),
            ),
            ("Une question reste : la consultation n’est-elle pas un leurre ?", (113,)),
        ),
    ),
    Told(
        "La sobriété d'abord",
        "Moins de besoins, et un conseil au plus près des habitants.",
        (78, 83, 142, 145, 146, 150, 151, 152, 153, 154, 156, 159, 160, 161),
        (
            (
                "Former les professionnels, réunir les organismes, ouvrir un lieu local : des "
                "propositions, dont un tourisme sans voiture.",
                (152, 154, 159, 153),
            ),
            (
                "Un logement énergivore fait déménager, puis prendre la voiture ; l’aide doit "
                "aller vers les plus précaires et avancer l’argent.",
                (156, 145, 151),
            ),
        ),
    ),
)
OPENING = (
    "Deux ateliers ont lu le plan climat fiche par fiche. La conclusion est commune : le plan dit "
    "ce qui a été fait et ce qui est prévu, il ne dit pas **vers où va le territoire**, alors que "
    "l’eau manque déjà."
)
NEXT_STEPS = (
    "- Cette synthèse est remise à Dinan Agglomération avant la fin de la consultation.\n"
    "- Nous n’attendrons pas le prochain document officiel, le SCOT annoncé en 2026, pour vérifier "
    "que ces sujets avancent.\n"
    "- Si vous souhaitez un retour de participantes, contactez-nous : nous lancerons un appel à "
    "témoignages."
)


def _section(name: str) -> str:
    """Return what the organisers wrote under a heading of the page that gives the results."""
    text = (FOLDER / "_index.md").read_text("utf-8")
    return text.split(f"## {name}", 1)[1].split("\n## ", 1)[0].strip()


def _plain(text: str) -> str:
    """Return Markdown without what a free text does not know: links and footnotes."""
    text = re.sub(r"\[([^\]^]+)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\[\^\d+\]", "", text)


def context() -> str:
    return _plain(_section("Contexte"))


def conclusion() -> str:
    """What the organisers made of it: their results, their verdict, their five demands."""
    published = (FOLDER / "published_synthesis.md").read_text("utf-8").split("---", 2)[2]
    parts = (
        _section("Synthèse des retours des participant·es"),
        "## Notre bilan\n\n" + _section("Notre bilan des ateliers"),
        published.split("\n[^01]:", 1)[0].strip(),
    )
    return _plain("\n\n".join(parts))


def make_dinan(path: Path) -> None:
    """Make the café in the file `path`, by the ways by which a person would."""
    café = draft(
        title="Plan climat : ce que demandent les ateliers citoyens",
        language="fr",
        rounds=2,
        place="Maison des associations, Dinan",
    )
    café = replace(
        café,
        organiser="Un collectif d’associations",
        licence="CC BY-SA 4.0",
        publication=Publication(
            opening=OPENING,
            context=context(),
            conclusion=conclusion(),
            next_steps=NEXT_STEPS,
            contact="Collectif plan climat\nMaison des associations, Dinan",
            amend_until=date(2022, 10, 15),
        ),
    )
    create_cafe(path, café)
    with open_cafe(path) as here:
        here.notes.lists.import_list(LIST)
        _name_places(here)
        notes = dict(enumerate(here.notes.all(), start=2))
        _add_facts(here, notes)
        notes = dict(enumerate(here.notes.all(), start=2))
        for told in THEMES:
            here.synthesis.save(_theme(told, notes))
        for one, other in OPPOSED:
            pair = Opposed(one=notes[one].id, other=notes[other].id)
            here.statements.set_apart(pair, is_in=True)


def _name_places(here: OpenCafe) -> None:
    """Give the tables short names, and say how many people came to each of the two days."""
    café = here.cafes.get()
    tables = tuple(replace(t, name=n) for t, n in zip(café.tables, TABLES, strict=True))
    rounds = tuple(
        replace(each, headcount=count) for each, count in zip(café.rounds, (17, 16), strict=True)
    )
    here.cafes.save(replace(café, tables=tables, rounds=rounds))


def _add_facts(here: OpenCafe, notes: Mapping[int, Note]) -> None:
    changed = {}
    for line, note in notes.items():
        kind = Kind.IDEA if note.prompt == "Propositions" else Kind.INSIGHT
        if line in QUESTIONS:
            kind = Kind.QUESTION
        quoted = line in QUOTED
        told = replace(note, kind=Kind.QUOTE if quoted else kind, may_quote=quoted)
        changed[told] = note.rev
    here.notes.change(changed)


def _theme(told: Told, notes: Mapping[int, Note]) -> Theme:
    statements = tuple(
        Statement(id=new_id(), text=text, cites=tuple(cite(notes[n]) for n in lines))
        for text, lines in told.statements
    )
    return Theme(
        id=new_id(),
        name=told.name,
        headline=told.headline,
        notes=tuple(notes[n].id for n in told.notes),
        statements=statements,
    )


@cache
def dinan() -> Snapshot:
    """Return the café as it is handed out; made once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "dinan.wcafe"
        make_dinan(path)
        with open_cafe(path) as here:
            return here.cafes.snapshot()


@cache
def example() -> Snapshot:
    """Return the shipped example as a snapshot; made once."""
    from wcafe.example import make_example

    with TemporaryDirectory() as folder:
        path = Path(folder) / "example.wcafe"
        make_example(path)
        with open_cafe(path) as here:
            return here.cafes.snapshot()
