"""Is this what you said? The sentences that rest on a table's notes, and what it says to them."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from wcafe.domain.phones import Phone
from wcafe.domain.strips import Asked, strips_of
from wcafe.domain.verdicts import (
    Answer,
    Verdict,
    sentence_code,
    standing_verdicts,
    verdict_on,
    words_hash,
)
from wcafe.i18n import N_
from wcafe.services.opened import OpenCafe
from wcafe.services.sourced import standing_in
from wcafe.web import refusals
from wcafe.web.access import Answering, Call
from wcafe.web.answers import Refused, answer
from wcafe.web.body import Fields, read_json, require_id

_LONGEST = 2_000  # characters of what a table says to a sentence
_ANSWERS = {
    "yes": Answer.CONFIRMED,
    "amend": Answer.AMEND,
    "not_ours": Answer.NOT_OURS,
}
_SAID = {answered: word for word, answered in _ANSWERS.items()}


def list_strip(cafe: OpenCafe) -> Answering:
    """Return what answers with the sentences the phone's tables are asked about."""

    async def tell(call: Call) -> Response:
        return answer({"statements": await run_in_threadpool(_statements, cafe, call.phone)})

    return tell


def put_verdict(cafe: OpenCafe) -> Answering:
    """Return what keeps what a table says to a sentence."""

    async def put(call: Call) -> Response:
        id_ = call.request.path_params["statement"]
        said = await read_json(call.request)
        document = await run_in_threadpool(_put, cafe, call.phone, id_, said)
        return answer(document)

    return put


def _asked(cafe: OpenCafe, phone: Phone) -> list[Asked]:
    snapshot = cafe.cafes.snapshot()
    strips = strips_of(snapshot.themes, standing_in(snapshot))
    return [each for strip in strips if strip.table in phone.tables for each in strip.asked]


def _statements(cafe: OpenCafe, phone: Phone) -> list[dict[str, Any]]:
    snapshot = cafe.cafes.snapshot()
    found = standing_verdicts(snapshot.verdicts, snapshot.themes)
    return [
        {
            "id": each.statement.id,
            "table": each.table + 1,
            "code": sentence_code(each.statement),
            "text": each.statement.text,
            "hash": words_hash(each.statement),
            **_said(found.get(each.statement.id, {}).get(each.table)),
        }
        for each in _asked(cafe, phone)
    ]


def _said(verdict: Verdict | None) -> dict[str, str | None]:
    if verdict is None:
        return {"verdict": None, "words": ""}
    return {"verdict": _SAID[verdict.answer], "words": verdict.words}


def _put(cafe: OpenCafe, phone: Phone, id_: str, said: Fields) -> dict[str, Any]:
    operation = require_id(said.text("op"))
    answered = _ANSWERS.get(said.text("verdict"))
    words = said.text("text", "")
    if answered is None:
        raise refusals.unfit()
    if len(words) > _LONGEST:
        raise refusals.too_large()
    wanted = said.number("table") - 1 if said.has("table") else None
    asked = [
        each
        for each in _asked(cafe, phone)
        if each.statement.id == id_ and wanted in (None, each.table)
    ]
    if not asked:
        raise refusals.not_here()
    statement = asked[0].statement
    if said.text("hash") != words_hash(statement):
        raise Refused(
            409, "changed", N_("This sentence was written anew meanwhile. Read it as it is now.")
        )
    verdict = verdict_on(statement, asked[0].table, answered, words)
    cafe.verdicts.put([verdict])
    return {
        "event": cafe.cafes.get().id,
        "op": operation,
        "statement": statement.id,
        "table": verdict.table + 1,
        "hash": words_hash(statement),
        **_said(verdict),
    }
