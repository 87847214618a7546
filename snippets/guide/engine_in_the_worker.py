import asyncio
import multiprocessing

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def consume(answers: multiprocessing.SimpleQueue) -> None:
    engine = create_async_engine(URL)
    try:
        async with engine.connect() as connection:
            answers.put(await connection.scalar(text("SELECT 'a row'")))
    finally:
        await engine.dispose()


def worker(answers: multiprocessing.SimpleQueue) -> None:
    asyncio.run(consume(answers))


if __name__ == "__main__":
    for method in "fork", "spawn":
        context = multiprocessing.get_context(method)
        answers = context.SimpleQueue()
        process = context.Process(target=worker, args=[answers])
        process.start()
        process.join()
        print(f"{method}: {answers.get()}, exit code {process.exitcode}")
