"""Plans that cannot be composed, and problems that cannot be read."""

from wcafe.errors.base import WcafeError
from wcafe.i18n import N_


class TooFewSeats(WcafeError):
    """More people than chairs."""

    template = N_(
        "People who need a seat: {people}. Seats at the tables: {seats}. Add tables or seats."
    )


class TooFewSeatsInRound(TooFewSeats):
    """More people than chairs in a round that is not like the others."""

    template = N_(
        "People who need a seat in round {round}: {people}. Seats at the tables open then: "
        "{seats}. Add seats, or open a table in round {round}."
    )


class TooFewSpareSeats(WcafeError):
    """Chairs for those expected, and too few for the spare places asked for."""

    template = N_(
        "Spare places: {spare}. Chairs left for them: {free}. "
        "Ask for fewer, or add tables or seats."
    )


class NobodyToSeat(WcafeError):
    """A plan without people."""

    template = N_("There is nobody to seat yet. Import a list of people first.")


class NoPlanYet(WcafeError):
    """Something that needs a plan came before it."""

    template = N_("This café has no plan yet. Compose it first.")


class NoDayYet(WcafeError):
    """A calendar was asked for before anybody said on which day the café takes place."""

    template = N_("This café has no day yet, and a calendar needs one. Say on which day it is.")


class NothingPlanned(WcafeError):
    """Something that shows seats came before the plan."""

    template = N_("Nobody has a seat yet. Compose the plan first.")


class NoStepRule(WcafeError):
    """Step cards of a plan in which somebody goes now so many tables on, now so many."""

    template = N_(
        "This plan is none by steps: {name} does not move on by the same number of tables after "
        "each round. Step cards are for plans in which everybody does."
    )


class NobodyMoves(NoStepRule):
    """Step cards of a café of one round."""

    template = N_("There is one round, after which nobody changes tables: it needs no step cards.")


class NoOpenTable(WcafeError):
    """Something that is made for tables, where none is open."""

    template = N_(
        "No table is open in the tables and rounds that are asked for. Choose others, or add "
        "tables to the café first."
    )


class TooManySheets(WcafeError):
    """More sheets for one table and round than their codes can tell apart."""

    template = N_(
        "Each table would get {sheets} sheets for one round, and {most} is the most. "
        "Ask for fewer sheets or fewer prompts."
    )


class NoSuchRound(WcafeError):
    """A round the café does not have."""

    template = N_("There is no round {number}: this café has {rounds}.")


class NoSuchTable(WcafeError):
    """A table the café does not have."""

    template = N_("There is no table {number}: this café has {tables}.")


class NoRoundToCome(WcafeError):
    """Something about the rounds to come, once the last one has begun."""

    template = N_("The last round has begun: tables stay as they are.")


class RoundHasBegun(WcafeError):
    """Something about rounds to come that names one in which people sit, or sat."""

    template = N_("Round {number} has begun: a table can be closed from round {first} on.")


class LastTable(WcafeError):
    """Nobody could sit anywhere."""

    template = N_("Table {table} is the last one that is open in round {round}.")


class StaysAtTable(WcafeError):
    """Somebody cannot move, and the table is to be closed."""

    template = N_(
        "At table {table} stay, as they cannot move: {names}. Let them stay elsewhere first."
    )


class BadProblem(WcafeError):
    """A problem file the solver cannot make sense of; `key` says where."""

    template = N_("The problem cannot be read: look at {key}. Nothing was solved.")


class NotJson(BadProblem):
    """A file that was to hold a problem."""

    template = N_("{key} does not hold a problem as JSON. Nothing was solved.")


class NothingPrinted(WcafeError):
    """What has changed was asked for of something that was never printed."""

    template = N_("“{artefact}” was never printed: print all of it first.")


class NothingToPrint(WcafeError):
    """Everything was asked for, and there is nothing."""

    template = N_("There is nothing to print.")


class NothingChanged(WcafeError):
    """What has changed was asked for of something that says what was printed."""

    template = N_("“{artefact}” says what was printed: nothing of it has to be made again.")


class NoBadgeHeld(WcafeError):
    """The changed badges were asked for before any were printed."""

    template = N_("Nobody holds a badge yet: print all badges first.")


class NoBadgeChanged(WcafeError):
    """The changed badges were asked for, and all say what is so."""

    template = N_("No badge has to be made again.")


class NoBadgeOf(WcafeError):
    """Badges were asked for of people who get none."""

    template = N_("No badge is printed for people who attend no round: {names}.")


class NobodyCalled(WcafeError):
    """A name or badge code that nobody of the café has."""

    template = N_("Nobody is called “{who}”, and no badge has that code.")


class NearlyCalled(NobodyCalled):
    """A name that nobody has, and that looks like some."""

    template = N_("Nobody is called “{who}”. Who is meant? {people}")


class FreeJoker(WcafeError):
    """A joker badge that was named as somebody, and is nobody's yet."""

    template = N_(
        "Joker {number} is nobody’s yet. Add whoever takes it in the window, under Check-in."
    )


class NoNameFound(WcafeError):
    """A name to decide on that stands nowhere in the harvest."""

    template = N_("No name of the list stands in the harvest as “{name}”.")


class SeveralCalled(WcafeError):
    """A name that several people have."""

    template = N_("Several people are called “{who}”. Say the code of the badge instead: {people}.")
