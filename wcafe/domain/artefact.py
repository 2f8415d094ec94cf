"""What the catalogue says of one file that can be made, what may be chosen, what comes of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from wcafe.domain.paper_size import PaperSize
from wcafe.domain.people import PersonId
from wcafe.domain.photo_publishing import PhotosAside
from wcafe.errors import WcafeError
from wcafe.i18n import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact:
    """One file that can be made of a café. What people read of it is translated where it is shown.

    Attributes:
        key: its name on the command line; of an export what it holds.
        suffix: what its name ends in; what is printed is a PDF.
        name: what it is called, of an export with its format.
        action: the same as a menu says it, where that is more.
        use: what it is good for, in a sentence.
        ending: the end of the file's proposed name, behind the café's.
        summary: the line that tells of it in a terminal once it is printed.
        needs_plan: whether there is none before people have seats.
        holds_withheld: whether notes that are withheld stand in it with their words.
        names_people: whether it is for the organisers only.
        shows_notes: whether notes and themes are on its pages; else it is made without them.
        shows_photos: whether photos that were chosen stand in it.
        per_person: whether it is made for people, of whom some may be chosen.
        per_table: whether it is made for tables, of which some may be chosen.
        per_round: whether it is made for rounds, of which some may be chosen.
        has_sizes: whether it comes in the sizes of badges.
        is_edition: whether it is a report, with options of its own.
        is_for_programs: whether people open it in a program that computes, and not to read.
    """

    key: str
    suffix: str = "pdf"
    name: str
    action: str = ""
    use: str
    ending: str
    summary: str = ""
    needs_plan: bool = False
    holds_withheld: bool = False
    names_people: bool = False
    shows_notes: bool = True
    shows_photos: bool = False
    per_person: bool = False
    per_table: bool = False
    per_round: bool = False
    has_sizes: bool = False
    is_edition: bool = False
    is_for_programs: bool = False

    @property
    def is_printed(self) -> bool:
        return self.suffix == "pdf"

    @property
    def is_handout(self) -> bool:
        """Is it printed before the café or on the day? The print desk has those."""
        return self.is_printed and not self.is_edition

    def title(self, words: Words) -> str:
        """Return its name with its format."""
        name = words.gettext(self.name)
        return f"{name} · PDF" if self.is_printed else name

    def menu_words(self, words: Words) -> str:
        """Return what a menu says that asks where it is to be written."""
        return f"{words.gettext(self.action or self.name)}…"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """What may be chosen of what is printed; each artefact looks at what concerns it.

    Attributes:
        paper: what handouts are printed on.
        only: for whom a handout is made, where it is made for people; None for everybody.
        tables: for which tables, from 0, where it is made for tables; None for all.
        rounds: for which rounds, from 0, where it is made for rounds; None for all.
        places: for which tables in which rounds alone, both from 0, where it is made for both;
            None for all.
        sheets: how many harvest sheets a table gets for one round, times those its prompts take;
            of a dot-vote sheet, how many copies there are for several walls.
        size: how large badges are, as `badge_sheet` reads it: a name, or one's own measures.
        shift: by how many millimetres all is printed further right and further down than it
            would be, for a printer that shifts.
        names: whether people are named in a report; else nobody is who did not agree to it.
        is_white: whether a cover is white, to spare ink.
        has_annex: whether the record stands behind the synthesis.
        by_question: whether the record goes by question; else by table.
    """

    paper: PaperSize = PaperSize.A4
    only: Collection[PersonId] | None = None
    tables: Collection[int] | None = None
    rounds: Collection[int] | None = None
    places: Collection[tuple[int, int]] | None = None
    sheets: int = 1
    size: str = "a7"
    shift: tuple[float, float] = (0.0, 0.0)
    names: bool = False
    is_white: bool = False
    has_annex: bool = False
    by_question: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A finished PDF, and what is to be told of it.

    Attributes:
        pdf: the file.
        unprintable: characters that no shipped font has; a box stands for each.
        left_out: the names of those who get no badge, as they attend no round.
        cut: names that are too long for a line at any size, and go on in the next one.
        unseen: the names of those who get no certificate, as check-in did not see them.
        too_small: the names of those whose badge is hard to read, as they are that long.
        without_strip: the tables, from 0, for which there is no strip, as no sentence cites them.
        photos: the chosen photos that are left out, or that nobody described.
        lacking: what was asked for and is not in it, by its key, with the reason.
    """

    pdf: bytes
    unprintable: frozenset[str] = frozenset()
    left_out: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    too_small: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    without_strip: tuple[int, ...] = ()
    photos: PhotosAside = field(default_factory=PhotosAside)
    lacking: Mapping[str, WcafeError] = field(default_factory=dict)
