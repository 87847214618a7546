import asyncio

from schema import URL
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

url = make_url(URL).update_query_dict({"sslmode": "prefer"})


async def main() -> None:
    plain = url.difference_update_query(["sslmode"])
    engine = create_async_engine(plain, connect_args={"ssl": url.query.get("sslmode", "prefer")})
    try:
        async with engine.connect() as connection:
            print(await connection.scalar(text("SELECT 1")))
    finally:
        await engine.dispose()


asyncio.run(main())
