from collections.abc import AsyncIterator

import pytest
from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from testing import run_tests

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def engine(anyio_backend: str) -> AsyncIterator[AsyncEngine]:
    engine = create_async_engine(URL)
    yield engine
    await engine.dispose()


@pytest.mark.parametrize("number", [1, 2])
async def test_answer(engine: AsyncEngine, number: int) -> None:
    async with engine.connect() as connection:
        assert await connection.scalar(text(f"select {number}")) == number


if __name__ == "__main__":
    run_tests(__file__)
