import asyncio
from pathlib import Path

from alembic import command
from alembic.config import Config
from schema import world
from sqlalchemy import Connection, inspect, text

ENV = """
from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
"""
REVISION = """
from alembic import op

revision, down_revision = "first", None

def upgrade():
    op.execute("CREATE TABLE loan (id INTEGER PRIMARY KEY)")
"""
Path("migrations/versions").mkdir(parents=True)
Path("migrations/versions/first.py").write_text(REVISION)
Path("migrations/env.py").write_text(ENV)


def upgrade(connection: Connection) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "migrations")
    command.upgrade(config, "head")


def has_loan(connection: Connection) -> bool:
    return inspect(connection).has_table("loan")


async def main() -> None:
    async with world() as engine:
        for commit in False, True:
            async with engine.connect() as connection:
                await connection.execute(text("SET LOCAL lock_timeout = '2s'"))  # begins a transaction
                await connection.run_sync(upgrade)
                made = await connection.run_sync(has_loan)
                if commit:
                    await connection.commit()
            async with engine.connect() as connection:
                kept = await connection.run_sync(has_loan)
            print(f"commit: {commit}, table made: {made}, table kept: {kept}")


asyncio.run(main())
