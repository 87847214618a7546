import asyncio

from celery import Celery
from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

app = Celery()
app.conf.task_always_eager = True  # runs tasks here, without a broker
engine = create_async_engine(URL, poolclass=NullPool)


async def server_process() -> int:
    async with engine.connect() as connection:
        return await connection.scalar(text("SELECT pg_backend_pid()"))


@app.task
def report() -> int:
    return asyncio.run(server_process())


first, second = report.delay().get(), report.delay().get()
print("two tasks, two loops, two connections:", first != second)
