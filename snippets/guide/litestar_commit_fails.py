import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar, Request, Response, put
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody
from litestar.testing import AsyncTestClient
from schema import Author, world
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker


@asynccontextmanager
async def database(app: Litestar) -> AsyncIterator[None]:
    async with world() as engine:
        app.state.sessions = async_sessionmaker(engine)
        yield


async def provide_session(state: State) -> AsyncIterator[AsyncSession]:
    async with state.sessions.begin() as session:
        yield session


@put("/authors")
async def add(session: NamedDependency[AsyncSession], data: JSONBody[list[int]]) -> str:
    session.add_all(Author(id=number, name="Octavia") for number in data)
    return "added"


def conflict(request: Request, error: IntegrityError) -> Response[str]:
    return Response("there is one already", status_code=409)


app = Litestar(
    [add],
    dependencies={"session": Provide(provide_session)},
    exception_handlers={IntegrityError: conflict},
    lifespan=[database],
    logging_config=None,
)


async def main() -> None:
    async with AsyncTestClient(app) as client:
        for numbers in [2], [3, 1], [3]:
            response = await client.put("/authors", json=numbers)
            print(numbers, response.status_code, response.text)


asyncio.run(main())
