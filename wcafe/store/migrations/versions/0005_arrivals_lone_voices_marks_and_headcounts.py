"""Fifth revision: who has arrived, lone voices, the marks of themes, how many were counted.

Of the people of older cafés nobody noted whether they arrived. Themes of before keep the marks
that they had by their places. How many came to a round stands inside the café.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    for table, column in (("person", "arrived"), ("note", "is_lone"), ("revision", "is_lone")):
        op.add_column(
            table, sa.Column(column, sa.Boolean(), nullable=False, server_default=sa.false())
        )
    op.add_column("theme", sa.Column("mark", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE theme SET mark = position")
    op.add_column("cafe", sa.Column("headcount", sa.Integer(), nullable=True))
