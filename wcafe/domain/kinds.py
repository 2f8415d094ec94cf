"""The kinds of note (METHOD.md), and what a café calls them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from wcafe.domain.choice import Choice
from wcafe.domain.lengths import ShortText, require_short
from wcafe.domain.text import fold, one_line
from wcafe.errors import SameLabel, UnknownKind
from wcafe.i18n import LANGUAGES, N_, Phrase, Words, words_for


class Kind(Choice):
    """The kinds of note (METHOD.md), in the order in which they are offered."""

    INSIGHT = "insight"
    IDEA = "idea"
    QUESTION = "question"
    TENSION = "tension"
    STORY = "story"
    QUOTE = "quote"
    ACTION = "action"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLabel:
    """What a café calls one kind: one note of it, and several, for which the first word may do.

    Where a word is empty it is the usual one.
    """

    kind: Kind
    one: ShortText
    many: ShortText = ""

    def __post_init__(self) -> None:
        require_short(self)


Labels = tuple[KindLabel, ...]
"""Those of the kinds that a café calls by words of its own."""

_NAMES = {
    Kind.INSIGHT: N_("insight"),
    Kind.IDEA: N_("idea"),
    Kind.QUESTION: N_("question"),
    Kind.TENSION: N_("tension"),
    Kind.STORY: N_("story"),
    Kind.QUOTE: N_("quote"),
    Kind.ACTION: N_("action"),
}
_GROUPS = {
    Kind.INSIGHT: N_("Insights"),
    Kind.IDEA: N_("Ideas"),
    Kind.QUESTION: N_("Open questions"),
    Kind.TENSION: N_("Tensions"),
    Kind.STORY: N_("Stories"),
    Kind.QUOTE: N_("Quotes"),
    Kind.ACTION: N_("Actions"),
}
_FIRST = (Kind.INSIGHT, Kind.IDEA, Kind.ACTION, Kind.TENSION, Kind.QUESTION)
KINDS_TO_READ = (*_FIRST, *(kind for kind in Kind if kind not in _FIRST))
"""The kinds in the order in which a page tells them; one without a place of its own comes last."""


def kind_of(word: str, labels: Labels = ()) -> Kind:
    """Return the kind that `word` names, in words of the café or in any language we speak.

    Raises:
        UnknownKind: it names none.

    >>> kind_of(" Idée ")
    <Kind.IDEA: 'idea'>
    """
    folded = fold(word)
    own = {fold(name): kind for name, kind in words_of_labels(labels)}
    if kind := own.get(folded) or _kinds_by_word().get(folded):
        return kind
    called = {label.kind: label.one for label in labels if label.one}
    kinds = tuple(called.get(kind) or Phrase(name) for kind, name in _NAMES.items())
    raise UnknownKind(kind=one_line(word), kinds=kinds)


def words_of_labels(labels: Labels) -> tuple[tuple[str, Kind], ...]:
    """Return the words by which a café calls kinds; what one note is called goes last, and wins."""
    several = [(label.many, label.kind) for label in labels if label.many]
    return (*several, *((label.one, label.kind) for label in labels if label.one))


@cache
def _kinds_by_word() -> dict[str, Kind]:
    languages = [words_for(language) for language in LANGUAGES]
    named = {fold(kind_name(kind, words)): kind for words in languages for kind in Kind}
    return {kind.value: kind for kind in Kind} | named


def kind_word(kind: Kind, words: Words, labels: Labels = ()) -> str:
    """Return what a list calls `kind`, so that `kind_of` knows it again with the same `labels`.

    A café may call one kind by the word that names another one.
    """
    name = kind_name(kind, words, labels)
    others = (name, kind.value, *(kind_name(kind, words_for(each)) for each in LANGUAGES))
    return next((word for word in others if _is_called(kind, word, labels)), name)


def _is_called(kind: Kind, word: str, labels: Labels) -> bool:
    try:
        return kind_of(word, labels) is kind
    except UnknownKind:
        return False


def kind_name(kind: Kind, words: Words, labels: Labels = ()) -> str:
    """Return what one note of `kind` is called, by the café whose `labels` these are."""
    label = _label(kind, labels)
    return (label.one if label else "") or words.gettext(_NAMES[kind])


def kind_group(kind: Kind, words: Words, labels: Labels = ()) -> str:
    """Return what several notes of `kind` are called, by the café whose `labels` these are."""
    label = _label(kind, labels)
    return (label.many or label.one if label else "") or words.gettext(_GROUPS[kind])


def require_distinct(labels: Labels) -> None:
    """Refuse a word that would stand for two kinds: no list could tell them apart.

    Raises:
        SameLabel
    """
    meant: dict[str, Kind] = {}
    for kind in Kind:
        label = next((each for each in labels if each.kind is kind), None)
        own = [word for word in (label.one, label.many) if word] if label else []
        usual = [word.gettext(_NAMES[kind]) for word in map(words_for, LANGUAGES)]
        for word in (*own, *(() if label and label.one else usual)):
            if meant.setdefault(fold(word), kind) is not kind:
                raise SameLabel(word=word)


def _label(kind: Kind, labels: Sequence[KindLabel]) -> KindLabel | None:
    return next((label for label in labels if label.kind is kind), None)
