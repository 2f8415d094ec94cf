"""What tables say to a statement, as documented JSON."""

from collections.abc import Iterable
from typing import Any

from wcafe.domain.synthesis import Statement
from wcafe.domain.verdicts import Verdict, words_hash


def verdicts_json(said: Statement, verdicts: Iterable[Verdict]) -> list[dict[str, Any]]:
    """Return those of `verdicts` that are about `said`, in the order of the tables, from 1.

    `answer` is `confirmed`, `amend` or `not_ours`, `words` are the table's own. `stands` is false
    where the sentence was written anew since: then the table is to be asked again.
    """
    about = sorted((each for each in verdicts if each.statement == said.id), key=_table)
    return [
        {
            "table": each.table + 1,
            "answer": each.answer.value,
            "words": each.words,
            "stands": each.sentence == words_hash(said),
        }
        for each in about
    ]


def _table(verdict: Verdict) -> int:
    return verdict.table
