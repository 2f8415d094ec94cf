"""Commands on the names of the list that stand in the harvest: see them, and decide on each."""

import argparse
from collections.abc import Callable
from dataclasses import replace

from wcafe.cli.opening import open_to_change, open_to_read
from wcafe.cli.tell import say, say_json
from wcafe.domain.named import decide, forget_choice, initial_of, name_key
from wcafe.domain.publication import NameChoice, Naming, Publication
from wcafe.domain.text import one_line
from wcafe.errors import NoNameFound
from wcafe.i18n import N_, Words
from wcafe.services.names import NameFound, names_found, tell_names

_DECIDED = {
    Naming.KEPT: N_("kept"),
    Naming.REPLACED: N_("replaced by “{word}”"),
    Naming.WITHHELD: N_("withheld"),
}


def list_names(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_read(chosen.file, words) as cafe:
        found = names_found(cafe.cafes.snapshot())
    if chosen.json:
        say_json([_as_json(each) for each in found])
    elif found:
        say(*(_line(each, words) for each in found), tell_names(found, words))
    else:
        say(words.gettext("No name of the list stands in the harvest."))
    return 0


def keep(chosen: argparse.Namespace, words: Words) -> int:
    return _decide(chosen, words, lambda name: NameChoice(name=name, naming=Naming.KEPT))


def withhold(chosen: argparse.Namespace, words: Words) -> int:
    return _decide(chosen, words, lambda name: NameChoice(name=name))


def replace_names(chosen: argparse.Namespace, words: Words) -> int:
    """Put a word in the place of names; their initial where none is said."""

    def choice(name: str) -> NameChoice:
        word = one_line(chosen.word or "") or initial_of(name)
        return NameChoice(name=name, naming=Naming.REPLACED, instead=word)

    return _decide(chosen, words, choice)


def forget(chosen: argparse.Namespace, words: Words) -> int:
    return _change(chosen, words, forget_choice)


def _decide(chosen: argparse.Namespace, words: Words, choice: Callable[[str], NameChoice]) -> int:
    return _change(chosen, words, lambda told, name: decide(told, choice(name)))


def _change(
    chosen: argparse.Namespace,
    words: Words,
    change: Callable[[Publication, str], Publication],
) -> int:
    """Decide on all names that were said, or on none where one of them stands nowhere."""
    with open_to_change(chosen.file, words) as cafe:
        snapshot = cafe.cafes.snapshot()
        known = {name_key(each.name): each.name for each in names_found(snapshot)}
        publication = snapshot.cafe.publication
        for name in chosen.names:
            if name_key(name) not in known:
                raise NoNameFound(name=one_line(name))
            publication = change(publication, known[name_key(name)])
        cafe.cafes.save(replace(snapshot.cafe, publication=publication))
        found = names_found(cafe.cafes.snapshot())
    said = {name_key(name) for name in chosen.names}
    say(*(_line(each, words) for each in found if name_key(each.name) in said))
    return 0


def _line(found: NameFound, words: Words) -> str:
    times = words.ngettext("{number} time", "{number} times", found.times)
    return " · ".join(
        (
            found.name,
            times.format(number=found.times),
            _decided(found, words),
            found.places[0],
        )
    )


def _decided(found: NameFound, words: Words) -> str:
    choice = found.choice
    if choice is not None:
        return words.gettext(_DECIDED[choice.naming]).format(word=choice.instead)
    if found.is_agreed:
        return words.gettext("kept, as agreed to")
    if found.is_noun:
        return words.gettext("kept, as a common word")
    return words.gettext("withheld, as nobody looked at it")


def _as_json(found: NameFound) -> dict[str, object]:
    choice = found.choice
    return {
        "name": found.name,
        "times": found.times,
        "places": list(found.places),
        "agreed": found.is_agreed,
        "decided": None if choice is None else choice.naming.value,
        "instead": "" if choice is None else choice.instead,
    }
