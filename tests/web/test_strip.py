"""Is this what you said? A table reads its sentences on a phone and answers there."""

from dataclasses import replace
from uuid import uuid4

import pytest

from wcafe.domain.synthesis import Statement, Theme, cite
from wcafe.domain.text import new_id
from wcafe.domain.verdicts import Answer


@pytest.fixture
def statement(cafe, phone):
    """A sentence that rests on a note of the first table."""
    phone.put(phone.wish("Un banc manque."))
    (note,) = cafe.notes.all()
    made = Statement(id=new_id(), text="Les bancs manquent.", cites=(cite(note),))
    cafe.synthesis.save(Theme(id=new_id(), name="Bancs", statements=(made,)))
    return made


def strip_of(phone):
    return phone.ask("GET", "/api/v1/strip").json["statements"]


def answer(phone, asked, verdict="yes", **said):
    body = {"op": str(uuid4()), "verdict": verdict, "text": "", "hash": asked["hash"], **said}
    return phone.ask("PUT", f"/api/v1/strip/{asked['id']}", body)


def test_a_table_is_asked_about_its_sentences_alone(anybody, codes, phone, statement):
    (asked,) = strip_of(phone)

    assert (asked["id"], asked["text"], asked["table"]) == (statement.id, statement.text, 1)
    assert (asked["verdict"], len(asked["code"])) == (None, 4)
    assert strip_of(anybody.join(codes[1])) == []


def test_what_it_says_is_kept(cafe, phone, statement):
    told = answer(phone, strip_of(phone)[0], "amend", text="Deux bancs manquent.")

    assert (told.status, told["verdict"], told["words"]) == (200, "amend", "Deux bancs manquent.")
    (verdict,) = cafe.verdicts.all()
    assert (verdict.answer, verdict.words) == (Answer.AMEND, "Deux bancs manquent.")
    assert strip_of(phone)[0]["verdict"] == "amend"


def test_a_sentence_that_was_written_anew_is_to_be_read_again(cafe, phone, statement):
    (asked,) = strip_of(phone)
    (theme,) = cafe.synthesis.themes()
    anew = replace(theme.statements[0], text="Trois bancs manquent.")
    cafe.synthesis.save(replace(theme, statements=(anew,)))
    told = answer(phone, asked)

    assert (told.status, told["error"]) == (409, "changed")
    assert cafe.verdicts.all() == frozenset()


def test_an_answer_that_means_nothing_is_refused(cafe, phone, statement):
    (asked,) = strip_of(phone)

    assert answer(phone, asked, "perhaps").status == 422
    assert answer(phone, asked, "amend", text="x" * 2_001).status == 413
    assert answer(phone, {**asked, "id": new_id()}).status == 404
    assert cafe.verdicts.all() == frozenset()
