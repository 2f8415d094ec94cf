"""Texts have an end: a title of a book's length would take minutes to print."""

from dataclasses import replace

import pytest

from tests.cafes import person
from wcafe.domain.agenda import Line, LineId, LineKind, Round
from wcafe.domain.cafe import Questions, Rules, Table, draft
from wcafe.domain.kinds import Kind, KindLabel
from wcafe.domain.lengths import CELL, LONG, SHORT
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.settling import DeviceId, edit_of
from wcafe.domain.synthesis import Statement, StatementId, Theme, ThemeId
from wcafe.errors import TextTooLong

CAFE = draft(title="Notre rue", language="fr")
LINE = Line(id=LineId("x"), kind=LineKind.BREAK, minutes=5, after=1)
THEME = Theme(id=ThemeId("x"), name="Arbres")
STATEMENT = Statement(id=StatementId("x"), text="Il en faut.")
WISH = edit_of(
    Note(id=NoteId("x"), table=0, round=0, kind=Kind.IDEA, text="Un banc"),
    base=0,
    cafe=CAFE.id,
    generation=1,
    device=DeviceId("x"),
)
TEXTS = [
    *[(CAFE, name, SHORT) for name in ("title", "place", "organiser", "licence")],
    (CAFE, "purpose", LONG),
    (LINE, "title", SHORT),
    (Table(), "name", CELL),
    (Round(), "name", CELL),
    *[(person(), name, CELL) for name in ("given", "family", "email", "organisation", "group")],
    (person(), "note", LONG),
    (THEME, "name", CELL),
    (THEME, "headline", SHORT),
    (STATEMENT, "text", LONG),
    *[(WISH, name, CELL) for name in ("author", "withheld", "who")],
    *[(WISH, name, SHORT) for name in ("prompt", "due")],
    (KindLabel(kind=Kind.IDEA, one="Piste"), "one", SHORT),
    (KindLabel(kind=Kind.IDEA, one="Piste"), "many", SHORT),
]
SEVERAL = [
    (CAFE, "prompts", SHORT, lambda text: ("a", text)),
    (CAFE, "words", SHORT, lambda text: ("a", text)),
    (Questions(), "texts", 1_000, lambda text: (text,)),
    (Table(), "listed", CELL, lambda text: ("a", text)),
    (Round(), "listed", CELL, lambda text: ("a", text)),
    (Rules(), "mixed", CELL, lambda text: (text,)),
    (person(), "needs", CELL, lambda text: ("a", text)),
    (person(), "attributes", CELL, lambda text: (("age", "a"), ("city", text))),
]


@pytest.mark.parametrize(
    ("value", "field", "most", "made"),
    [*((*text, lambda text: text) for text in TEXTS), *SEVERAL],
    ids=lambda held: held if isinstance(held, str) else type(held).__name__,
)
def test_a_text_is_as_long_as_its_field_lets_it_and_no_longer(value, field, most, made):
    replace(value, **{field: made("x" * most)})

    with pytest.raises(TextTooLong, match=f"{most} characters"):
        replace(value, **{field: made("x" * (most + 1))})
