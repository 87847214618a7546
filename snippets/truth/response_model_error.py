import asyncio
import warnings

from pydantic import BaseModel, ValidationError
from schema import Author, world
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

warnings.filterwarnings("ignore", "coroutine 'Connection.cursor' was never awaited")  # only follows the error


class AuthorOut(BaseModel, from_attributes=True):
    name: str
    books: list[str]


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        author = await session.get_one(Author, 1)
        try:
            AuthorOut.model_validate(author)
        except ValidationError as error:
            raised = error
    entry = raised.errors()[0]
    print(f"{type(raised).__name__} of {raised.title}: {entry['type']} at {entry['loc'][0]}")
    print(f"it says why: {'greenlet_spawn has not been called' in entry['msg']}; chained: {raised.__cause__}")
    assert not isinstance(raised, SQLAlchemyError)
    assert entry["type"] == "get_attribute_error"
    assert raised.__cause__ is raised.__context__ is None


asyncio.run(main())
