"""What each expected failure is to a phone: its status, and a word by which the page knows it."""

from wcafe import errors
from wcafe.errors import phones
from wcafe.i18n import N_, Words
from wcafe.web.answers import Refused

_MINUTE = 60  # seconds
_SOON = 5  # seconds until a phone tries again
_DISK = 15  # seconds until a phone looks whether there is room again

_OF_THE_FILE = {
    503: N_("The computer is busy. The phone tries again by itself."),
    507: N_(
        "The computer cannot write its file just now. The phone keeps this and tries again by "
        "itself."
    ),
}

_EXPECTED: dict[type[errors.WcafeError], tuple[int, str, int | None]] = {
    phones.NoSuchCode: (401, "unknown_code", None),
    phones.NoSuchPhone: (401, "unknown", None),
    phones.NoMorePhones: (403, "no_more_phones", None),
    phones.WayInClosed: (403, "closed_now", None),
    phones.TooManyPhones: (403, "too_many_phones", None),
    phones.NoPhotosWanted: (403, "no_photos", None),
    phones.TryLater: (429, "try_later", _MINUTE),
    phones.OtherTable: (403, "other_table", None),
    phones.BadPhoneWish: (422, "unfit", None),
    phones.TooManyPhotosOfTable: (413, "too_many_photos", None),
    errors.OtherCafe: (404, "other_cafe", None),
    errors.OtherBody: (409, "other_body", None),
    errors.EmptyNote: (422, "empty", None),
    errors.NoteTooLong: (413, "too_long", None),
    errors.TextTooLong: (413, "too_long", None),
    errors.NoSuchRound: (422, "no_such_round", None),
    errors.NoSuchTable: (422, "no_such_table", None),
    errors.PictureTooHeavy: (413, "too_large", None),
    errors.TooManyPixels: (413, "too_large", None),
    errors.UnreadPicture: (422, "unreadable", None),
    errors.InDoubt: (503, "in_doubt", _SOON),
    errors.CafeGone: (503, "not_now", _SOON),
    errors.CannotWrite: (507, "disk", _DISK),
    errors.CannotRead: (503, "not_now", _SOON),
    errors.DamagedCafe: (503, "not_now", _DISK),
}
"""By kind of error, or a kind it is one of: what the phone is told, and when it tries again."""


def refused_by(error: errors.WcafeError, words: Words) -> Refused | None:
    """Return what a phone is told of `error`; None of one that is not foreseen."""
    for kind in type(error).__mro__:
        if kind in _EXPECTED:
            status, word, retry_after = _EXPECTED[kind]
            if status in _OF_THE_FILE:  # whose name is the facilitator's
                return Refused(status, word, _OF_THE_FILE[status], retry_after=retry_after)
            told = error.describe(words)
            return Refused(status, word, told, is_told=True, retry_after=retry_after)
    return None
