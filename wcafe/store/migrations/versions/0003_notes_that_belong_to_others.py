"""Third revision: which note a note belongs to; rounds have a name and a day, inside the café."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for table in ("note", "revision"):
        op.add_column(table, sa.Column("parent", sa.String(), nullable=True))
    op.add_column("note", sa.Column("heard", sa.String(), nullable=False, server_default=""))
