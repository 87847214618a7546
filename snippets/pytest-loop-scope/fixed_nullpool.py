import pytest
from schema import URL
from sqlalchemy import NullPool, text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from testing import run_tests

engine = create_async_engine(URL, poolclass=NullPool)


@pytest.mark.asyncio
async def test_one() -> None:
    async with AsyncSession(engine) as session:
        assert await session.scalar(text("select 1")) == 1


@pytest.mark.asyncio
async def test_two() -> None:
    async with AsyncSession(engine) as session:
        assert await session.scalar(text("select 2")) == 2


if __name__ == "__main__":
    run_tests(__file__)
