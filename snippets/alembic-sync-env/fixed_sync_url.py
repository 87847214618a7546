from alembic import command
from project import project

ENV = """
from alembic import context
from sqlalchemy import create_engine

def migrate(connection):
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()

engine = create_engine(context.config.get_main_option("sqlalchemy.url").replace("+aiosqlite", ""))
with engine.connect() as connection:
    migrate(connection)
engine.dispose()
"""
command.upgrade(project(ENV), "head")
