from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from schema import Author, world
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.pool import StaticPool

SETTINGS = """
[pytest]
asyncio_mode = auto
asyncio_default_fixture_loop_scope = function
"""


@pytest.fixture
async def engine() -> AsyncIterator[AsyncEngine]:
    async with world(poolclass=StaticPool) as engine:  # a database in memory, one connection for all
        yield engine


@pytest.mark.parametrize("name", ["Octavia", "Nnedi"])
async def test_starts_with_one_author(engine: AsyncEngine, name: str) -> None:
    async with AsyncSession(engine) as session:
        session.add(Author(name=name))
        await session.commit()
    async with AsyncSession(engine) as session:
        assert await session.scalar(select(func.count(Author.id))) == 2


if __name__ == "__main__":
    Path("pytest.ini").write_text(SETTINGS)
    raise SystemExit(pytest.main(["-c", "pytest.ini", "-qq", "-rpf", __file__]))
