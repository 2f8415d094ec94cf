"""What to type next is said on a terminal, and by no error of its own."""

import re

import pytest

from tests.cafes import write_list
from wcafe import errors
from wcafe.cli import hints
from wcafe.errors import sharing

TYPED = re.compile(
    r"--[a-z]|\bwcafe (new|import|plan|print|report|notes|export|check|shared|share|fetch)\b"
)


def typed(module):
    """Return which errors of `module` tell what to type."""
    told = {name: one for name, one in vars(module).items() if isinstance(one, type)}
    return {name for name, one in told.items() if TYPED.search(getattr(one, "template", ""))}


def test_no_error_tells_what_to_type_but_those_of_the_command_line():
    assert len([name for name in errors.__all__ if name != "WcafeError"]) > 40
    assert typed(errors) == set()
    assert typed(sharing) == set()
    assert typed(hints) == {
        *("_PlanFirst", "_MapNames", "_MapNotes", "_SayEncoding", "_ListThem", "_Prepare"),
        "_OtherPort",
    }


@pytest.mark.parametrize(
    ("language", "hint"),
    [
        ("en_GB", "Compose it first: wcafe plan"),
        ("fr_FR", "Composez-le d’abord\N{NO-BREAK SPACE}: wcafe plan"),
    ],
)
def test_a_missing_plan_says_how_to_make_one(
    cafe_file, refused, tmp_path, monkeypatch, language, hint
):
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    badges = tmp_path / "badges.pdf"

    for command in (("print", cafe_file, "badges", "-o", badges), ("rehearse", cafe_file)):
        assert refused(*command).endswith(f"{hint} {cafe_file}\n")


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        (("import",), "--map full_name=COLUMN"),
        (("notes", "import"), "--map text=COLUMN --map table=COLUMN --map round=COLUMN"),
    ],
)
def test_a_list_without_its_columns_says_how_to_name_them(
    cafe_file, refused, tmp_path, command, hint
):
    path = write_list(tmp_path, "Wer;Wo\nbleu;Brest\n")

    said = refused(*command, cafe_file, path)

    assert f"{path}" in said
    assert said.endswith(f": {hint}\n")


def test_any_other_error_is_told_as_it_is(cafe_file, refused, tmp_path):
    missing = tmp_path / "missing.csv"

    assert refused("import", cafe_file, missing) == (
        f"wcafe: There is no file {missing}. Check the name and the folder.\n"
    )
