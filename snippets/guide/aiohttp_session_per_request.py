import asyncio
from collections.abc import AsyncIterator

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

SESSIONS = web.AppKey("sessions", async_sessionmaker[AsyncSession])


async def database(app: web.Application) -> AsyncIterator[None]:
    async with world() as engine:
        app[SESSIONS] = async_sessionmaker(engine, expire_on_commit=False)
        yield


async def names(request: web.Request) -> web.Response:
    async with request.app[SESSIONS]() as session:
        return web.json_response(list(await session.scalars(select(Author.name).order_by(Author.id))))


async def add(request: web.Request) -> web.Response:
    async with request.app[SESSIONS].begin() as session:
        author = Author(name=(await request.json())["name"])
        session.add(author)
    return web.json_response(author.id)


app = web.Application()
app.add_routes([web.get("/authors", names), web.post("/authors", add)])
app.cleanup_ctx.append(database)


async def main() -> None:
    async with TestClient(TestServer(app)) as client:
        print("added number", await (await client.post("/authors", json={"name": "Octavia"})).json())
        print(await (await client.get("/authors")).json())


asyncio.run(main())
