"""What is told in the window asks nobody to type at a terminal, in either language."""

import importlib
import pkgutil

import pytest

from wcafe.errors import WcafeError
from wcafe.i18n import words_for


def kinds_of_error(folders):
    """Return every kind of error that the modules of these folders define."""
    for folder in folders:
        package = importlib.import_module(f"wcafe.{folder}")
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "migrations" not in found.name:
                importlib.import_module(found.name)
    kinds, waiting = [], [WcafeError]
    while waiting:
        kind = waiting.pop()
        kinds.append(kind)
        waiting += kind.__subclasses__()
    return kinds


def asks_for_a_terminal(sentence):
    return " --" in sentence or "wcafe plan" in sentence or "wcafe import" in sentence


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_error_outside_of_the_command_line_speaks_of_its_options(language):
    words = words_for(language)
    kinds = kinds_of_error(["errors", "domain", "intake", "services", "store"])
    ours = [kind for kind in kinds if not kind.__module__.startswith("wcafe.cli")]

    assert len(ours) > 40
    assert [k for k in ours if asks_for_a_terminal(words.gettext(k.template))] == []


def test_an_error_of_the_command_line_would_be_found_out():
    kinds = kinds_of_error(["cli"])

    assert any(asks_for_a_terminal(kind.template) for kind in kinds)
