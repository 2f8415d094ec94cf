"""Words that wait in fields to be kept, whatever field it is and on whatever page."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget


@runtime_checkable
class TypedField(Protocol):
    """A field that keeps what is typed in it.

    Attributes:
        is_typed: whether it holds something that is not kept yet.
        is_by_enter: whether nothing but Enter keeps it: until then it is only a draft.
        is_refused: whether that was tried, and could not be kept.
    """

    is_by_enter: bool
    is_refused: bool

    @property
    def textChanged(self) -> SignalInstance: ...
    @property
    def is_typed(self) -> bool: ...
    def keep(self) -> None: ...


def typed_fields(within: QWidget) -> list[TypedField]:
    """Return the fields within a page that hold words which are not kept yet."""
    return [
        field
        for field in _fields(within)
        if isinstance(field, TypedField)
        and field.is_typed
        and (not field.is_by_enter or field.is_refused or field.hasFocus())
    ]


def typed_cells(within: QWidget) -> int:
    """Return in how many rows of lists and tables words are typed that are not kept yet."""
    views = within.findChildren(QAbstractItemView)
    editors = (
        editor
        for view in views
        for editor in _fields(view.viewport())
        if not isinstance(editor, TypedField) and not editor.isHidden()
    )
    return sum(map(_is_modified, editors))


def _fields(within: QWidget) -> Iterator[QLineEdit | QPlainTextEdit]:
    yield from within.findChildren(QLineEdit)
    yield from within.findChildren(QPlainTextEdit)


def _is_modified(field: QLineEdit | QPlainTextEdit) -> bool:
    return field.isModified() if isinstance(field, QLineEdit) else field.document().isModified()
