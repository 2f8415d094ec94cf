"""What is printed before the café and on the day, as the catalogue tells of it."""

from wcafe.domain.artefact import Artefact
from wcafe.i18n import N_

BADGES, TABLE_LIST, STRIPS = "badges", "table-list", "strips"
DOOR_LIST, SIGN_IN, RUN_SHEET, STEP_CARDS = "door-list", "sign-in", "run-sheet", "step-cards"
TENTS, HOST_KIT, POSTERS = "tents", "host-kit", "posters"
LABELS, VOTES, SLIPS = "labels", "votes", "slips"
CERTIFICATES = "certificates"
HARVEST_SHEETS, STICKERS = "harvest-sheets", "stickers"

ALL = "all"
"""What the command line calls all of these together."""

HANDOUT_LIST = (
    Artefact(
        key=BADGES,
        name=N_("Badges"),
        action=N_("Badges with the route"),
        use=N_("Cards to cut or labels, each with its route; spare ones too."),
        ending=N_("badges"),
        summary=N_("badges with each person's route, to cut or on labels"),
        needs_plan=True,
        names_people=True,
        shows_notes=False,
        per_person=True,
        has_sizes=True,
    ),
    Artefact(
        key=DOOR_LIST,
        name=N_("Door list"),
        use=N_("By alphabet, with a box to tick, the tables of all rounds and lines for walk-ins."),
        ending=N_("door list"),
        summary=N_("who comes, by alphabet, with their tables"),
        needs_plan=True,
        names_people=True,
        shows_notes=False,
    ),
    Artefact(
        key=SIGN_IN,
        name=N_("Sign-in sheet"),
        use=N_("By alphabet, with room for a signature."),
        ending=N_("sign-in sheet"),
        summary=N_("who comes, by alphabet, to sign"),
        names_people=True,
        shows_notes=False,
    ),
    Artefact(
        key=TABLE_LIST,
        name=N_("List by table"),
        use=N_("For the hosts and for the doors."),
        ending=N_("tables"),
        summary=N_("who sits at which table in each round"),
        needs_plan=True,
        per_table=True,
        per_round=True,
        names_people=True,
        shows_notes=False,
    ),
    Artefact(
        key=TENTS,
        name=N_("Table tents"),
        use=N_("A sheet a table, folded once: its number is read across the room."),
        ending=N_("tents"),
        summary=N_("a tent for each table, with its number and its questions"),
        shows_notes=False,
        per_table=True,
    ),
    Artefact(
        key=HOST_KIT,
        name=N_("Host kit"),
        use=N_("A booklet a table: who comes when, what to say, what to note."),
        ending=N_("host kit"),
        summary=N_("a booklet for each table host, to be folded once"),
        names_people=True,
        shows_notes=False,
        per_table=True,
    ),
    Artefact(
        key=HARVEST_SHEETS,
        name=N_("Harvest sheets"),
        use=N_("One a table and round, to be filled in by hand; a photo of it files itself."),
        ending=N_("harvest sheets"),
        summary=N_("harvest sheets, one a table and round"),
        shows_notes=False,
        per_table=True,
        per_round=True,
    ),
    Artefact(
        key=STICKERS,
        name=N_("Stickers for tablecloths"),
        use=N_("One a table and round, so that a photo of the tablecloth files itself."),
        ending=N_("stickers"),
        summary=N_("stickers for tablecloths, one a table and round"),
        shows_notes=False,
        per_table=True,
        per_round=True,
        has_sizes=True,
    ),
    Artefact(
        key=POSTERS,
        name=N_("Posters"),
        use=N_("For the wall: where to go, the tables, agenda, questions, etiquette, pictures."),
        ending=N_("posters"),
        summary=N_("posters for the wall, a page each"),
        shows_notes=False,
    ),
    Artefact(
        key=RUN_SHEET,
        name=N_("Run sheet"),
        use=N_("For whoever facilitates: the hours, what to say, what to do if, what to bring."),
        ending=N_("run sheet"),
        summary=N_("the day step by step for whoever facilitates, and what to bring"),
        names_people=True,
        shows_notes=False,
    ),
    Artefact(
        key=STEP_CARDS,
        name=N_("Step cards"),
        use=N_("For the day when nothing else works: after each round so many tables on."),
        ending=N_("step cards"),
        summary=N_("cards that say how many tables on after each round"),
        needs_plan=True,
        per_table=True,
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
    Artefact(
        key=LABELS,
        name=N_("Gallery labels"),
        use=N_("Two on a sheet: each theme with its mark; before there are themes each table."),
        ending=N_("gallery labels"),
        summary=N_("labels for the wall, two a page"),
    ),
    Artefact(
        key=VOTES,
        name=N_("Dot-vote sheet"),
        use=N_("Circles to stick dots in: for each theme, or each idea and action."),
        ending=N_("votes"),
        summary=N_("a sheet on which people vote with dots"),
    ),
    Artefact(
        key=SLIPS,
        name=N_("Correction slips"),
        use=N_("Four on a sheet: what should be put right, until when and where to."),
        ending=N_("slips"),
        summary=N_("slips to say what should be put right, four a page"),
        shows_notes=False,
    ),
    Artefact(
        key=CERTIFICATES,
        name=N_("Certificates of attendance"),
        use=N_("A page a person whom check-in saw, to be signed."),
        ending=N_("certificates"),
        summary=N_("a certificate of attendance for each person whom check-in saw"),
        names_people=True,
        shows_notes=False,
        per_person=True,
    ),
)
