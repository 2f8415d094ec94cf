"""Who can talk with whom at all: circles of people whose languages are linked."""

from collections.abc import Sequence


def language_circles(spoken: Sequence[frozenset[str]]) -> list[list[int]]:
    """Return the places of people in circles that share no language, the largest first.

    Somebody of two languages links both; who named none speaks any and joins the largest.

    >>> language_circles([frozenset({"fr"}), frozenset(), frozenset({"en"}), frozenset({"fr"})])
    [[0, 1, 3], [2]]
    """
    speakers: dict[frozenset[str], list[int]] = {}
    for place, languages in enumerate(spoken):
        speakers.setdefault(languages, []).append(place)
    anybody = speakers.pop(frozenset(), [])
    circles: list[tuple[frozenset[str], list[int]]] = []
    for languages, alike in speakers.items():
        touching = [circle for circle in circles if circle[0] & languages]
        circles = [circle for circle in circles if not circle[0] & languages]
        members = [*alike, *(one for _known, others in touching for one in others)]
        circles.append((languages.union(*(known for known, _others in touching)), members))
    grouped = sorted((members for _known, members in circles), key=len, reverse=True) or [[]]
    grouped[0] += anybody
    return [sorted(members) for members in grouped]
