import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, Request
from httpx import ASGITransport, AsyncClient
from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with world() as engine:
        app.state.sessions = async_sessionmaker(engine, expire_on_commit=False)
        yield


async def get_session(request: Request) -> AsyncIterator[AsyncSession]:
    async with request.app.state.sessions() as session:
        yield session


OneSession = Annotated[AsyncSession, Depends(get_session)]
app = FastAPI(lifespan=lifespan)


@app.post("/authors", status_code=201)
async def add_author(name: str, session: OneSession) -> int:
    session.add(author := Author(name=name))
    await session.commit()
    return author.id


@app.get("/authors")
async def authors(session: OneSession) -> list[str]:
    return list(await session.scalars(select(Author.name).order_by(Author.name)))


async def main() -> None:
    client = AsyncClient(transport=ASGITransport(app), base_url="http://test")
    async with app.router.lifespan_context(app), client:
        print((await client.post("/authors", params={"name": "Octavia"})).status_code)
        print((await client.get("/authors")).json())


asyncio.run(main())
