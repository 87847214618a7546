import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

engine = create_async_engine(URL)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    await engine.dispose()


app = FastAPI(lifespan=lifespan)


@app.get("/")
async def answer() -> int:
    async with AsyncSession(engine) as session:
        return await session.scalar(text("select 42"))


async def main() -> None:
    async with lifespan(app), AsyncClient(transport=ASGITransport(app), base_url="http://test") as client:
        print((await client.get("/")).json())


asyncio.run(main())
