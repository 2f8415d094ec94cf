"""How many people came, counted by somebody and not named."""

from wcafe.errors import BadHeadcount

MOST_COUNTED = 100_000


def require_headcount(number: int | None) -> None:
    """Refuse what nobody can have counted; None says that nobody did. Raises BadHeadcount."""
    if number is not None and not 1 <= number <= MOST_COUNTED:
        raise BadHeadcount(number=number, least=1, most=MOST_COUNTED)
