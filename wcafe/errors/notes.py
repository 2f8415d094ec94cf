"""Notes that cannot be taken in."""

from wcafe.errors.base import WcafeError
from wcafe.i18n import N_


class EmptyNote(WcafeError):
    """A note without words."""

    template = N_("A note needs words.")


class EmptyStatement(WcafeError):
    """A statement without words."""

    template = N_("A statement needs words.")


class EmptyAmendment(WcafeError):
    """A correction without words."""

    template = N_("A correction needs words.")


class Unexplained(WcafeError):
    """A correction that is declined and nobody is told why."""

    template = N_("A correction that is declined needs a reason, which is printed with it.")


class NoFilledForm(WcafeError):
    """A mail or text without a line of the form for corrections."""

    template = N_("There is no filled form for corrections in {name}. Nothing was taken in.")


class MailTooLarge(WcafeError):
    """A mail of more megabytes than any filled form needs."""

    template = N_("{name} is larger than any filled form: 10 MB at most. Nothing was taken in.")


class OtherForm(WcafeError):
    """A filled form that was made of another café."""

    template = N_("This is the filled form of another café. Nothing was taken in.")


class NoSuchAmendment(WcafeError):
    """A correction named by an id that none has."""

    template = N_("There is no correction “{amendment}”.")


class NoSuchPhoto(WcafeError):
    """A photo named by an id that none has."""

    template = N_("There is no photo “{photo}”.")


class SheetCame(WcafeError):
    """A sheet is said to have stayed blank, and there is a picture of it."""

    template = N_("{photo} shows this sheet: file it elsewhere or remove it first.")


class SeveralPhotos(WcafeError):
    """A photo named by what several are called."""

    template = N_("Several photos are called “{photo}”: name one by its id.")


class NoSuchSheet(WcafeError):
    """A sheet of a table and round of which there is none."""

    template = N_("There is no sheet {page} of a table in a round: at most {most} can be.")


class NoSuchStatement(WcafeError):
    """A statement named by an id or number where there is none."""

    template = N_("There is no statement “{statement}”.")


class NotAnAction(WcafeError):
    """A state for a note that is no action."""

    template = N_("The note {note} is no action, and only actions have a state.")


class NoState(WcafeError):
    """A day or a reason for a state that nobody told."""

    template = N_("Say first what became of the action: its day and its reason belong to that.")


class NoSource(WcafeError):
    """A statement that cites no note."""

    template = N_("A statement needs a note that it rests on: mark one, and it is kept.")


class SourceDeleted(WcafeError):
    """A citation of a note that is gone."""

    template = N_("The note {source} was deleted: no statement can rest on it.")


class SourceWithheld(WcafeError):
    """A citation of a note that is kept back."""

    template = N_("The note {source} is withheld: no statement can rest on it.")


class NoSuchNote(WcafeError):
    """A note named by an id or a place where there is none."""

    template = N_('There is no note "{note}".')


class NoSuchTheme(WcafeError):
    """A theme named by a name that none has."""

    template = N_('There is no theme "{theme}". The themes are: {themes}.')


class NotAsked(WcafeError):
    """A table is to say something of sentences none of which rests on its notes."""

    template = N_("No sentence rests on a note of table {table}: there is nothing to ask it.")


class SeveralSentences(WcafeError):
    """The code of sentences that read alike."""

    template = N_(
        "“{code}” stands beside several sentences of table {table}: name one by its place."
    )


class NoSuchSentence(WcafeError):
    """A table is to say something of a sentence it is not asked about."""

    template = N_(
        "Table {table} is not asked about “{said}”: name one of its {number} sentences by its "
        "place, its code or its id."
    )


class NoteTooLong(WcafeError):
    """A note nobody could read out."""

    template = N_("A note has at most {most} characters, and this one has {length}.")


class UnknownKind(WcafeError):
    """A word for a kind of note that is none."""

    template = N_('"{kind}" is not a kind of note. The kinds are: {kinds}.')


class NotesApart(WcafeError):
    """Notes to be joined that were not said in one place."""

    template = N_("Only notes of one table and one round can be joined.")


class ParentApart(WcafeError):
    """A note that is said to belong to one of another table or round."""

    template = N_("A note belongs to one of the same table and round; that one is of another.")


class NoSuchParent(WcafeError):
    """A note that is said to belong to one that is not there."""

    template = N_("There is no note “{note}” for this one to belong to.")


class NoNoteAbove(WcafeError):
    """A note that is to belong to the one above it, and none is there."""

    template = N_("Above it stands no note of its table and round to which it could belong.")


class OtherBody(WcafeError):
    """The same operation came twice with two contents: a bug of whoever sent it."""

    template = N_("This change was already received with other words. Send it again as a new one.")


class OtherCafe(WcafeError):
    """An operation that belongs to another café."""

    template = N_("This note belongs to another café.")
