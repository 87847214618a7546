from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from schema import Author, world
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

SETTINGS = """
[pytest]
asyncio_mode = auto
asyncio_default_fixture_loop_scope = session
asyncio_default_test_loop_scope = session
"""


@pytest.fixture(scope="session")
async def engine() -> AsyncIterator[AsyncEngine]:
    async with world() as engine:
        yield engine


@pytest.fixture
async def session(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    async with engine.connect() as connection:
        transaction = await connection.begin()
        async with AsyncSession(connection, join_transaction_mode="create_savepoint") as session:
            yield session
        await transaction.rollback()


async def test_commits(session: AsyncSession) -> None:
    session.add(Author(name="Octavia"))
    await session.commit()
    assert await session.scalar(select(func.count(Author.id))) == 2


async def test_sees_nothing_of_it(session: AsyncSession) -> None:
    assert await session.scalar(select(func.count(Author.id))) == 1


if __name__ == "__main__":
    Path("pytest.ini").write_text(SETTINGS)
    raise SystemExit(pytest.main(["-c", "pytest.ini", "-qq", "-rpf", __file__]))
