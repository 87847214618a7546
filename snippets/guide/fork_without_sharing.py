import asyncio
import multiprocessing
import os

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine(URL)
os.register_at_fork(after_in_child=lambda: engine.sync_engine.dispose(close=False))


async def server_process() -> int:
    async with engine.connect() as connection:
        return await connection.scalar(text("SELECT pg_backend_pid()"))


def child(answers: multiprocessing.SimpleQueue) -> None:
    answers.put(asyncio.run(server_process()))


with asyncio.Runner() as runner:
    before = runner.run(server_process())
    fork = multiprocessing.get_context("fork")
    answers = fork.SimpleQueue()
    worker = fork.Process(target=child, args=[answers])
    worker.start()
    worker.join()
    print("the child has a connection of its own:", answers.get() != before)
    print("the parent kept its connection:", runner.run(server_process()) == before)
    runner.run(engine.dispose())
