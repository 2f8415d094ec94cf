"""Sixth revision: more that a note says, several themes a note, statements that cite their notes.

The statement that a theme had becomes its first, which cites nothing yet: nobody said on which
notes it rests.
"""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    for table in ("note", "revision"):
        for name, kind in (
            ("prompt", str),
            ("support", None),
            ("from_table", int),
            ("votes", int),
            ("withheld", str),
            ("is_on_wall", bool),
            ("who", str),
            ("due", str),
            ("may_quote", bool),
        ):
            op.add_column(table, _column(name, kind))
    for name in ("prompts", "kind_labels", "words"):
        op.add_column("cafe", sa.Column(name, sa.JSON(), server_default="[]", nullable=False))
    _let_notes_lie_in_several_themes()
    _let_lists_name_several_themes()
    op.create_table(
        "given_mark",
        sa.Column("theme_id", sa.String(), nullable=False),
        sa.Column("mark", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("theme_id", name=op.f("pk_given_mark")),
    )
    op.execute("INSERT INTO given_mark (theme_id, mark) SELECT id, mark FROM theme")
    _make_statements()
    op.create_table(
        "opposed",
        sa.Column("one_id", sa.String(), nullable=False),
        sa.Column("other_id", sa.String(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [name], ["note.id"], name=op.f(f"fk_opposed_{name}"), ondelete="CASCADE"
            )
            for name in ("one_id", "other_id")
        ),
        sa.PrimaryKeyConstraint("one_id", "other_id", name=op.f("pk_opposed")),
    )


def _column(name: str, kind: type | None) -> sa.Column[object]:
    if kind is str:
        return sa.Column(name, sa.String(), server_default="", nullable=False)
    if kind is bool:
        return sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
    return sa.Column(name, sa.Integer() if kind is int else sa.String(), nullable=True)


def _let_notes_lie_in_several_themes() -> None:
    op.rename_table("filed_note", "filed_note_before")
    op.create_table(
        "filed_note",
        sa.Column("note_id", sa.String(), nullable=False),
        sa.Column("theme_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["note_id"], ["note.id"], name=op.f("fk_filed_note_note_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["theme_id"], ["theme.id"], name=op.f("fk_filed_note_theme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("note_id", "theme_id", name=op.f("pk_filed_note")),
    )
    op.execute(
        "INSERT INTO filed_note (note_id, theme_id, position)"
        " SELECT note_id, theme_id, position FROM filed_note_before"
    )
    op.drop_table("filed_note_before")


def _let_lists_name_several_themes() -> None:
    op.rename_table("listed_theme", "listed_theme_before")
    op.create_table(
        "listed_theme",
        sa.Column("note_id", sa.String(), nullable=False),
        sa.Column("theme_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["note_id"], ["note.id"], name=op.f("fk_listed_theme_note_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("note_id", "theme_id", name=op.f("pk_listed_theme")),
    )
    op.execute(
        "INSERT INTO listed_theme (note_id, theme_id)"
        " SELECT note_id, theme_id FROM listed_theme_before"
    )
    op.drop_table("listed_theme_before")


def _make_statements() -> None:
    statement = op.create_table(
        "statement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("theme_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["theme_id"], ["theme.id"], name=op.f("fk_statement_theme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
    )
    op.create_table(
        "cite",
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("note_id", sa.String(), nullable=False),
        sa.Column("read_hash", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statement.id"],
            name=op.f("fk_cite_statement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["note_id"], ["note.id"], name=op.f("fk_cite_note_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement_id", "note_id", name=op.f("pk_cite")),
    )
    op.add_column("theme", sa.Column("headline", sa.String(), server_default="", nullable=False))
    themes = sa.table("theme", sa.column("id"), sa.column("statement"))
    said = op.get_bind().execute(sa.select(themes.c.id, themes.c.statement)).all()
    rows = [
        {"id": str(uuid4()), "theme_id": theme, "position": 0, "text": text}
        for theme, text in said
        if text.strip()
    ]
    if rows:
        op.bulk_insert(statement, rows)
    op.drop_column("theme", "statement")
