"""What to have thought of before the doors open, after the seven design principles."""

from dataclasses import dataclass

from wcafe.i18n import N_


@dataclass(frozen=True, slots=True)
class Principle:
    """One principle and what it asks for: (key, sentence) each, keys kept in the café."""

    name: str
    items: tuple[tuple[str, str], ...]


PRINCIPLES = (
    Principle(
        N_("Clarify the context"),
        (
            ("purpose", N_("The purpose fits into one sentence that a guest understands.")),
            ("invited", N_("Those whom it concerns are invited, not only those who always come.")),
        ),
    ),
    Principle(
        N_("Create a hospitable space"),
        (
            ("tables", N_("Small tables, paper tablecloths, pens, something to drink.")),
            ("access", N_("Everybody can come in, hear, and sit where it suits them.")),
        ),
    ),
    Principle(
        N_("Explore questions that matter"),
        (
            ("open", N_("The questions are open, short, and were tried out on somebody.")),
            ("carry", N_("Each question leads on from the one before.")),
        ),
    ),
    Principle(
        N_("Encourage everyone’s contribution"),
        (
            ("hosts", N_("The table hosts know their part: welcome, two minutes of recap.")),
            ("etiquette", N_("The etiquette lies on each table.")),
        ),
    ),
    Principle(
        N_("Connect diverse perspectives"),
        (
            ("mixed", N_("The plan mixes people who would not meet otherwise.")),
            ("routes", N_("Everybody gets a badge with a route.")),
        ),
    ),
    Principle(
        N_("Listen together for patterns and insights"),
        (
            ("harvest", N_("After each round there is time to write down what matters.")),
            ("takers", N_("Somebody enters the notes while they are fresh.")),
        ),
    ),
    Principle(
        N_("Share collective discoveries"),
        (
            ("wall", N_("There is a place where all can see what was harvested.")),
            ("return", N_("It is settled who sends the results to everybody, and when.")),
        ),
    ),
)
