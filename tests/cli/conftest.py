"""The command line, called as its users call it."""

import json

import pytest

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
