"""Dot-vote sheets as they come back: printed, dots stuck or drawn, photographed. All invented."""

from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from PIL import Image, ImageDraw

from tests.scan.camera import any_shot, photograph
from tests.scan.hands import Hand, any_pen
from tests.scan.simulated import NOW, SCALE, drawn_page
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.cafe import draft
from wcafe.domain.handouts import VOTES
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.rect import Rect
from wcafe.domain.synthesis import Theme
from wcafe.domain.vote_layout import VoteLayout
from wcafe.domain.votes import VoteForm, vote_code
from wcafe.reports import make_document
from wcafe.services.cafe import Snapshot

COLOURS = {
    "red": (214, 40, 52),
    "blue": (32, 92, 190),
    "green": (46, 148, 74),
    "yellow": (252, 214, 28),
    "pale yellow": (250, 232, 110),
    "orange": (244, 132, 30),
    "pink": (240, 120, 170),
    "black": (34, 34, 36),
}
NAMES = (
    "Se croiser", "Les bancs", "La nuit", "Aller à pied", "Qui décide ?", "Un lieu pour les jeunes",
    "Le marché du jeudi", "Des arbres en ville", "Réparer ensemble", "Parler plusieurs langues",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Voted:
    """A photo of a dot-vote sheet, and how many dots each of its rows has."""

    photo: Image.Image
    quality: int
    code: str
    dots: tuple[int, ...]
    shot: object


@dataclass(frozen=True, kw_only=True)
class VoteSheets:
    """All dot-vote sheets of a café: their codes, their layouts, and a picture of each."""

    codes: tuple
    layouts: tuple
    pdf: bytes

    def page(self, number):
        return drawn_page(self.pdf, number)


def cafe_with_themes(names):
    cafe = draft(title="Quartier 2030 : prendre part", language="fr", rounds=2, tables=4)
    themes = tuple(
        Theme(id=f"theme-{n}", name=name, headline="Ce que l’on en dit, en une ligne.", mark=n)
        for n, name in enumerate(names)
    )
    cafe = replace(cafe, day=NOW.date())
    return Snapshot(cafe=cafe, people=(), plan=None, live=None, notes=(), themes=themes)


@cache
def print_votes(names=NAMES, paper=PaperSize.A4):
    snapshot = cafe_with_themes(names)
    pdf = make_document(VOTES, snapshot, NOW, PrintOptions(paper=paper)).pdf
    form = VoteForm(tuple(theme.id for theme in snapshot.themes))
    pages = range(len(form.sheets))
    return VoteSheets(
        codes=tuple(vote_code(snapshot.cafe.id, form, page, paper=paper) for page in pages),
        layouts=tuple(VoteLayout(form.shape(page, paper)) for page in pages),
        pdf=pdf,
    )


def stick(sheet, middle, size, colour, rng=None):
    """Stick a dot of so many millimetres on the picture of a sheet."""
    around = round(size * SCALE) + 8
    dot = Image.new("L", (around * 2, around * 2), 0)
    edge = around - size * SCALE, around + size * SCALE
    ImageDraw.Draw(dot).ellipse((edge[0], edge[0], edge[1], edge[1]), fill=255)
    dot = dot.resize((around, around), Image.Resampling.BOX)
    light = 1.0 if rng is None else rng.uniform(0.93, 1.05)
    ink = tuple(min(255, round(part * light)) for part in colour)
    place = [round(length * SCALE - around / 2) for length in middle]
    sheet.paste(Image.new("RGB", dot.size, ink), tuple(place), dot)


def draw(sheet, middle, rng, pen=None, how=None):
    """Tick a circle, or dot it, by pen."""
    pen = pen or any_pen(rng)
    if how is None and rng.random() < 0.3:
        stick(sheet, middle, rng.uniform(2.5, 6), pen.colour, rng)
        return
    area = Rect(middle[0] - 3, middle[1] - 3, 6, 6)
    how = how or rng.choice(["cross", "check", "stroke", "filled"], p=[0.45, 0.35, 0.12, 0.08])
    Hand(sheet, SCALE, pen, rng).tick(area, how)


def fill_votes(sheet, layout, rng):
    """Stick and draw dots on the picture of an empty sheet; return how many each row has."""
    names = list(COLOURS)
    size = float(rng.choice([8, 8, 8, 10, 12]))
    is_mixed, by_pen = rng.random() < 0.2, rng.choice([0.0, 0.05, 0.3, 1.0], p=[0.5, 0.2, 0.1, 0.2])
    colours = rng.choice(names, size=int(rng.integers(1, 4)))
    dots = []
    for row in layout.rows:
        count = int(
            min(len(row.circles), rng.integers(0, len(row.circles) + 1) ** rng.uniform(0.4, 1))
        )
        if rng.random() < 0.7:  # where it is next in line, else anywhere
            chosen = np.arange(count)
        else:
            chosen = rng.permutation(len(row.circles))[:count]
        for circle in chosen:
            middle = np.add(row.circles[circle], rng.normal(0, 0.8, 2).clip(-2.2, 2.2))
            if rng.random() < by_pen:
                draw(sheet, middle, rng)
            else:
                large = float(rng.choice([8, 10, 12])) if is_mixed else size
                stick(sheet, middle, large, COLOURS[rng.choice(colours)], rng)
        dots.append(count)
    return tuple(dots)


def voted(printed, number, seed, **facts):
    """Return the photo of a sheet of `printed`, with dots and taken as the seed has it."""
    rng = np.random.default_rng(seed)
    sheet = printed.page(number).copy()
    dots = fill_votes(sheet, printed.layouts[number], rng)
    shot = any_shot(rng, **facts)
    return Voted(
        photo=photograph(sheet, SCALE, shot),
        quality=shot.quality,
        code=printed.codes[number],
        dots=dots,
        shot=shot,
    )
