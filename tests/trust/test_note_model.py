"""P5, P6: every course of two phones and one note, within bounds, by the project's own rule.

The controls are the four wrong protocols of TRUST.md, and two that only an older copy of the file
finds out: each of them must lose or double words on some course. `make endurance` goes further.
"""

from dataclasses import replace

import pytest

from tests.endurance import full
from tests.trust.note_model import Bounds, Rules, check
from wcafe.domain.settling import answer_for, settle

BOUNDS = (Bounds(losses=2, doubles=2, looks=2), Bounds(doubles=0, restores=1))
FURTHER = (
    Bounds(losses=2, looks=2, restores=1),
    Bounds(typed=(("a1", "a2"), ("b1", "b2")), restores=1),
    Bounds(typed=(("a1",), ("b1",), ("c1",)), losses=0, doubles=0, restores=1),
)


class ForgetsOperations(Rules):
    """A retry is taken for a new wish."""

    def repeat(self, computer, wish, is_same, answer):
        made = self.settle(computer, wish, *computer.head(wish.note))
        if made is None:
            return computer, answer
        others = frozenset(each for each in computer.notes if each[0].id != made.id)
        again = replace(answer_for(wish, made), gen=computer.gen)
        return computer._replace(notes=others | {(made, computer.gen, wish.device)}), again


class LastWriterWins(Rules):
    """The newest words replace the head, whatever their writer had seen."""

    def settle(self, computer, wish, head, written):
        return settle(replace(wish, base=head.rev if head else 0), head, now="")


class RetriesWithNewerWords(Rules):
    """What was sent and not answered is sent again with what was typed since."""

    def again(self, phone):
        if not phone.draft:
            return phone.flying, ""
        return phone.flying._replace(text=phone.draft), ""

    def repeat(self, computer, wish, is_same, answer):
        return computer, replace(answer, hash=wish_hash(wish))  # it knows the id alone


class GoesOnWithTheHead(Rules):
    """Wrong, and usual: a copy is made, but its writer goes on with the revision of the head."""

    def answer(self, computer, wish, kept, head):
        told = super().answer(computer, wish, kept, head)
        is_copy = head is not None and kept.id != wish.note
        return replace(told, note=wish.note, rev=head.rev) if is_copy else told


class TrustsNumbersOfBefore(Rules):
    """A revision of the file that was destroyed is taken for the one of the same number here."""

    def settle(self, computer, wish, head, written):
        return super().settle(computer, wish, head, 0)


class PutsNothingAgain(Rules):
    """What a phone knows to be saved it never sends again."""

    def puts_again(self, held):
        return False


def wish_hash(wish):
    return answer_for(wish, settle(wish, None, now="")).hash


@pytest.mark.parametrize("bounds", [*BOUNDS, *full(FURTHER, ())], ids=str)
def test_no_course_loses_or_doubles_words(bounds, figure):
    verdict = check(Rules(), bounds)

    figure(f"P5 model: {verdict.worlds} worlds, {verdict.ends} ends, faults: {len(verdict.faults)}")
    assert verdict.ends > 100
    assert verdict.faults == frozenset()


WRONG = (
    *((wrong, 0) for wrong in (ForgetsOperations, LastWriterWins)),
    *((wrong, 0) for wrong in (RetriesWithNewerWords, GoesOnWithTheHead)),
    *((wrong, 1) for wrong in (TrustsNumbersOfBefore, PutsNothingAgain)),
)


@pytest.mark.parametrize(("wrong", "bounds"), WRONG, ids=str)
def test_each_wrong_protocol_is_found_out(wrong, bounds):
    assert check(wrong(), BOUNDS[bounds], until_a_fault=True).faults
