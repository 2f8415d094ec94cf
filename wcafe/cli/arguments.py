"""What may stand behind an option: numbers, days, kinds; anything else is told in a sentence."""

import argparse
import re
import textwrap
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from wcafe.domain.cafe import Spare
from wcafe.domain.kinds import Kind, Labels, kind_of
from wcafe.domain.shared_address import SharedAddress, is_address, without_password
from wcafe.domain.text import has_words
from wcafe.errors import UnknownKind
from wcafe.errors.sharing import BadAddress
from wcafe.i18n import Words

_LONGEST = 3600  # seconds of search
_FAR = 20  # millimetres: no printer shifts further
_NUMBER = re.compile(r"-\d+")
_WHOLE = re.compile(r"[+-]?[0-9]{1,20}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class _WholeNames(argparse.HelpFormatter):
    """Help in which no name is cut at its hyphen, and each line stays one."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = (
            super(_WholeNames, self)._fill_text(line, width, indent) for line in text.split("\n")
        )
        return "\n".join(lines)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return textwrap.wrap(" ".join(text.split()), width, break_on_hyphens=False)


class ExactParser(argparse.ArgumentParser):
    """A parser that takes “--” behind an option and “=” for what was given, as any other text.

    Attributes:
        dashed: the options whose value may begin with a dash.
    """

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{"formatter_class": _WholeNames, **settings})
        self.dashed: set[str] = set()

    def error(self, message: str) -> NoReturn:
        """End the program with what is wrong, and no password in it that stood in an address."""
        super().error(without_password(message))

    def parse_known_args(  # type: ignore[override] # the one form of it that argparse calls
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        joined = None if args is None else self._with_dashed_values(args)
        return super().parse_known_args(joined, namespace)

    def _with_dashed_values(self, args: Sequence[str]) -> list[str]:
        """Return `args` with “--search -word” as “--search=-word”, which argparse understands."""
        joined: list[str] = []
        for said in args:
            is_value = said.startswith("-") and said not in {
                "-",
                "--",
                *self._option_string_actions,
            }
            if is_value and joined and joined[-1] in self.dashed:
                said = f"{joined.pop()}={said}"
            joined.append(said)
        return joined

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        if action.option_strings and action.nargs is None and arg_strings == ["--"]:
            value = self._get_value(action, "--")
            self._check_value(action, value)
            return value
        return super()._get_values(action, arg_strings)


class DashedParser(ExactParser):
    """A parser that says how to give a text of several words, or one that begins with a dash."""

    def __init__(self, *args: Any, words: Words, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._words = words

    def parse_known_args(  # type: ignore[override] # the one form of it that argparse calls
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        args = self._with_dashed_values(args or ())
        for said in args:
            if said == "--":
                break
            if self._looks_unknown(said):
                sentence = self._words.gettext(
                    "there is no option “{said}”. A text that begins with a dash goes last, "
                    "behind two dashes: -- {text}"
                )
                self.error(sentence.format(said=said, text=f'"{said}"'))
        found, more = super().parse_known_args(args, namespace)
        if more and hasattr(found, "text"):
            sentence = self._words.gettext("put the text between quotation marks: {text}")
            self.error(sentence.format(text=f'"{" ".join([found.text, *more])}"'))
        return found, more

    def _looks_unknown(self, said: str) -> bool:
        """Would argparse take `said` for an option there is not, or for -h and more?"""
        known = self._option_string_actions
        if not said.startswith("-") or said == "-" or said.partition("=")[0] in known:
            return False
        is_text = " " in said and said[:2] not in known
        return not is_text and not _NUMBER.fullmatch(said)


def cafe_place(words: Words) -> Callable[[str], Path | SharedAddress]:
    """Return what reads where a café is: the name of a file, or an address of a server."""
    to_address = server_address(words)
    return lambda text: to_address(text) if is_address(text) else Path(text)


def server_address(words: Words) -> Callable[[str], SharedAddress]:
    """Return what reads an address of a server."""

    def read(text: str) -> SharedAddress:
        try:
            return SharedAddress.parse(text)
        except BadAddress as error:
            raise argparse.ArgumentTypeError(error.describe(words)) from error

    return read


def file_path(words: Words) -> Callable[[str], Path]:
    """Return what reads the name of a file or folder, where no address of a server will do."""

    def read(text: str) -> Path:
        if is_address(text):
            sentence = words.gettext(
                "a file or folder of this computer is wanted here, and “{text}” is an address"
            )
            raise argparse.ArgumentTypeError(sentence.format(text=without_password(text)))
        return Path(text)

    return read


def new_cafe_path(words: Words) -> Callable[[str], Path]:
    """Return what reads the name of a café's file that is to be made."""
    to_path = file_path(words)

    def read(text: str) -> Path:
        path = to_path(text)
        if path.suffix.lower() != ".wcafe":
            sentence = words.gettext("a café’s file ends in .wcafe: {name}.wcafe")
            raise argparse.ArgumentTypeError(sentence.format(name=path.name))
        return path

    return read


def whole_number(
    words: Words, *, least: int | None = None, most: int | None = None
) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text) if _WHOLE.fullmatch(text) else None
        is_low = number is not None and least is not None and number < least
        is_high = number is not None and most is not None and number > most
        if number is None or is_low or is_high:
            message = _why_not(words, least=least, most=most)
            raise argparse.ArgumentTypeError(message.format(text=text, least=least, most=most))
        return number

    return read


def _why_not(words: Words, *, least: int | None, most: int | None) -> str:
    if least is not None and most is not None:
        return words.gettext("“{text}” is not a whole number from {least} to {most}")
    if least is not None:
        return words.gettext("“{text}” is not a whole number from {least} on")
    return words.gettext("“{text}” is not a whole number")


def spare(words: Words) -> Callable[[str], Spare]:
    """Read a number of spare places; without one, which argparse reads as “usual”, it is that.

    The café itself says which numbers there may be: the same sentence for too few and too many.
    """
    number = whole_number(words)
    return lambda text: "usual" if text == "usual" else number(text)


def seconds(words: Words) -> Callable[[str], float]:
    def read(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = 0.0
        if not 0 < number <= _LONGEST:
            message = words.gettext("“{text}” is not a time between 0 and {longest} seconds")
            raise argparse.ArgumentTypeError(message.format(text=text, longest=_LONGEST))
        return number

    return read


def shift(words: Words) -> Callable[[str], tuple[float, float]]:
    """Read by how many millimetres something is moved right and down, such as “1.5,-2”."""

    def read(text: str) -> tuple[float, float]:
        try:
            right, down = map(float, text.split(","))
        except ValueError:
            right = down = _FAR + 1.0
        if not max(abs(right), abs(down)) <= _FAR:  # nor what is no number
            message = words.gettext(
                "“{text}” is not how far to move right and down, in millimetres up to {most}; "
                "write it as 1.5,-2"
            )
            raise argparse.ArgumentTypeError(message.format(text=text, most=_FAR))
        return right, down

    return read


def day(words: Words) -> Callable[[str], date]:
    def read(text: str) -> date:
        try:
            return date.fromisoformat(text if _DAY.fullmatch(text) else "")
        except ValueError:
            message = words.gettext("“{text}” is not a date; write it as 2026-11-26")
            raise argparse.ArgumentTypeError(message.format(text=text)) from None

    return read


def word_of_kind(words: Words) -> Callable[[str], tuple[str, str]]:
    """Read which kind a word of a list means, such as Proposition=idea; see `kind_said`."""

    def read(text: str) -> tuple[str, str]:
        word, equals, said = text.rpartition("=")
        if not (word.strip() and equals and said.strip()):
            sentence = words.gettext("“{said}” does not say what kind a word means: {example}")
            example = "--kind Proposition=idea"
            raise argparse.ArgumentTypeError(sentence.format(said=text, example=example))
        return word.strip(), said

    return read


def kind_said(chosen: argparse.Namespace, said: str, labels: Labels, words: Words) -> Kind:
    """Return the kind that was `said`, by a café's own `labels` too; bad usage ends the program."""
    try:
        return kind_of(said, labels)
    except UnknownKind as error:
        chosen.refuse(error.describe(words))
        raise


def one_of(choices: Sequence[str], sentence: str) -> Callable[[str], str]:
    """Read one of `choices`, in any letters; all else is told in `sentence`, which has them all.

    Args:
        choices: what there is; what is not built is not among them.
        sentence: translated, with gaps for what was `{said}` and for the `{choices}`.
    """
    known = {each.casefold(): each for each in choices}

    def read(text: str) -> str:
        if (found := known.get(text.casefold())) is not None:
            return found
        raise argparse.ArgumentTypeError(sentence.format(said=text, choices=", ".join(choices)))

    return read


def theme_name(words: Words) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not has_words(text):
            raise argparse.ArgumentTypeError(words.gettext("a theme needs a name"))
        return text

    return read


def folder(words: Words) -> Callable[[str], Path]:
    to_path = file_path(words)

    def read(text: str) -> Path:
        if not text.strip():
            raise argparse.ArgumentTypeError(words.gettext("give the name of a folder"))
        return to_path(text)

    return read
