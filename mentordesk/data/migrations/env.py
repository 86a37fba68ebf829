"""How Alembic runs here: on the connection it is given, inside that connection's transaction."""

from alembic import context

from mentordesk.data.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=False)
context.run_migrations()
