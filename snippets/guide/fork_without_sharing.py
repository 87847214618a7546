import asyncio
import multiprocessing

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine(URL)


async def server_process() -> int:
    async with engine.connect() as connection:
        return await connection.scalar(text("SELECT pg_backend_pid()"))


def child(answers: multiprocessing.SimpleQueue) -> None:
    with asyncio.Runner() as runner:
        answers.put(runner.run(server_process()))
        runner.run(engine.dispose())


with asyncio.Runner() as runner:
    runner.run(server_process())
    runner.run(engine.dispose())
    fork = multiprocessing.get_context("fork")
    answers = fork.SimpleQueue()
    worker = fork.Process(target=child, args=[answers])
    worker.start()
    worker.join()
    print("the child has a connection of its own:", answers.get() != runner.run(server_process()))
    runner.run(engine.dispose())
