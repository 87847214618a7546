import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import BackgroundTasks, FastAPI, Request
from httpx import ASGITransport, AsyncClient
from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with world() as engine:
        app.state.sessions = async_sessionmaker(engine, expire_on_commit=False)
        yield


async def add_biography(sessions: async_sessionmaker[AsyncSession], author_id: int) -> None:
    async with sessions.begin() as session:
        author = await session.get_one(Author, author_id)
        author.biography = f"{author.name} was born in 1947."
        print("task:", author.biography)


app = FastAPI(lifespan=lifespan)


@app.post("/authors", status_code=201)
async def add_author(name: str, request: Request, tasks: BackgroundTasks) -> int:
    sessions = request.app.state.sessions
    async with sessions.begin() as session:
        session.add(author := Author(name=name))
    tasks.add_task(add_biography, sessions, author.id)
    return author.id


async def main() -> None:
    client = AsyncClient(transport=ASGITransport(app), base_url="http://test")
    async with app.router.lifespan_context(app), client:
        print("response:", (await client.post("/authors", params={"name": "Octavia"})).text)


asyncio.run(main())
