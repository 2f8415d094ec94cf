"""Photos and scans that cannot be taken in. Each is told by its name; the others go on."""

from dataclasses import dataclass

from wcafe.errors.base import WcafeError
from wcafe.i18n import ENGLISH, N_, Words


@dataclass(frozen=True, slots=True)
class PageOf:
    """What people call a page of a document, counted from 1."""

    name: str
    page: int

    def describe(self, words: Words = ENGLISH) -> str:
        return words.gettext("{name}, page {page}").format(name=self.name, page=self.page)


class UnreadPicture(WcafeError):
    """A picture that is not taken in; base of all such reasons."""

    template = N_("{name} could not be read ({reason}). It was left out.")


class EmptyPicture(UnreadPicture):
    """A file without any content, as a copy that was broken off leaves it."""

    template = N_("{name} is empty. Copy it again from the phone or the camera.")


class NotAPicture(UnreadPicture):
    """Nothing that could be looked at."""

    template = N_("{name} is no picture. Photos are JPEG, PNG or WebP, scans may be PDF.")


class OtherFormat(UnreadPicture):
    """A picture or document of a format that is not read here."""

    template = N_("{name} is {format}, which is not read here. Save it as JPEG and add it again.")


class HeicPicture(UnreadPicture):
    """The format in which many telephones keep their photos."""

    template = N_(
        "{name} is a HEIC photo, which is not read here. Open it on the phone or computer and "
        "export it as JPEG; on an iPhone, Settings › Camera › Formats › Most Compatible makes "
        "JPEG of all that follow."
    )


class PictureTooHeavy(UnreadPicture):
    """A file of more bytes than are looked at."""

    template = N_(
        "{name} has more than {most} MB, the most a file of its kind may have. Save it smaller, "
        "or in parts, and add it again."
    )


class TooManyPixels(UnreadPicture):
    """A picture that would take more memory than any photo needs."""

    template = N_(
        "{name} has more than {most} million pixels, the most a picture may have. Save it smaller "
        "and add it again."
    )


class DamagedPicture(UnreadPicture):
    """A picture of a known format that breaks off or contradicts itself."""

    template = N_("{name} is cut off or damaged. Copy it again from the phone, or take it again.")


class LostPicture(WcafeError):
    """A picture of the café that is to be published, and whose bytes are not those kept."""

    template = N_(
        "The photo {name} is damaged in the café’s file. Take it out in Harvest › Photos and add "
        "it again, or do not choose it for what is published."
    )


class DamagedScan(UnreadPicture):
    """A PDF that contradicts itself."""

    template = N_("{name} is cut off or damaged. Scan it again, or save the scan as JPEG.")


class LockedScan(UnreadPicture):
    """A PDF that opens with a password only."""

    template = N_("{name} opens with a password only. Save it without one and add it again.")


class TooManyPages(UnreadPicture):
    """A PDF of more pages than any café has sheets."""

    template = N_(
        "{name} has {pages} pages; {most} are read at once. Save it in parts and add them again."
    )


class NoPictureOnPage(UnreadPicture):
    """A page of a PDF that was not scanned: words and lines, or nothing."""

    template = N_("{name} holds no scanned picture. Scan the sheet, or take a photo of it.")


class SeveralOnPage(UnreadPicture):
    """A page of a PDF whose picture lies there in pieces."""

    template = N_(
        "{name} holds its picture in several pieces. Let the scanner save JPEG and add those."
    )


class FaxPicture(UnreadPicture):
    """A page of a PDF in a black-and-white format of fax machines."""

    template = N_(
        "{name} is scanned as {format}, which is not read here. Let the scanner save in grey or "
        "colour, or as JPEG."
    )
