import asyncio

from alembic import command
from project import project
from schema import world

config = project("""
from alembic import context
context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
""")


def upgrade(connection: object) -> None:
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


async def main() -> None:
    async with world() as engine, engine.begin() as connection:
        await connection.run_sync(upgrade)


asyncio.run(main())
