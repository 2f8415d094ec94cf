"""P5, P6: exactly once through any network, and nobody's text is lost to another's.

Random schedules of typing, sending, lost replies, retries and looking again, on three
devices with one note, against the real rule. The control: four plausible wrong ones fail.
"""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from wcafe.domain.kinds import Kind
from wcafe.domain.settling import Operation, answer_for, settle
from wcafe.domain.text import new_id

NOTE, CAFE = new_id(), new_id()
DEVICES = 3
WHO = st.integers(0, DEVICES - 1)


class Server:
    """The rule with its log of operations; the store's `take_in` without the disk."""

    retries_with_newer_words = False

    def __init__(self):
        self.heads = {}
        self.answers = {}

    def take_in(self, wish):
        if wish.id not in self.answers:
            made = self.settle(wish)
            if made is not None:
                self.heads[made.id] = made
            self.answers[wish.id] = self.answer(wish, made)
        return self.answers[wish.id]

    def settle(self, wish):
        return settle(wish, self.heads.get(wish.note), now="")

    def answer(self, wish, made):
        return answer_for(wish, made or self.heads[wish.note])


class LastWriterWins(Server):
    """Wrong: the newest text replaces the head, whatever its writer had seen."""

    def settle(self, wish):
        head = self.heads.get(wish.note)
        return super().settle(replace(wish, base=head.rev if head else 0))


class ForgetsOperations(Server):
    """Wrong: a retry is taken for a new operation."""

    def take_in(self, wish):
        self.answers.pop(wish.id, None)
        return super().take_in(replace(wish, id=new_id()))


class GoesOnWithTheHead(Server):
    """Wrong, and usual: a copy is made, but the writer goes on with the head's revision."""

    def answer(self, wish, made):
        return answer_for(wish, self.heads[wish.note])


class RetriesWithNewerWords(Server):
    """Wrong: what was sent and not yet answered is sent again with what was typed since."""

    retries_with_newer_words = True


@dataclass
class Device:
    note: str = NOTE
    base: int = 0
    seen: set = field(default_factory=set)
    draft: str | None = None
    flying: Operation | None = None
    reply: object = None


class Schedule(RuleBasedStateMachine):
    server_kind = Server

    def __init__(self):
        super().__init__()
        self.server = self.server_kind()
        self.devices = [Device() for _ in range(DEVICES)]
        self.typed = 0
        self.acknowledged = set()

    def may(self, what):
        """Return the devices for which `what` would do something now."""
        able = {
            "type": lambda device: True,
            "send": lambda device: (
                device.draft and (not device.flying or self.server.retries_with_newer_words)
            ),
            "arrive": lambda device: device.flying,
            "hear": lambda device: device.reply and device.flying,
            "look": lambda device: not device.flying and device.note in self.server.heads,
        }[what]
        return [device for device in self.devices if able(device)]

    def one(self, what, choice):
        able = self.may(what)
        return able[choice % len(able)]

    @rule(d=WHO)
    def types(self, d):
        self.typed += 1
        self.one("type", d).draft = f"words {self.typed}"

    @precondition(lambda self: self.may("send"))
    @rule(d=WHO)
    def sends(self, d):
        device = self.one("send", d)
        device.flying = Operation(
            id=device.flying.id if device.flying else new_id(),
            note=device.note,
            cafe=CAFE,
            generation=1,
            device="phone",
            base=device.base,
            table=0,
            round=0,
            kind=Kind.IDEA,
            text=device.draft,
        )
        device.draft = None

    @precondition(lambda self: self.may("arrive"))
    @rule(d=WHO, is_reply_lost=st.booleans())
    def arrives(self, d, is_reply_lost):
        device = self.one("arrive", d)
        before = {note: head.text for note, head in self.server.heads.items()}
        reply = self.server.take_in(device.flying)
        for note, text in before.items():
            is_replaced = self.server.heads[note].text != text
            assert not is_replaced or text in device.seen, f"{text} was replaced unseen"
        if not is_reply_lost:
            device.reply = reply

    @precondition(lambda self: self.may("hear"))
    @rule(d=WHO)
    def hears(self, d):
        device = self.one("hear", d)
        device.note, device.base = device.reply.note, device.reply.rev
        device.seen.add(device.flying.text)
        self.acknowledged.add(device.flying.text)
        device.flying = device.reply = None

    @precondition(lambda self: self.may("look"))
    @rule(d=WHO)
    def looks_again(self, d):
        device = self.one("look", d)
        head = self.server.heads[device.note]
        device.base = head.rev
        device.seen.add(head.text)

    @invariant()
    def nothing_stands_twice(self):
        texts = [head.text for head in self.server.heads.values()]
        assert len(texts) == len(set(texts))

    @invariant()
    def acknowledged_words_stand_or_were_seen_by_who_replaced_them(self):
        standing = {head.text for head in self.server.heads.values()}
        seen = set().union(*(device.seen for device in self.devices))
        assert self.acknowledged <= standing | seen


def run(kind, examples, phases=tuple(Phase)):
    machine = type(kind.__name__, (Schedule,), {"server_kind": kind})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=60,
            deadline=None,
            derandomize=True,
            phases=phases,
        ),
    )


def test_no_schedule_loses_or_doubles_a_text():
    run(Server, 300)


WRONG = (LastWriterWins, ForgetsOperations, GoesOnWithTheHead, RetriesWithNewerWords)


@pytest.mark.parametrize("wrong", WRONG)
def test_the_same_schedules_find_out_each_wrong_rule(wrong):
    with pytest.raises(AssertionError):
        run(wrong, 300, [Phase.generate])  # nobody needs the shortest failure
