"""Seventh revision: what the organiser tells, what tables and readers say to it, what became of it.

It also says who agreed to be named.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("cafe", sa.Column("publication", sa.JSON(), server_default="{}", nullable=False))
    op.add_column(
        "person",
        sa.Column("may_be_named", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    for table in ("note", "revision"):
        op.add_column(table, sa.Column("state", sa.String(), nullable=True))
        op.add_column(table, sa.Column("state_on", sa.Date(), nullable=True))
        op.add_column(table, sa.Column("state_why", sa.String(), server_default="", nullable=False))
    op.create_table(
        "verdict",
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("table", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("statement", "table", name=op.f("pk_verdict")),
    )
    op.create_table(
        "amendment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("may_be_named", sa.Boolean(), nullable=False),
        sa.Column("table", sa.Integer(), nullable=True),
        sa.Column("round", sa.Integer(), nullable=True),
        sa.Column("theme", sa.String(), nullable=True),
        sa.Column("statement", sa.String(), nullable=True),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("came", sa.Date(), nullable=True),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
    )
