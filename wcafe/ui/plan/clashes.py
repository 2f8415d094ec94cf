"""Groups that cannot be kept: two people whom the rules hold both apart and together."""

from collections.abc import Callable, Iterable
from itertools import combinations

from wcafe.ui.words import _

Group = frozenset[str]


def describe_clash(
    apart: Iterable[Group], together: Iterable[Group], name_of: Callable[[str], str]
) -> str:
    """Return in one sentence which two would be kept both apart and together, if any."""
    pair = clash_of(apart, together)
    if pair is None:
        return ""
    sentence = _(
        "{first} and {second} cannot be kept apart and together: remove the other rule first."
    )
    first, second = map(name_of, pair)
    return sentence.format(first=first, second=second)


def clash_of(apart: Iterable[Group], together: Iterable[Group]) -> tuple[str, str] | None:
    """Return two people who are to sit together and apart, or None where nobody is.

    Who sits with one of a group sits with all of them: together is passed on.

    >>> clash_of([frozenset("ac")], [frozenset("ab"), frozenset("bc")])
    ('a', 'c')
    """
    circles: list[Group] = []
    for group in together:
        joined = [circle for circle in circles if circle & group]
        circles = [circle for circle in circles if not circle & group]
        circles.append(group.union(*joined))
    for group in apart:
        for pair in combinations(sorted(group), 2):
            if any(circle.issuperset(pair) for circle in circles):
                return pair
    return None
