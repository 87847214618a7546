from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated

import pytest
from fastapi import Depends, FastAPI
from httpx import ASGITransport, AsyncClient
from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

SETTINGS = """
[pytest]
asyncio_mode = auto
asyncio_default_fixture_loop_scope = function
"""
app = FastAPI()


async def get_session() -> AsyncIterator[AsyncSession]:
    raise RuntimeError("the tests replace this")
    yield


@app.get("/authors")
async def names(session: Annotated[AsyncSession, Depends(get_session)]) -> list[str]:
    return list(await session.scalars(select(Author.name).order_by(Author.id)))


@pytest.fixture
async def session() -> AsyncIterator[AsyncSession]:
    async with world() as engine, AsyncSession(engine) as session:
        yield session


@pytest.fixture
async def client(session: AsyncSession) -> AsyncIterator[AsyncClient]:
    app.dependency_overrides[get_session] = lambda: session
    async with AsyncClient(transport=ASGITransport(app), base_url="http://test") as client:
        yield client


async def test_lists_authors(client: AsyncClient, session: AsyncSession) -> None:
    session.add(Author(name="Octavia"))
    await session.flush()
    assert (await client.get("/authors")).json() == ["Ursula", "Octavia"]


if __name__ == "__main__":
    Path("pytest.ini").write_text(SETTINGS)
    raise SystemExit(pytest.main(["-c", "pytest.ini", "-qq", "-rpf", "--disable-warnings", __file__]))
