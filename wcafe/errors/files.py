"""Files that cannot be read, written or opened as a café."""

from wcafe.errors.base import WcafeError
from wcafe.i18n import N_


class NoSuchFile(WcafeError):
    """Nothing is there under that name."""

    template = N_("There is no file {path}. Check the name and the folder.")


class NoSuchFolder(WcafeError):
    """The folder to write into is missing."""

    template = N_("There is no folder {path}. Make it first, or choose another one.")


class FileThere(WcafeError):
    """A new file would replace one that exists."""

    template = N_("There is already a file {path}. Choose another name; nothing was replaced.")


class CannotRead(WcafeError):
    """The system refuses to read a file."""

    template = N_("The file {path} cannot be read ({reason}).")


class CannotWrite(WcafeError):
    """The system refuses to write a file: rights, a full disk, a key pulled out."""

    template = N_("The file {path} cannot be written ({reason}). What was saved before is kept.")


class CannotMake(CannotWrite):
    """The system refuses to make a file or folder: nothing was there before."""

    template = N_("{path} cannot be made ({reason}). Choose another folder or name.")


class CafeGone(CannotWrite):
    """The open café's file was moved, removed or replaced under the program."""

    template = N_(
        "The file {path} is not where it was, or another file is in its place. Put it back and "
        "try again; nothing can be saved until then, and what is typed stays in its field."
    )


class InDoubt(CannotWrite):
    """The disk failed while a change was being saved, and does not say what became of it."""

    template = N_(
        "It is not known whether this is saved: the file {path} does not answer ({reason}). "
        "What is typed stays in its field; look whether the change is there before you make it "
        "anew."
    )


class IsAFolder(WcafeError):
    """A folder where a file was meant."""

    template = N_("{path} is a folder. Give the name of a file.")


class NotACafe(WcafeError):
    """A file of another kind."""

    template = N_("{path} is not a café made by wcafe. Nothing in it was changed.")


class NewerCafe(WcafeError):
    """A café written by a later version of wcafe."""

    template = N_(
        "{path} was made by a newer wcafe. Install that version to open it; "
        "nothing in the file was changed."
    )


class NoLocks(CannotWrite):
    """A café on a disk that cannot keep two programs apart."""

    template = N_(
        "{path} lies on a disk without locks, where two programs could write at once. Copy it to "
        "a disk of this computer and open that copy; it can be read where it is."
    )


class CannotUpgrade(CannotWrite):
    """A café of an earlier version that cannot be brought up to date."""

    template = N_(
        "{path} was made by an older wcafe and cannot be brought up to date ({reason}). Nothing "
        "in it was changed: copy it to a folder with enough room and open that copy."
    )


class DamagedCafe(WcafeError):
    """A café whose file no longer holds together."""

    template = N_(
        "{path} is damaged and was left as it is. Take a copy of it, "
        "then go on with your last good copy."
    )


class AnotherCafe(WcafeError):
    """A café that is no copy of the one that is open."""

    template = N_(
        "{path} is no copy of this café: it is another one, “{title}”. Nothing was taken in."
    )


class SameFile(WcafeError):
    """The file of the open café itself, where a copy of it was meant."""

    template = N_("{path} is the café that is open here. Choose a copy of it, or a list.")


class CafeInUse(WcafeError):
    """Another program writes this café."""

    template = N_(
        "This café is open on {computer} ({user}, since {since}). "
        "Close it there first; nothing was changed."
    )
