import asyncio

from schema import world
from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        query = text("select cast(:data as jsonb) ->> 'name'").bindparams(bindparam("data", type_=JSONB))
        print(await session.scalar(query, {"data": {"name": "Ursula"}}))


asyncio.run(main())
