"""What all rows share."""

from dataclasses import replace
from typing import Any

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase


class Row(DeclarativeBase):
    """Base of all rows. Rows never leave `wcafe.store`; values do."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def is_said_again(kept: Any, wished: Any) -> bool:
    """Return whether `wished` is what the row `kept` says, seen at another version.

    That is the same wish again, and nobody is told that a value changed elsewhere who asks for
    what stands there.
    """
    if kept.version == wished.version:
        return False
    return bool(replace(kept.to_value(), version=wished.version) == wished)
