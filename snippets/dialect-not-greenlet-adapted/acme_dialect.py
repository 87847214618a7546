"""Stands for a package from elsewhere: a dialect that says is_async and does not await all of its driver."""

from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite

registry.register("sqlite.acme", __name__, "AcmeDialect")


async def ask(driver: Any, statement: str) -> str:
    """Asks for one value: a coroutine function, as all that an asynchronous driver offers."""
    async with driver.execute(statement) as cursor:
        return (await cursor.fetchone())[0]


class AcmeDialect(SQLiteDialect_aiosqlite):
    driver = "acme"
    supports_statement_cache = True

    def _get_default_schema_name(self, connection: Any) -> str:
        schema = ask(connection.connection.driver_connection, "select 'MAIN'")
        return schema.lower()
