"""Why the system refuses, as phrases to translate: each system has its own words for it."""

import errno

from wcafe.i18n import N_, Phrase

_BY_NUMBER = {
    errno.EPERM: N_("Operation not permitted"),
    errno.EACCES: N_("Permission denied"),
    errno.ENOENT: N_("No such file or directory"),
    errno.EEXIST: N_("File exists"),
    errno.EISDIR: N_("Is a directory"),
    errno.ENOTDIR: N_("Not a directory"),
    errno.ENAMETOOLONG: N_("File name too long"),
    errno.ENOSPC: N_("No space left on device"),
    errno.EFBIG: N_("File too large"),
    errno.EROFS: N_("Read-only file system"),
    errno.EBUSY: N_("Device or resource busy"),
    errno.EIO: N_("Input/output error"),
    errno.EINVAL: N_("Invalid argument"),
    errno.ENXIO: N_("No such device or address"),
    errno.EPIPE: N_("Broken pipe"),
    errno.EMFILE: N_("Too many open files"),
    errno.EDQUOT: N_("Disk quota exceeded"),
}


def reason_of(error: OSError) -> str:
    """Return why the system refused: a `Phrase`, or its own words."""
    if phrase := _BY_NUMBER.get(error.errno or 0):
        return Phrase(phrase)
    return error.strerror or str(error)
