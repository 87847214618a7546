import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.exceptions import ResponseValidationError
from httpx import ASGITransport, AsyncClient
from pydantic import BaseModel
from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlalchemy.orm import raiseload, selectinload

QUERY = select(Author).options(raiseload("*"))


class BookOut(BaseModel, from_attributes=True):
    title: str


class AuthorOut(BaseModel, from_attributes=True):
    name: str
    books: list[BookOut]


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with world() as engine:
        app.state.sessions = async_sessionmaker(engine, expire_on_commit=False)
        yield


app = FastAPI(lifespan=lifespan)


@app.get("/author", response_model=AuthorOut)
async def author(request: Request, load: bool) -> Author:
    query = QUERY.options(selectinload(Author.books)) if load else QUERY
    async with request.app.state.sessions() as session:
        return (await session.scalars(query)).one()


async def main() -> None:
    client = AsyncClient(transport=ASGITransport(app), base_url="http://test")
    async with app.router.lifespan_context(app), client:
        print((await client.get("/author", params={"load": True})).json())
        try:
            await client.get("/author", params={"load": False})
        except ResponseValidationError as error:
            print(error.errors()[0]["msg"])


asyncio.run(main())
