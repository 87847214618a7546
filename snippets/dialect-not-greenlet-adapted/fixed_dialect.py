import asyncio
from typing import Any

from acme_dialect import AcmeDialect, ask
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.util import await_only


def schema_name(self: AcmeDialect, connection: Any) -> str:
    schema = await_only(ask(connection.connection.driver_connection, "select 'MAIN'"))
    return schema.lower()


async def main() -> None:
    AcmeDialect._get_default_schema_name = schema_name
    engine = create_async_engine("sqlite+acme://")
    async with engine.connect() as connection:
        print(await connection.scalar(text("select 'Ursula'")))
    await engine.dispose()


asyncio.run(main())
