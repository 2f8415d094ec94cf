"""How large a problem may be."""

from wcafe.errors import BadPeople, BadRounds, BadTables

MOST_PEOPLE = 3000
MOST_TABLES = 1000
MOST_ROUNDS = 60


def check_numbers(rounds: int, tables: int, people: int) -> None:
    """Raise BadRounds, BadTables or BadPeople for numbers nobody can plan for."""
    for error, number, most in (
        (BadRounds, rounds, MOST_ROUNDS),
        (BadTables, tables, MOST_TABLES),
        (BadPeople, people, MOST_PEOPLE),
    ):
        if not 1 <= number <= most:
            raise error(number=number, least=1, most=most)
