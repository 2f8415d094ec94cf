"""What all rows share, and how a row becomes a value: by the names of its columns."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, ClassVar, Generic, Self, TypeVar, cast

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

V = TypeVar("V")


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


class ValueRow(Row, Generic[V]):
    """Base of the rows that keep a value of the domain, given as `class …(ValueRow[V], value=V)`.

    A column of the name of a field holds that field, and the type of the column is how it is
    kept. So a new field is one line here: its column. Columns of other names are the store's
    own, and fields without a column are kept in other rows; both are handed in where they are
    needed.

    Attributes:
        facts: the fields that are columns, in the order of the value's.
        elsewhere: the fields that are none.
    """

    __abstract__ = True

    value: ClassVar[type[Any]]
    facts: ClassVar[tuple[str, ...]]
    elsewhere: ClassVar[frozenset[str]]

    def __init_subclass__(cls, *, value: type[V], **options: Any) -> None:
        super().__init_subclass__(**options)
        told = [field.name for field in fields(cast(Any, value)) if field.init]
        cls.value = value
        cls.facts = tuple(name for name in told if name in cls.__mapper__.columns)
        cls.elsewhere = frozenset(told) - set(cls.facts)

    @classmethod
    def from_value(cls, value: V, **own: Any) -> Self:
        """Return a row that says `value`, with the store's `own` columns.

        A value of version 0 was never kept; the mapper counts from there.
        """
        facts = {name: getattr(value, name) for name in cls.facts}
        if "version" in facts:
            facts["version"] = facts["version"] or None
        return cls(**{**facts, **own})

    def take_over(self, value: V) -> None:
        """Say `value` from now on."""
        for name in self.facts:
            setattr(self, name, getattr(value, name))

    def to_value(self, **elsewhere: Any) -> V:
        """Return the value of this row and of what is kept of it `elsewhere`."""
        return self.read((getattr(self, name) for name in self.facts), **elsewhere)

    @classmethod
    def columns(cls) -> tuple[Any, ...]:
        """Return the columns of `facts` for `read`.

        Objects of the mapper take some ten times as long to read as plain columns.
        """
        return tuple(getattr(cls, name) for name in cls.facts)

    @classmethod
    def read(cls, facts: Iterable[Any], **elsewhere: Any) -> V:
        """Return the value of plain columns, which stand in the order of `facts`."""
        return cast(V, cls.value(**dict(zip(cls.facts, facts, strict=True)), **elsewhere))


def is_said_again(kept: Any, wished: Any) -> bool:
    """Return whether `wished` is the value that is `kept`, seen at another version.

    That is the same wish again, and nobody is told that a value changed elsewhere who asks for
    what stands there.
    """
    if kept.version == wished.version:
        return False
    return bool(replace(kept, version=wished.version) == wished)
