import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody
from litestar.testing import AsyncTestClient
from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker


@asynccontextmanager
async def database(app: Litestar) -> AsyncIterator[None]:
    async with world() as engine:
        app.state.sessions = async_sessionmaker(engine, expire_on_commit=False)
        yield


async def provide_session(state: State) -> AsyncIterator[AsyncSession]:
    async with state.sessions.begin() as session:
        yield session


@get("/authors")
async def names(session: NamedDependency[AsyncSession]) -> list[str]:
    return list(await session.scalars(select(Author.name).order_by(Author.id)))


@post("/authors")
async def add(session: NamedDependency[AsyncSession], data: JSONBody[dict[str, str]]) -> int:
    author = Author(**data)
    session.add(author)
    await session.flush()  # gives the author its number; the commit comes after the handler
    return author.id


app = Litestar(
    [names, add],
    dependencies={"session": Provide(provide_session)},
    lifespan=[database],
    logging_config=None,
)


async def main() -> None:
    async with AsyncTestClient(app) as client:
        print("added number", (await client.post("/authors", json={"name": "Octavia"})).json())
        print((await client.get("/authors")).json())


asyncio.run(main())
