"""Fourth revision: a hash of what each table holds, and each row of notes.

They are filled once all revisions are run.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "seal",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_seal")),
    )
    for table in ("note", "revision", "operation"):
        op.add_column(table, sa.Column("seal", sa.String(), server_default="", nullable=False))
