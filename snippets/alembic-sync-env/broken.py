from alembic import command
from project import project

ENV = """
from alembic import context
from sqlalchemy import engine_from_config

def migrate(connection):
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()

engine = engine_from_config(context.config.get_section("alembic"))
with engine.connect() as connection:
    migrate(connection)
"""
command.upgrade(project(ENV), "head")
