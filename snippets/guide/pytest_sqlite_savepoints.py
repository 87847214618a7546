from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from schema import URL, Author, Base
from sqlalchemy import event, func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

SETTINGS = """
[pytest]
asyncio_mode = auto
asyncio_default_fixture_loop_scope = function
"""


@pytest.fixture
async def engine() -> AsyncIterator[AsyncEngine]:
    engine = create_async_engine(URL)

    @event.listens_for(engine.sync_engine, "connect")
    def leave_begin_to_us(connection: object, record: object) -> None:
        connection.isolation_level = None

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: object) -> None:
        connection.exec_driver_sql("BEGIN")

    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield engine
    await engine.dispose()


async def test_rollback_undoes_the_commit(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        transaction = await connection.begin()
        async with AsyncSession(connection, join_transaction_mode="create_savepoint") as session:
            session.add(Author(name="Octavia"))
            await session.commit()
        await transaction.rollback()
        assert await connection.scalar(select(func.count(Author.id))) == 0


if __name__ == "__main__":
    Path("pytest.ini").write_text(SETTINGS)
    raise SystemExit(pytest.main(["-c", "pytest.ini", "-qq", "-rpf", __file__]))
