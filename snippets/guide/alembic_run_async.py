import asyncio
from pathlib import Path

from alembic import command
from alembic.config import Config
from schema import world
from sqlalchemy import Connection, text

ENV = """
from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
"""
REVISION = """
from alembic import op

revision, down_revision = "first", None

async def number_the_books(connection):
    await connection.exec_driver_sql("UPDATE book SET shelf = id + 100")

def upgrade():
    op.execute("ALTER TABLE book ADD COLUMN shelf INTEGER")
    op.run_async(number_the_books)
"""
Path("migrations/versions").mkdir(parents=True)
Path("migrations/versions/first.py").write_text(REVISION)
Path("migrations/env.py").write_text(ENV)


def upgrade(connection: Connection) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "migrations")
    command.upgrade(config, "head")


async def main() -> None:
    async with world() as engine, engine.begin() as connection:
        await connection.run_sync(upgrade)
        print((await connection.execute(text("SELECT title, shelf FROM book ORDER BY id"))).all())


asyncio.run(main())
