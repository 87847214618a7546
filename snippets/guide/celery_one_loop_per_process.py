import asyncio

from celery import Celery
from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

app = Celery()
app.conf.task_always_eager = True  # runs tasks here, without a broker
engine = create_async_engine(URL)
runner = asyncio.Runner()


async def server_process() -> int:
    async with engine.connect() as connection:
        return await connection.scalar(text("SELECT pg_backend_pid()"))


@app.task
def report() -> int:
    return runner.run(server_process())


print("two tasks, one connection:", report.delay().get() == report.delay().get())
runner.run(engine.dispose())
runner.close()
