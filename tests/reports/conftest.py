"""Documents, their text, their pages as pictures."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest

from tests.cafes import NAMES, person
from tests.published import pictures_of
from tests.reports.reading import texts
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import PRINTED, SYNTHESIS
from wcafe.domain.cafe import draft
from wcafe.domain.handouts import CERTIFICATES
from wcafe.domain.kinds import Kind
from wcafe.domain.live import Live
from wcafe.domain.notes import Note
from wcafe.domain.plan import Certificate, Joker, Plan, basis
from wcafe.domain.synthesis import Statement, Theme, cite
from wcafe.domain.text import new_id
from wcafe.errors import NoStepRule
from wcafe.reports import make_document
from wcafe.services.cafe import Snapshot

NOW = datetime(2026, 11, 26, 18, 5, tzinfo=UTC)

SAID = (
    "Un jardin partagé derrière la médiathèque, ouvert aux écoles",
    "<b>Gras</b> & <img src='/etc/passwd'/> <onDraw name='x'/>",
    "« Déjà » — œuvre d’Ân-Lê, 12\u202f% ☺ 🙂 e\u0301",
    "مرحبا بالجميع and שלום",
    "中文 日本語",
    "Ligne un\nligne deux",
    "x" * 300,
)


def snapshot(people=24, rounds=3, language="fr", notes=True, plan=True, names=NAMES, **facts):
    """A café at the end of its day; the plan is the simplest there is."""
    tables, jokers = max(people // 4, 1), facts.pop("jokers", 0)
    guests = tuple(person(f"{names[n % len(names)]} {n}") for n in range(people))
    cafe = facts.pop("cafe", None) or draft(
        title="Quartier 2030 : prendre part <&>",
        language=language,
        rounds=rounds,
        tables=tables,
        place="Brest",
        questions=("Que faire ?", "Et après ?"),
        day=NOW.date(),
    )
    made = Plan(
        id="plan",
        people=tuple(guest.id for guest in guests),
        tables=tables,
        seats=tuple(
            tuple((n + r * (n // tables)) % tables for n in range(people)) for r in range(rounds)
        ),
        hosts={guests[n].id: n for n in range(tables)},
        jokers=tuple(
            Joker(id=new_id(), number=n + 1, route=tuple((n + r) % tables for r in range(rounds)))
            for n in range(jokers)
        ),
        made_for=basis(cafe, guests),
        certificate=Certificate(
            repeat_meetings=0,
            lower_bound=0,
            coincidences=0,
            coincidences_bound=0,
            proven_optimal=True,
        ),
    )
    kinds = list(Kind)
    said = tuple(
        Note(
            id=new_id(),
            table=n % tables,
            round=n % rounds,
            kind=kinds[n % len(kinds)],
            text=f"{SAID[n % len(SAID)]} ({n})",
        )
        for n in range(42 * notes)
    )
    themes = (
        Theme(
            id="a",
            name="Du vert <tout> près",
            statements=(
                Statement(id="s", text="Cinq tables & plus.", cites=tuple(map(cite, said[:14]))),
            ),
            notes=tuple(n.id for n in said[:14]),
        ),
        Theme(id="b", name="Se croiser", notes=tuple(n.id for n in said[14:28])),
    )
    return Snapshot(
        **{
            "cafe": cafe,
            "people": guests,
            "plan": made if plan else None,
            "live": Live(),
            "notes": said,
            "themes": themes if notes else (),
            **facts,
        }
    )


@cache
def documents(language):
    """Return the name and the document of everything that is printed, made once a process."""
    return tuple(every_document(language=language))


def every_document(**facts):
    """Yield the name and the document of everything that is printed."""
    shot = snapshot(**facts)
    for artefact in PRINTED.values():
        if artefact.key != CERTIFICATES and (shot.plan or not artefact.needs_plan):
            with suppress(NoStepRule):
                yield artefact.key, make_document(artefact.key, shot, NOW)
    yield CERTIFICATES, make_document(CERTIFICATES, seen_at_the_door(shot), NOW)


def seen_at_the_door(shot):
    """The same café with its first two people checked in."""
    people = (*(replace(each, arrived=True) for each in shot.people[:2]), *shot.people[2:])
    return replace(shot, people=people)


def report_of(shot, now, *, names=False):
    pictures = pictures_of(shot.photos)
    return make_document(SYNTHESIS, shot, now, PrintOptions(names=names), pictures=pictures)


def text_of(document):
    return "\n".join(texts(document.pdf))


@pytest.fixture
def qt_pages(qapp):
    """Draw the pages of a document with the PDF engine the desk uses."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtPdf import QPdfDocument

    def draw(document, width=420):
        data = QByteArray(document.pdf)
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        pdf = QPdfDocument()
        pdf.load(buffer)
        pages = []
        for page in range(pdf.pageCount()):
            size = pdf.pagePointSize(page)
            drawn = pdf.render(page, QSize(width, round(width * size.height() / size.width())))
            sheet = QImage(drawn.size(), QImage.Format.Format_RGB32)
            sheet.fill(0xFFFFFF)
            painter = QPainter(sheet)
            painter.drawImage(0, 0, drawn)
            painter.end()
            pages.append(sheet)
        pdf.close()
        buffer.close()
        return pages

    return draw
