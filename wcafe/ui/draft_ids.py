"""Ids for what is typed: the same words, tried again, are the same thing and are kept once."""

from uuid import UUID, uuid5

from wcafe.domain.text import new_id


class DraftIds:
    """Names what is typed in one place by its words, until it is kept or given up.

    The disk may fail without a word on whether it kept something. Who tries again then asks for
    the same person and not for a second one of the same name.
    """

    def __init__(self) -> None:
        self._seed = new_id()

    def id_of(self, *words: str) -> str:
        return id_of_words(self._seed, *words)

    def begin(self) -> None:
        """Begin with something else, which is another one even in the same words."""
        self._seed = new_id()


def id_of_words(seed: str, *words: str) -> str:
    """Return the id that `words` have under `seed`, a UUID."""
    return str(uuid5(UUID(seed), "\n".join(words)))
