"""Saying things on a terminal: lines for people, one JSON document for programs."""

import argparse
import json
import sys
from collections.abc import Iterable


def say(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")


def warn(lines: Iterable[str]) -> None:
    """Say something beside the result, which stays alone on standard output."""
    for line in lines:
        sys.stderr.write(f"{line}\n")


def say_json(document: object) -> None:
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")


def mapping(chosen: argparse.Namespace) -> dict[str, str]:
    """Return what `--map` said, a column for a field; bad usage ends the program."""
    wanted = {}
    for said in chosen.map:
        field, equals, column = said.partition("=")
        if not (field.strip() and equals and column.strip()):
            chosen.refuse(f"--map FIELD=COLUMN: {said}")
        wanted[field.strip()] = column.strip()
    return wanted
