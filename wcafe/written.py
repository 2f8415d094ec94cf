"""Days and shares as each language writes them, on paper, in exports and on the terminal."""

import re
from datetime import date, datetime

from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_decimal, format_percent

_REGIONS = {"fr": "fr_FR", "en": "en_GB"}


def long_day(day: date, language: str) -> str:
    """Return `day` in full, such as “mardi 1er décembre 2026”.

    >>> long_day(date(2026, 12, 1), "fr"), long_day(date(2026, 12, 1), "en")
    ('mardi 1er décembre 2026', 'Tuesday, 1 December 2026')
    """
    return _said(day, "full", language)


def day_in_words(day: date, language: str) -> str:
    """Return `day` without its weekday. The month is a word: of digits nobody knows which it is.

    >>> day_in_words(date(2026, 11, 30), "fr"), day_in_words(date(2026, 11, 30), "en")
    ('30 novembre 2026', '30 November 2026')
    """
    return _said(day, "long", language)


def narrow_day(day: date, language: str) -> str:
    """Return the same with a short month, for a foot or a narrow column.

    >>> narrow_day(date(2026, 12, 1), "fr"), narrow_day(date(2026, 12, 1), "en")
    ('1er déc. 2026', '1 Dec 2026')
    """
    return _said(day, "medium", language)


def moment_in_words(moment: datetime, language: str) -> str:
    """Return the day and the hour that `moment` says, by no other clock.

    >>> moment_in_words(datetime(2026, 11, 26, 18, 5), "fr")
    '26 nov. 2026, 18:05'
    """
    hour = format_time(moment.replace(tzinfo=None), "short", locale=_REGIONS[language])
    return f"{narrow_day(moment.date(), language)}, {hour}"


def short_moment(moment: datetime, language: str, *, today: date | None = None) -> str:
    """Return `moment` by the clock of this computer; of `today` the hour alone.

    >>> short_moment(datetime(2026, 11, 26, 18, 5), "en")
    '26 Nov 2026, 18:05'
    >>> short_moment(datetime(2026, 11, 26, 18, 5), "en", today=date(2026, 11, 26))
    '18:05'
    """
    here = moment.astimezone().replace(tzinfo=None)
    if here.date() == today:
        return str(format_time(here, "short", locale=_REGIONS[language]))
    return moment_in_words(here, language)


def short_day(day: date, language: str) -> str:
    """Return `day` as briefly as can be, such as “mar. 1 déc.”.

    >>> short_day(date(2026, 11, 24), "fr"), short_day(date(2026, 11, 24), "en")
    ('mar. 24 nov.', 'Tue 24 Nov')
    """
    return str(format_skeleton("MMMEd", day, locale=_REGIONS[language]))


def percent(share: float, language: str) -> str:
    """Return `share` in hundredths; French has a narrow space before the sign.

    >>> percent(0.5, "fr"), percent(1, "en")
    ('50\u202f%', '100%')
    """
    return str(format_percent(share, locale=_REGIONS[language])).replace("\u00a0%", "\u202f%")


def in_digits(value: float, language: str, digits: int = 0) -> str:
    r"""Return `value` with at most so many `digits` behind its point, in groups of three.

    >>> in_digits(12345, "fr"), in_digits(2.50, "en", digits=1)
    ('12\u202f345', '2.5')
    """
    pattern = "#,##0" + ("." + "#" * digits if digits else "")
    return str(format_decimal(value, format=pattern, locale=_REGIONS[language]))


def _said(day: date, form: str, language: str) -> str:
    """Return `day` in a form of Babel's; French says its first of a month as people do."""
    said = str(format_date(day, format=form, locale=_REGIONS[language]))
    is_first = language == "fr" and day.day == 1
    return re.sub(r"(^| )1 ", r"\g<1>1er ", said, count=1) if is_first else said
