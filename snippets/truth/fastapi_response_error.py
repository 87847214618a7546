import asyncio
import warnings

from fastapi import FastAPI
from fastapi.exceptions import ResponseValidationError
from httpx import ASGITransport, AsyncClient
from pydantic import BaseModel
from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession

warnings.filterwarnings("ignore", "coroutine 'Connection.cursor' was never awaited")  # only follows the error


class AuthorOut(BaseModel, from_attributes=True):
    name: str
    books: list[str]


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        app = FastAPI()

        @app.get("/", response_model=AuthorOut)
        async def read() -> Author:
            return await session.get_one(Author, 1)

        async with AsyncClient(transport=ASGITransport(app), base_url="http://shop") as client:
            try:
                await client.get("/")
            except ResponseValidationError as error:
                entry = error.errors()[0]
    print(f"ResponseValidationError: {entry['type']} at {entry['loc']}")
    assert entry["type"] == "get_attribute_error"


asyncio.run(main())
