"""The command line, called as its users call it."""

import json
from dataclasses import replace

import pytest

from tests.cafes import write_list
from tests.cli.lists import PEOPLE
from wcafe.app import open_cafe
from wcafe.cli import run


@pytest.fixture
def wcafe(capsys):
    """Run a command in this process; return its exit code, output and errors."""

    def running(*arguments):
        try:
            code = run([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = ended.code
        told = capsys.readouterr()
        return code, told.out, told.err

    return running


@pytest.fixture
def told(wcafe):
    """Run a command that must succeed; return its JSON, or its output."""

    def telling(*arguments):
        code, out, err = wcafe(*arguments)
        assert (code, err) == (0, ""), err
        return json.loads(out) if "--json" in arguments else out

    return telling


@pytest.fixture
def refused(wcafe):
    """Run a command that must fail; return the one sentence it says."""

    def refusing(*arguments, code=1):
        ended, out, err = wcafe(*arguments)
        assert ended == code
        assert out == ""
        assert "Traceback" not in err
        assert err.count("\n") == 1 or code == 2
        return err

    return refusing


@pytest.fixture
def file(tmp_path, told):
    path = tmp_path / "café.wcafe"
    told("new", path, "--title", "Notre rue", "--lang", "fr")
    return path


@pytest.fixture
def planned(file, tmp_path, told):
    told("import", file, write_list(tmp_path, PEOPLE))
    told("plan", file, "--seconds", "0.5")
    return file


@pytest.fixture
def nobody_there(planned):
    """The café with a plan that still seats the first two, who come to no round any more."""
    with open_cafe(planned) as cafe:
        away = [replace(each, present=frozenset()) for each in cafe.people.all()[:2]]
        return cafe.people.save(away)
