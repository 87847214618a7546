from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from testing import run_tests

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def engine() -> AsyncIterator[AsyncEngine]:
    engine = create_async_engine(URL)
    yield engine
    await engine.dispose()


async def test_one(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        assert await connection.scalar(text("select 1")) == 1


async def test_two(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        assert await connection.scalar(text("select 2")) == 2


if __name__ == "__main__":
    run_tests(__file__)
