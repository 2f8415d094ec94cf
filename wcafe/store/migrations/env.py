"""What Alembic runs around the revisions: our connection, our tables, SQLite's way to alter."""

from alembic import context

from wcafe.store.work import ROWS

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=ROWS,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
