"""Every course that phones, a network and the computer can take with one note, within bounds.

The computer's step is the project's own rule, `settle`. The network loses, doubles, delays and
overtakes; the computer dies once it has kept something and not yet said so (a lost reply); an
older copy of the file takes its place. Phones do as TRUST.md 4.4 says: one wish at a time under
way, its body frozen once sent, newer words in the next one, and on a computer of another
generation they put again what they hold.

A wrong build is a subclass of `Rules` with one function of its own.
"""

import hashlib
from collections import deque
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from wcafe.domain.cafe import CafeId
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.settling import Answer, Operation, OperationId, answer_for, copy_id, settle

NOTE = NoteId("11111111-1111-4111-8111-111111111111")
CAFE = CafeId("22222222-2222-4222-8222-222222222222")
ABSENT = Note(id=NOTE, table=0, round=0, text="", rev=0)


class Sent(NamedTuple):
    """A wish on its way. `knew` is what its writer had seen, and what those had seen before."""

    by: int
    id: str
    note: str
    base: int
    gen: int
    text: str
    knew: frozenset[str]


class Reply(NamedTuple):
    to: int
    op: str
    note: str
    rev: int
    gen: int
    hash: str


class Held(NamedTuple):
    """What a phone holds of one note: the words, and the revision by which it was told them."""

    note: str
    rev: int = 0
    gen: int = 1
    text: str = ""


class Phone(NamedTuple):
    """One phone, whose editor is bound to `note`."""

    left: tuple[str, ...]  # what will be typed
    draft: str = ""  # kept on the phone, not sent yet
    flying: Sent | None = None
    gen: int = 1  # the newest generation that it has heard of
    note: str = NOTE
    holds: tuple[Held, ...] = ()
    sent: int = 0
    knows: frozenset[str] = frozenset()

    def of(self, note: str) -> Held:
        return next((each for each in self.holds if each.note == note), Held(note))

    def hold(self, held: Held) -> "Phone":
        others = [each for each in self.holds if each.note != held.note]
        return self._replace(note=held.note, holds=tuple(sorted((*others, held), key=str)))


class Computer(NamedTuple):
    """What the file holds. A note stands there with the generation it was written in, by whom."""

    gen: int = 1
    notes: frozenset[tuple[Note, int, str]] = frozenset()
    past: frozenset[Note] = frozenset()
    log: frozenset[tuple[str, str, Answer]] = frozenset()

    def head(self, note: str, reader: str = "") -> tuple[Note | None, int]:
        """Return a note and the generation it was written in: 0 for what `reader` wrote."""
        for head, gen, by in self.notes:
            if head.id == note:
                return head, 0 if by == reader else gen
        return None, 0


class World(NamedTuple):
    phones: tuple[Phone, ...]
    computer: Computer = Computer()
    requests: tuple[Sent, ...] = ()
    replies: tuple[Reply, ...] = ()
    losses: int = 0
    doubles: int = 0
    looks: int = 0
    restores: int = 0
    copy: Computer | None = None
    wrote: frozenset[tuple[str, frozenset[str]]] = frozenset()  # words, and what was known
    saved: frozenset[str] = frozenset()  # what any phone showed as saved
    fault: str = ""


class Rules:
    """What the computer and a phone do; the right ones."""

    def __init__(self) -> None:
        self.take_in = cache(self.take_in)  # what comes of the same pair is settled once

    def take_in(self, computer: Computer, sent: Sent) -> tuple[Computer, Answer]:
        """Settle what came, as `Notes.take_in` does, with sets in place of tables."""
        told = wish = Operation(
            id=OperationId(sent.id),
            note=NoteId(sent.note),
            cafe=CAFE,
            generation=sent.gen,
            device=f"phone {sent.by}",
            base=sent.base,
            table=0,
            round=0,
            text=sent.text,
        )
        body = replace(wish, device="").body_hash  # of what was sent, whoever sends it
        for logged, logged_body, answer in computer.log:
            if logged == sent.id:
                return self.repeat(computer, wish, body == logged_body, answer)
        head, _gen = computer.head(wish.note)
        copy, _gen = computer.head(copy_id(wish.note, wish.id))
        if copy is not None:  # from before this file: somebody who read it put it again
            made, kept = None, replace(copy, rev=1, text=wish.text)
        else:
            wish = self.where_it_went(computer, wish)
            head, written = computer.head(wish.note, wish.device)
            made = self.settle(computer, wish, head, written)
            kept = made or head or ABSENT
        answer = self.answer(computer, told, kept, head)
        if made is not None:
            others = frozenset(each for each in computer.notes if each[0].id != made.id)
            computer = computer._replace(
                notes=others | {(made, computer.gen, wish.device)}, past=computer.past | {made}
            )
        return computer._replace(log=computer.log | {(sent.id, body, answer)}), answer

    def where_it_went(self, computer: Computer, wish: Operation) -> Operation:
        """Return a wish about a copy that was none in this file as one about what it became."""
        if wish.base == 0 or computer.head(wish.note)[0] is not None:
            return wish
        for logged, _body, answer in computer.log:
            if copy_id(answer.copy_of or answer.note, OperationId(logged)) == wish.note:
                return replace(wish, note=answer.note, base=answer.rev, generation=answer.gen)
        return wish

    def repeat(
        self, computer: Computer, wish: Operation, is_same: bool, answer: Answer
    ) -> tuple[Computer, Answer]:
        """Give a wish that came before its first answer again. Another body is refused."""
        if not is_same:
            return computer, replace(answer, hash="409")
        return computer, replace(answer, gen=computer.gen)

    def settle(
        self, computer: Computer, wish: Operation, head: Note | None, written: int
    ) -> Note | None:
        """The rule of the project, and nothing but it."""
        of_base = (n for n in computer.past if (n.id, n.rev) == (wish.note, wish.base))
        return settle(wish, head, now="", seen=next(of_base, None), written=written)

    def answer(self, computer: Computer, wish: Operation, kept: Note, _head: Note | None) -> Answer:
        return answer_for(wish, kept, generation=computer.gen)

    def again(self, phone: Phone) -> tuple[Sent, str]:
        """Return what is sent when no answer came, and what is left to send after it."""
        assert phone.flying is not None
        return phone.flying, phone.draft

    def puts_again(self, held: Held) -> bool:
        """Does a phone that hears of another generation put again what it holds?"""
        return True


@dataclass(frozen=True)
class Bounds:
    """How far the courses go: what each phone types, and how often what goes wrong."""

    typed: tuple[tuple[str, ...], ...] = (("a1", "a2"), ("b1",))
    losses: int = 1
    doubles: int = 1
    looks: int = 1
    restores: int = 0


class Course:
    """The moves out of a world."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules

    def next(self, world: World) -> list[World]:
        return [
            *(each for n in range(len(world.phones)) for each in self._of_phone(world, n)),
            *self._of_requests(world),
            *self._of_replies(world),
            *self._of_file(world),
        ]

    def _of_phone(self, world, n):
        phone = world.phones[n]
        if phone.left:
            yield _with(world, n, phone._replace(left=phone.left[1:], draft=phone.left[0]))
        if phone.flying is not None:
            is_silent = not any(each.by == n for each in world.requests)
            if is_silent and not any(each.to == n for each in world.replies):
                sent, draft = self.rules.again(phone)
                yield _send(world, n, phone._replace(flying=sent, draft=draft), sent)
            return
        if phone.draft:
            yield _send(world, n, *_wish(n, phone))
            return
        for held in phone.holds:
            if held.gen != world.computer.gen:
                if self.rules.puts_again(held):
                    phone = phone._replace(gen=world.computer.gen)
                    yield _send(world, n, *_again(n, phone, held))
                else:
                    yield _with(world, n, phone.hold(held._replace(gen=world.computer.gen)))
                return
        for head, *_written in world.computer.notes:
            if world.looks and head.rev != phone.of(head.id).rev:
                knows = phone.knows | _known(world, head.text)
                seen = phone.hold(Held(head.id, head.rev, world.computer.gen, head.text))
                yield _with(world, n, seen._replace(knows=knows))._replace(looks=world.looks - 1)

    def _of_requests(self, world):
        for n, sent in enumerate(world.requests):
            rest = world.requests[:n] + world.requests[n + 1 :]
            if world.losses:
                yield world._replace(requests=rest, losses=world.losses - 1)
            if world.doubles:
                doubled = tuple(sorted((*world.requests, sent), key=_order))
                yield world._replace(requests=doubled, doubles=world.doubles - 1)
            computer, answer = self.rules.take_in(world.computer, sent)
            reply = Reply(sent.by, answer.op, answer.note, answer.rev, answer.gen, answer.hash)
            yield world._replace(
                computer=computer,
                requests=rest,
                replies=tuple(sorted((*world.replies, reply))),
                fault=world.fault or _replaced_unseen(world.computer, computer, sent),
            )

    def _of_replies(self, world):
        for n, reply in enumerate(world.replies):
            rest = world._replace(replies=world.replies[:n] + world.replies[n + 1 :])
            if world.losses:
                yield rest._replace(losses=world.losses - 1)
            yield _heard(rest, reply)

    def _of_file(self, world):
        if not world.restores:
            return
        if world.copy is None:
            yield world._replace(copy=world.computer)
        elif world.copy != world.computer:
            older = world.copy._replace(gen=world.computer.gen + 1)
            yield world._replace(
                computer=older, requests=(), restores=world.restores - 1, copy=None
            )


def _with(world, n, phone):
    return world._replace(phones=(*world.phones[:n], phone, *world.phones[n + 1 :]))


def _order(sent):
    return (sent.by, sent.id, sent.base, sent.text)


def _send(world, n, phone, sent):
    requests = tuple(sorted((*world.requests, sent), key=_order))
    wrote = world.wrote | {(sent.text, sent.knew)}
    return _with(world, n, phone)._replace(requests=requests, wrote=wrote)


def _wish(n, phone):
    held, text = phone.of(phone.note), phone.draft
    knew = phone.knows | {text}
    sent = Sent(n, f"{n}-{phone.sent}", phone.note, held.rev, held.gen, text, knew)
    return phone._replace(draft="", flying=sent, sent=phone.sent + 1), sent


def _again(n, phone, held):
    """Put again what is held, by a wish that is the same on every phone that holds it."""
    name = f"again {held}"
    knew = phone.knows
    sent = Sent(n, name, held.note, held.rev, held.gen, held.text, knew)
    return phone._replace(flying=sent), sent


def _heard(world, reply):
    """Take an answer for what it says only where it is about the wish under way, word for word."""
    phone = world.phones[reply.to]
    sent = phone.flying
    if sent is None or sent.id != reply.op or reply.hash != _hash(sent.text):
        return world
    if reply.gen < phone.gen:
        return world  # the computer that answered is no more
    gone = tuple(each for each in phone.holds if each.note != sent.note)
    phone = phone._replace(flying=None, gen=reply.gen, holds=gone, knows=phone.knows | sent.knew)
    phone = phone.hold(Held(reply.note, reply.rev, reply.gen, sent.text))
    return _with(world, reply.to, phone)._replace(saved=world.saved | {sent.text})


@cache
def _hash(text):
    return hashlib.sha256(text.encode()).hexdigest()


def _known(world, text):
    """Return what whoever reads `text` has seen by it: the words that its writer had seen."""
    known = frozenset({text})
    for told, knew in world.wrote:
        if told == text:
            known |= knew
    return known


def _replaced_unseen(before, after, sent):
    for head, *_written in before.notes:
        now, _gen = after.head(head.id)
        if now.text != head.text and head.text not in sent.knew:
            return "words were replaced that their writer had not seen"
    return ""


def _faults_at_the_end(world):
    """Yield what is wrong once nobody has anything left to do."""
    standing = [head.text for head, *_written in world.computer.notes]
    known = frozenset().union(*(_known(world, text) for text in standing))
    for phone in world.phones:
        if phone.draft or phone.flying or not phone.holds:
            yield "the last words of a phone were never saved"
    if not world.saved <= known:
        yield "words that were shown as saved are gone"
    if len(standing) != len(set(standing)):
        yield "the same words stand twice"


@dataclass(frozen=True)
class Verdict:
    worlds: int
    ends: int
    faults: frozenset[str]


def check(rules: Rules, bounds: Bounds, *, until_a_fault: bool = False) -> Verdict:
    """Go every course within `bounds`."""
    start = World(
        phones=tuple(Phone(left=typed) for typed in bounds.typed),
        losses=bounds.losses,
        doubles=bounds.doubles,
        looks=bounds.looks,
        restores=bounds.restores,
    )
    course, seen, ends = Course(rules), {start}, 0
    faults: set[str] = set()
    open_ = deque([start])
    while open_ and not (until_a_fault and faults):
        world = open_.popleft()
        onward = [] if world.fault else course.next(world)
        if world.fault:
            faults.add(world.fault)
        elif not onward:
            ends += 1
            faults.update(_faults_at_the_end(world))
        for each in onward:
            if each not in seen:
                seen.add(each)
                open_.append(each)
    return Verdict(len(seen), ends, frozenset(faults))
