"""What tables say to the sentences made from their notes: is this what you said?

A verdict is about a sentence as it was read. Once somebody writes it anew the verdict stands no
longer, and the table is to be asked again.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from wcafe.domain.choice import Choice
from wcafe.domain.lengths import CellText, require_short
from wcafe.domain.sourcing import Standing, notes_behind
from wcafe.domain.synthesis import Statement, StatementId, Theme
from wcafe.i18n import N_, Words

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_CODE = 4  # letters: one strip of five sentences in 16,000 has two alike


class Answer(Choice):
    """What a table ticked."""

    CONFIRMED = "confirmed"
    AMEND = "amend"
    NOT_OURS = "not_ours"


ANSWERED = {
    Answer.CONFIRMED: N_("confirmed by {tables}"),
    Answer.AMEND: N_("to be amended for {tables}"),
    Answer.NOT_OURS: N_("not said like this by {tables}"),
}
"""What is told beside a sentence of the tables that answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one table, from 0, says to one statement; there is one of each at most.

    `sentence` is the hash of the statement's words as the table read them, `words` are its own.
    """

    statement: StatementId
    table: int
    answer: Answer
    sentence: str
    words: CellText = ""

    def __post_init__(self) -> None:
        require_short(self)


def words_hash(statement: Statement) -> str:
    """Return the hash of a statement's words, by which it is known whether they are the same."""
    return hashlib.sha256(statement.text.encode()).hexdigest()


def sentence_code(statement: Statement) -> str:
    """Return four letters that stand for a statement's words, on paper as on screen.

    They are the same as long as the words are, so a strip printed before an edit is found out. No
    letter of them is a vowel: they never make a word.

    >>> sentence_code(Statement(id=StatementId("s"), text="Un banc manque."))
    'TVWV'
    """
    number = int(words_hash(statement)[:15], 16)
    letters = []
    for _place in range(_CODE):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    return "".join(letters)


def verdict_on(statement: Statement, table: int, answer: Answer, words: str = "") -> Verdict:
    """Return what `table` says to `statement` as it reads now."""
    return Verdict(
        statement=statement.id,
        table=table,
        answer=answer,
        sentence=words_hash(statement),
        words=words,
    )


def standing_verdicts(
    verdicts: Iterable[Verdict], themes: Iterable[Theme]
) -> dict[StatementId, dict[int, Verdict]]:
    """Return the verdicts by statement and table whose sentences read as the table read them."""
    now = {said.id: words_hash(said) for theme in themes for said in theme.statements}
    found: dict[StatementId, dict[int, Verdict]] = {}
    for verdict in verdicts:
        if now.get(verdict.statement) == verdict.sentence:
            found.setdefault(verdict.statement, {})[verdict.table] = verdict
    return found


def verdicts_on_other_words(
    verdicts: Iterable[Verdict], themes: Iterable[Theme]
) -> dict[StatementId, dict[int, Verdict]]:
    """Return, by statement and table, those about a sentence that was written anew since.

    Who gave them is to be asked again. A sentence that is gone has none.
    """
    now = {said.id: words_hash(said) for theme in themes for said in theme.statements}
    found: dict[StatementId, dict[int, Verdict]] = {}
    for verdict in verdicts:
        if verdict.statement in now and now[verdict.statement] != verdict.sentence:
            found.setdefault(verdict.statement, {})[verdict.table] = verdict
    return found


def follow_words(
    verdicts: Iterable[Verdict], kept: Iterable[Theme], shown: Iterable[Theme]
) -> frozenset[Verdict]:
    """Return `verdicts` on the sentences as they are `kept` as verdicts on those that are `shown`.

    Where names are hidden a sentence reads otherwise, and what a table said of it stands.
    """
    was = {said.id: words_hash(said) for theme in kept for said in theme.statements}
    now = {said.id: words_hash(said) for theme in shown for said in theme.statements}
    return frozenset(
        replace(each, sentence=now[each.statement])
        if each.statement in now and was.get(each.statement) == each.sentence
        else each
        for each in verdicts
    )


def asked_by_table(themes: Iterable[Theme], standing: Standing) -> dict[int, tuple[Statement, ...]]:
    """Return what each table is asked: the statements that cite a note of it which is handed out.

    Tables come in their order, statements in that of the themes; a table that no statement cites
    is asked nothing and is not there.
    """
    asked: dict[int, list[Statement]] = {}
    for theme in themes:
        for said in theme.statements:
            for table in {note.table for note in notes_behind(said, standing)}:
                asked.setdefault(table, []).append(said)
    return {table: tuple(asked[table]) for table in sorted(asked)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """How far the tables stand behind what is said of them. Tables count from 0.

    Attributes:
        asked: the tables whose notes a statement cites.
        confirmed: those that said yes to each sentence that cites them.
        answered: those that said something to each.
        by_statement: of each statement with an answer, the tables by what they answered.
        unconfirmed: the statements to which a table said something else than yes.
    """

    asked: tuple[int, ...] = ()
    confirmed: tuple[int, ...] = ()
    answered: tuple[int, ...] = ()
    by_statement: Mapping[StatementId, Mapping[Answer, tuple[int, ...]]] = field(
        default_factory=dict
    )
    unconfirmed: Collection[StatementId] = frozenset()

    @property
    def has_begun(self) -> bool:
        """Did any table say anything that still stands?"""
        return bool(self.by_statement)

    def in_words(self, words: Words) -> str:
        """Return how many tables said yes to all that cites them; empty before one did."""
        if not self.has_begun:
            return ""
        sentence = words.ngettext(
            "Confirmed by {confirmed} of {asked} table.",
            "Confirmed by {confirmed} of {asked} tables.",
            len(self.asked),
        )
        return sentence.format(confirmed=len(self.confirmed), asked=len(self.asked))

    def confirmed_by(self, statement: StatementId) -> tuple[int, ...]:
        """Return the tables that said yes to `statement` as it reads."""
        return self.by_statement.get(statement, {}).get(Answer.CONFIRMED, ())


def confirmation_of(
    verdicts: Iterable[Verdict], themes: Iterable[Theme], standing: Standing
) -> Confirmation:
    """Return how far the tables stand behind the statements of `themes` as they read now."""
    named = tuple(themes)
    asked, found = asked_by_table(named, standing), standing_verdicts(verdicts, named)

    def answers(table: int) -> list[Answer | None]:
        said = (found.get(statement.id, {}).get(table) for statement in asked[table])
        return [verdict.answer if verdict else None for verdict in said]

    by_statement = {
        statement: {
            answer: tuple(sorted(table for table, each in of.items() if each.answer is answer))
            for answer in Answer
            if any(each.answer is answer for each in of.values())
        }
        for statement, of in found.items()
    }
    return Confirmation(
        asked=tuple(asked),
        confirmed=tuple(t for t in asked if set(answers(t)) == {Answer.CONFIRMED}),
        answered=tuple(t for t in asked if None not in answers(t)),
        by_statement=by_statement,
        unconfirmed=frozenset(
            statement for statement, of in by_statement.items() if of.keys() - {Answer.CONFIRMED}
        ),
    )
