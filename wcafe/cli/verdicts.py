"""Commands on verdicts: what each table is asked and has said; note what one says."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from wcafe.cli.opening import open_to_change, open_to_read
from wcafe.cli.tell import say, say_json
from wcafe.domain.marks import table_title
from wcafe.domain.strips import ANSWERS, TableStrip, confirmed_in_words, strips_of
from wcafe.domain.synthesis import Statement, StatementId
from wcafe.domain.verdicts import (
    Answer,
    Verdict,
    confirmation_of,
    sentence_code,
    standing_verdicts,
    verdict_on,
    verdicts_on_other_words,
)
from wcafe.errors import NoSuchSentence, NotAsked, SeveralSentences
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot
from wcafe.services.sourced import standing_in

_ByPlace = Mapping[StatementId, Mapping[int, Verdict]]

NONE = "none"
"""What takes back what a table said."""


def list_verdicts(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_read(chosen.file, words) as cafe:
        snapshot = cafe.cafes.snapshot()
    standing = standing_in(snapshot)
    strips = strips_of(snapshot.themes, standing)
    found = standing_verdicts(snapshot.verdicts, snapshot.themes)
    past = verdicts_on_other_words(snapshot.verdicts, snapshot.themes)
    if chosen.json:
        themes = {said.id: theme.name for theme in snapshot.themes for said in theme.statements}
        say_json([each for strip in strips for each in _as_json(strip, themes, found, past)])
        return 0
    for strip in strips:
        say(table_title(strip.table, snapshot.cafe.table_name(strip.table), words))
        for place, asked in enumerate(strip.asked, start=1):
            said = asked.statement
            verdict = found.get(said.id, {}).get(strip.table)
            is_past = strip.table in past.get(said.id, {})
            say(f"  {place} {sentence_code(said)} {_answer(verdict, words, is_past=is_past)}")
            say(f"    {said.text}".replace("\n", " / "))
    if strips:
        say(
            confirmed_in_words(confirmation_of(snapshot.verdicts, snapshot.themes, standing), words)
        )
    else:
        say(words.gettext("No sentence rests on a note of any table yet: there is nothing to ask."))
    return 0


def _answer(verdict: Verdict | None, words: Words, *, is_past: bool) -> str:
    if verdict is None:
        return words.gettext("to be asked again") if is_past else "–"
    answer = words.gettext(ANSWERS[verdict.answer])
    if not verdict.words:
        return answer
    return words.gettext("{answer}: “{words}”").format(answer=answer, words=verdict.words)


def _as_json(
    strip: TableStrip, themes: Mapping[StatementId, str], found: _ByPlace, past: _ByPlace
) -> list[dict[str, Any]]:
    """Return what a table is asked and says now; `changed` where it said it of other words."""
    listed = []
    for place, asked in enumerate(strip.asked, start=1):
        said = asked.statement
        verdict = found.get(said.id, {}).get(strip.table)
        listed.append(
            {
                "table": strip.table + 1,
                "place": place,
                "statement": said.id,
                "theme": themes[said.id],
                "text": said.text,
                "code": sentence_code(said),
                "answer": verdict.answer.value if verdict else None,
                "words": verdict.words if verdict else "",
                "changed": strip.table in past.get(said.id, {}),
            }
        )
    return listed


def set_verdict(chosen: argparse.Namespace, words: Words) -> int:
    """Keep what a table says of a sentence, or take it back; tell how many confirm by then."""
    table = chosen.table - 1
    with open_to_change(chosen.file, words) as cafe:
        said = _sentence(chosen.statement, table, cafe.cafes.snapshot())
        if chosen.answer == NONE:
            cafe.verdicts.change({(said.id, table): None})
        else:
            answer = Answer(chosen.answer)
            cafe.verdicts.put([verdict_on(said, table, answer, chosen.words)])
        after = cafe.cafes.snapshot()
    found = confirmation_of(after.verdicts, after.themes, standing_in(after))
    say(confirmed_in_words(found, words))
    return 0


def _sentence(named: str, table: int, snapshot: Snapshot) -> Statement:
    """Return the sentence that a table is asked about: its place from 1, its code, or its id.

    Raises:
        NotAsked: it is asked about none. NoSuchSentence: not about this one.
        SeveralSentences: it is a code, and several of them read alike.
    """
    strips = strips_of(snapshot.themes, standing_in(snapshot))
    asked: Sequence[Statement] = [
        each.statement for strip in strips if strip.table == table for each in strip.asked
    ]
    if not asked:
        raise NotAsked(table=table + 1)
    for place, said in enumerate(asked, start=1):
        if named in (said.id, str(place)):
            return said
    coded = [said for said in asked if named.upper() == sentence_code(said)]
    if len(coded) > 1:
        raise SeveralSentences(code=named.upper(), table=table + 1)
    if coded:
        return coded[0]
    raise NoSuchSentence(table=table + 1, said=named, number=len(asked))
