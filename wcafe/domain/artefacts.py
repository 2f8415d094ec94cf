"""The catalogue of all files that are made of a café: what each is called, is good for and needs.

Menus, preview, exports and the command line go through it, so none can forget an artefact.
`wcafe/reports/artefacts.py` makes what is printed, `wcafe/exports/formats.py` the rest.
"""

from wcafe.domain.artefact import Artefact
from wcafe.domain.handouts import HANDOUT_LIST
from wcafe.i18n import N_

SYNTHESIS = "synthesis"
FLASH, RECORD = "flash", "record"
PACK = "pack"
LETTER, FORM = "letter", "form"


CATALOGUE = (
    Artefact(
        key=SYNTHESIS,
        name=N_("Synthesis"),
        use=N_("The report: themes, statements and every note, to read and to print."),
        ending=N_("synthesis"),
        summary=N_("the synthesis"),
        is_edition=True,
        shows_photos=True,
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
        shows_photos=True,
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
        shows_photos=True,
    ),
    Artefact(
        key="notes",
        suffix="html",
        name=N_("Synthesis · web page"),
        use=N_("One accessible page for a website or by mail, for phones and screen readers too."),
        ending=N_("synthesis"),
        shows_photos=True,
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
        shows_photos=True,
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
    *HANDOUT_LIST,
)
PRINTED = {each.key: each for each in CATALOGUE if each.is_printed}
HANDOUTS = {key: each for key, each in PRINTED.items() if each.is_handout}
EDITIONS = {key: each for key, each in PRINTED.items() if each.is_edition}
EXPORTS = {(each.key, each.suffix): each for each in CATALOGUE if not each.is_printed}
