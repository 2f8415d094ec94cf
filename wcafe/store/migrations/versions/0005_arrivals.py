"""Fifth revision: who has arrived. Of the people of older cafés nobody noted that."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    no = sa.false()
    op.add_column("person", sa.Column("arrived", sa.Boolean(), nullable=False, server_default=no))
