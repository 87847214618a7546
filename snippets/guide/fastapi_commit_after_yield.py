import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, Request
from httpx import ASGITransport, AsyncClient
from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with world() as engine:
        app.state.sessions = async_sessionmaker(engine)
        yield


async def get_session(request: Request) -> AsyncIterator[AsyncSession]:
    async with request.app.state.sessions.begin() as session:
        yield session


app = FastAPI(lifespan=lifespan)


@app.put("/request")
async def commits_late(session: Annotated[AsyncSession, Depends(get_session)]) -> str:
    session.add(Author(id=1, name="There is a number 1 already"))
    return "stored"


@app.put("/function")
async def commits_in_time(session: Annotated[AsyncSession, Depends(get_session, scope="function")]) -> str:
    session.add(Author(id=1, name="There is a number 1 already"))
    return "stored"


async def main() -> None:
    client = AsyncClient(transport=ASGITransport(app, raise_app_exceptions=False), base_url="http://test")
    async with app.router.lifespan_context(app), client:
        for path in ("/request", "/function"):
            response = await client.put(path)
            print(path, response.status_code, response.text)


asyncio.run(main())
