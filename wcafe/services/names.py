"""The names of the list that stand in the harvest, and what was decided of each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from wcafe.domain.agreement import agreed_names, is_agreed
from wcafe.domain.named import find_names, is_noun_at, name_key, spans_of
from wcafe.domain.note_fields import READ_BY_ALL
from wcafe.domain.publication import NameChoice, Naming, Publication
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot

TOLD = ("opening", "context", "conclusion", "next_steps", "credits")
"""The organiser's texts in which names are looked for; where corrections go is printed as it is."""

_AROUND = 24  # characters of a text that are shown on each side of a name
_MOST = 3  # places that are shown of each name


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFound:
    """A name of the list that stands in the harvest, and what was decided of it.

    Attributes:
        name: as it is written where it stands first.
        times: how often it stands there.
        places: the words around it where it stands first.
        choice: what was decided; None where nobody looked at it.
        is_agreed: whether whoever is called so agreed to be named: it stays, if nobody decided.
        is_noun: whether it begins small and stands behind an article wherever it stands, as in
            “une fontaine”: it stays too.
    """

    name: str
    times: int
    places: tuple[str, ...]
    choice: NameChoice | None = None
    is_agreed: bool = False
    is_noun: bool = False

    @property
    def is_open(self) -> bool:
        """Did nobody say anything of it? Then it is withheld."""
        return self.choice is None and not (self.is_agreed or self.is_noun)


def names_found(snapshot: Snapshot) -> tuple[NameFound, ...]:
    """Return the names that stand in what is handed out, first those nobody said anything of.

    Cost: some 30 ms for 2,000 notes and 300 people.
    """
    return with_choices(find_in(snapshot), snapshot)


def find_in(snapshot: Snapshot) -> tuple[NameFound, ...]:
    """Return the names without what was decided of them, in the order in which they are read."""
    texts = [text for text in printed_texts(snapshot) if text]
    names = find_names(texts, snapshot.people)
    if not names:
        return ()
    times: Counter[str] = Counter()
    written: dict[str, str] = {}
    places: dict[str, dict[str, None]] = {}  # each of them once
    nouns: Counter[str] = Counter()
    for text in texts:
        for start, end in spans_of(text, names):
            key = name_key(text[start:end])
            times[key] += 1
            nouns[key] += is_noun_at(text, start)
            written.setdefault(key, text[start:end])
            there = places.setdefault(key, {})
            if len(there) < _MOST:
                there[_around(text, start, end)] = None
    return tuple(
        NameFound(
            name=name,
            times=times[key],
            places=tuple(places[key]),
            is_noun=nouns[key] == times[key],
        )
        for key, name in written.items()
    )


def with_choices(found: Iterable[NameFound], snapshot: Snapshot) -> tuple[NameFound, ...]:
    """Return `found` with what was decided of each, first those nobody said anything of."""
    decided = {name_key(each.name): each for each in snapshot.cafe.publication.names}
    agreed = agreed_names(snapshot.people, Publication())
    told = (
        replace(
            each,
            choice=decided.get(name_key(each.name)),
            is_agreed=is_agreed(each.name, agreed),
        )
        for each in found
    )
    return tuple(
        sorted(told, key=lambda each: (not each.is_open, each.choice is not None, -each.times))
    )


def tell_names(found: tuple[NameFound, ...], words: Words) -> str:
    """Say what becomes of the names in an edition without names; nothing where there are none."""
    if not found:
        return ""
    count = Counter(each.choice.naming for each in found if each.choice is not None)
    agreed = sum(each.choice is None and each.is_agreed for each in found)
    nouns = sum(each.choice is None and each.is_noun and not each.is_agreed for each in found)
    unseen = sum(each.is_open for each in found)
    plural = words.ngettext
    parts = (
        (count[Naming.KEPT], plural("{n} kept", "{n} kept", count[Naming.KEPT])),
        (count[Naming.REPLACED], plural("{n} replaced", "{n} replaced", count[Naming.REPLACED])),
        (count[Naming.WITHHELD], plural("{n} withheld", "{n} withheld", count[Naming.WITHHELD])),
        (nouns, plural("{n} kept as a common word", "{n} kept as common words", nouns)),
        (agreed, plural("{n} whose bearer agreed", "{n} whose bearers agreed", agreed)),
        (
            unseen,
            plural(
                "{n} that nobody looked at, so withheld",
                "{n} that nobody looked at, so withheld",
                unseen,
            ),
        ),
    )
    told = ", ".join(said.format(n=number) for number, said in parts if number)
    sentence = plural(
        "{n} name of the list stands in the harvest: {what}.",
        "{n} names of the list stand in the harvest: {what}.",
        len(found),
    )
    return sentence.format(n=len(found), what=told)


def printed_texts(snapshot: Snapshot) -> Iterator[str]:
    """Yield all that may be printed and may hold a name, in the order in which it is read."""
    publication = snapshot.cafe.publication
    for name in TOLD:
        yield getattr(publication, name)
    for theme in snapshot.themes:
        yield theme.name
        yield theme.headline
        for statement in theme.statements:
            yield statement.text
    for note in snapshot.notes:
        for name in READ_BY_ALL:
            yield getattr(note, name)
    yield from snapshot.cafe.prompts
    yield from snapshot.cafe.words
    for verdict in sorted(snapshot.verdicts, key=lambda each: (each.table, each.statement)):
        yield verdict.words
    for amendment in snapshot.amendments:
        yield amendment.text
        yield amendment.reason
    for photo in snapshot.photos:
        if photo.may_be_published:
            yield photo.alternative


def _around(text: str, start: int, end: int) -> str:
    """Return the words around a name, on one line."""
    before, after = text[:start], text[end:]
    head = before if len(before) <= _AROUND else f"…{before[-_AROUND:]}"
    tail = after if len(after) <= _AROUND else f"{after[:_AROUND]}…"
    return " ".join(f"{head}{text[start:end]}{tail}".split())
