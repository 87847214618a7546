from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from testing import run_tests


@pytest_asyncio.fixture
async def session() -> AsyncIterator[AsyncSession]:
    engine = create_async_engine(URL)
    async with AsyncSession(engine) as session:
        yield session
    await engine.dispose()


@pytest.mark.asyncio
async def test_one(session: AsyncSession) -> None:
    assert await session.scalar(text("select 1")) == 1


@pytest.mark.asyncio
async def test_two(session: AsyncSession) -> None:
    assert await session.scalar(text("select 2")) == 2


if __name__ == "__main__":
    run_tests(__file__)
