import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse
from httpx import ASGITransport, AsyncClient
from schema import Book, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with world() as engine:
        app.state.sessions = async_sessionmaker(engine)
        yield


async def lines(sessions: async_sessionmaker[AsyncSession]) -> AsyncIterator[str]:
    async with sessions() as session:
        async for title in await session.stream_scalars(select(Book.title).order_by(Book.id)):
            yield f"{title}\n"


app = FastAPI(lifespan=lifespan)


@app.get("/books.txt")
async def books(request: Request) -> StreamingResponse:
    return StreamingResponse(lines(request.app.state.sessions), media_type="text/plain")


async def main() -> None:
    client = AsyncClient(transport=ASGITransport(app), base_url="http://test")
    async with app.router.lifespan_context(app), client:
        print((await client.get("/books.txt")).text, end="")


asyncio.run(main())
