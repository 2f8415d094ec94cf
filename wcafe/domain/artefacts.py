"""The catalogue of all files that are made of a café: what each is called, is good for and needs.

Menus, preview, exports and the command line go through it, so none can forget an artefact.
`wcafe/reports/artefacts.py` makes what is printed, `wcafe/exports/formats.py` the rest.
"""

from collections.abc import Collection
from dataclasses import dataclass

from wcafe.domain.people import PersonId
from wcafe.i18n import N_, Words

BADGES = "badges"
SYNTHESIS = "synthesis"
FLASH, RECORD = "flash", "record"
PACK = "pack"
STRIPS = "strips"
LETTER, FORM = "letter", "form"


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
    is_edition: bool = False
    is_for_programs: bool = False

    @property
    def is_printed(self) -> bool:
        return self.suffix == "pdf"

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
        only: whose badges are made; None for everybody's.
        names: whether people are named in a report; else nobody is who did not agree to it.
        is_white: whether a cover is white, to spare ink.
        has_annex: whether the record stands behind the synthesis.
        by_question: whether the record goes by question; else by table.
    """

    only: Collection[PersonId] | None = None
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
        without_strip: the tables, from 0, for which there is no strip, as no sentence cites them.
    """

    pdf: bytes
    unprintable: frozenset[str] = frozenset()
    left_out: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    without_strip: tuple[int, ...] = ()


CATALOGUE = (
    Artefact(
        key=SYNTHESIS,
        name=N_("Synthesis"),
        use=N_("The report: themes, statements and every note, to read and to print."),
        ending=N_("synthesis"),
        summary=N_("the synthesis"),
        is_edition=True,
    ),
    Artefact(
        key=FLASH,
        name=N_("Flash report"),
        use=N_("Two pages before people leave: what was said, and what happens now."),
        ending=N_("flash"),
        summary=N_("the flash report, two pages before people leave"),
        is_edition=True,
    ),
    Artefact(
        key=RECORD,
        name=N_("Record"),
        use=N_("Every note once, as it was written, and no synthesis."),
        ending=N_("record"),
        summary=N_("the record: every note once"),
        is_edition=True,
    ),
    Artefact(
        key=LETTER,
        name=N_("Letter: what became of it"),
        use=N_("A letter of one page, some months later: each action with its state."),
        ending=N_("what became of it"),
        summary=N_("the letter: what became of each action"),
        is_edition=True,
    ),
    Artefact(
        key="notes",
        suffix="docx",
        name=N_("Synthesis · Word (DOCX)"),
        use=N_("The same synthesis to be worked on in a word processor."),
        ending=N_("synthesis"),
    ),
    Artefact(
        key="notes",
        suffix="html",
        name=N_("Synthesis · web page"),
        use=N_("One accessible page for a website or by mail, for phones and screen readers too."),
        ending=N_("synthesis"),
    ),
    Artefact(
        key="notes",
        suffix="md",
        name=N_("Synthesis · Markdown"),
        use=N_("Plain text for a website, a wiki or a notebook."),
        ending=N_("synthesis"),
    ),
    Artefact(
        key="themes",
        suffix="html",
        name=N_("Theme sheets · web page"),
        use=N_("A sheet a theme: what it is, where it came from, who to ask, how to do it."),
        ending=N_("theme sheets"),
    ),
    Artefact(
        key="themes",
        suffix="md",
        name=N_("Theme sheets · Markdown"),
        use=N_("The same sheets as plain text, for a wiki or a notebook."),
        ending=N_("theme sheets"),
    ),
    Artefact(
        key="notes",
        suffix="csv",
        name=N_("Notes · CSV"),
        use=N_("A row each, for a spreadsheet; says who typed a note, where that is known."),
        ending=N_("notes"),
        holds_withheld=True,
        names_people=True,
    ),
    Artefact(
        key="notes",
        suffix="xlsx",
        name=N_("Notes · XLSX"),
        use=N_("The same rows as a workbook, where a spreadsheet asks for one."),
        ending=N_("notes"),
        holds_withheld=True,
        names_people=True,
    ),
    Artefact(
        key="notes",
        suffix="json",
        name=N_("Harvest · JSON"),
        use=N_("Everything that was said, for other programs."),
        ending=N_("harvest"),
        holds_withheld=True,
        is_for_programs=True,
    ),
    Artefact(
        key="codes",
        suffix="qdpx",
        name=N_("Coded notes · REFI-QDA"),
        use=N_("For NVivo, MAXQDA, ATLAS.ti and others: themes as codes, notes as said."),
        ending=N_("coded notes"),
        is_for_programs=True,
    ),
    Artefact(
        key="iramuteq",
        suffix="txt",
        name=N_("Notes · IRaMuTeQ text"),
        use=N_("For statistics of words: each note with table, round, kind and themes."),
        ending=N_("notes"),
        is_for_programs=True,
    ),
    Artefact(
        key="metagov",
        suffix="json",
        name=N_("Deliberation · Metagov JSON"),
        use=N_("For other tools of deliberation, in the words of their common vocabulary."),
        ending=N_("deliberation"),
        is_for_programs=True,
    ),
    Artefact(
        key="agenda",
        suffix="ics",
        name=N_("Agenda · calendar"),
        use=N_("The steps of the day for a calendar, with their hours."),
        ending=N_("agenda"),
        shows_notes=False,
    ),
    Artefact(
        key=PACK,
        suffix="zip",
        name=N_("Open harvest pack · ZIP"),
        use=N_("All that may be public in one file, with its licence and what each part is."),
        ending=N_("open harvest"),
    ),
    Artefact(
        key=FORM,
        suffix="html",
        name=N_("Form for corrections · HTML"),
        use=N_("A page that is filled in and sent by mail; Corrections reads the answer."),
        ending=N_("corrections"),
    ),
    Artefact(
        key="people",
        suffix="csv",
        name=N_("People · CSV"),
        use=N_("The list of people with all that is known of them."),
        ending=N_("people"),
        names_people=True,
    ),
    Artefact(
        key="plan",
        suffix="csv",
        name=N_("Seating plan · CSV"),
        use=N_("Who sits where in each round."),
        ending=N_("plan"),
        needs_plan=True,
        names_people=True,
    ),
    Artefact(
        key=BADGES,
        name=N_("Badges"),
        action=N_("Badges with the route"),
        use=N_("Eight on a sheet, each with its route."),
        ending=N_("badges"),
        summary=N_("badges with each person's route, eight a page"),
        needs_plan=True,
        names_people=True,
        shows_notes=False,
    ),
    Artefact(
        key="table-list",
        name=N_("List by table"),
        use=N_("For the hosts and for the doors."),
        ending=N_("tables"),
        summary=N_("who sits at which table in each round"),
        needs_plan=True,
        names_people=True,
        shows_notes=False,
    ),
    Artefact(
        key=STRIPS,
        name=N_("Strips"),
        use=N_(
            "Is this what you said? One a table: each sentence that rests on its notes, with boxes."
        ),
        ending=N_("strips"),
        summary=N_("a strip a table that asks: is this what you said?"),
    ),
)
PRINTED = {each.key: each for each in CATALOGUE if each.is_printed}
HANDOUTS = {key: each for key, each in PRINTED.items() if not each.is_edition}
EDITIONS = {key: each for key, each in PRINTED.items() if each.is_edition}
EXPORTS = {(each.key, each.suffix): each for each in CATALOGUE if not each.is_printed}
