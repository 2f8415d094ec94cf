"""Why the system refuses, in one language at a time."""

import errno

import pytest

from wcafe.errors import CannotWrite
from wcafe.i18n import Phrase, words_for
from wcafe.reasons import reason_of


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, errno.EISDIR, errno.EROFS])
def test_a_reason_is_translated_inside_its_sentence(number):
    error = CannotWrite(path="rue.wcafe", reason=reason_of(OSError(number, "its own words")))

    assert "its own words" not in str(error)
    assert str(error) == error.describe()
    english = error.facts["reason"]
    assert isinstance(english, Phrase)
    assert words_for("fr").gettext(english) != english
    assert words_for("fr").gettext(english) in error.describe(words_for("fr"))


def test_a_reason_nobody_foresaw_is_told_as_the_system_says_it():
    assert reason_of(OSError(errno.ENOTTY, "Not a typewriter")) == "Not a typewriter"
    assert reason_of(OSError("no number")) == "no number"
