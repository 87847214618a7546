import asyncio

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.typedefs import Handler
from schema import Author, world
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

SESSIONS = web.AppKey("sessions", async_sessionmaker[AsyncSession])
SESSION = web.RequestKey("session", AsyncSession)


@web.middleware
async def unit_of_work(request: web.Request, handler: Handler) -> web.StreamResponse:
    async with request.app[SESSIONS].begin() as session:
        request[SESSION] = session
        return await handler(request)


async def returns(request: web.Request) -> web.Response:
    request[SESSION].add(Author(name="Octavia"))
    return web.Response(status=400)


async def raises(request: web.Request) -> web.Response:
    request[SESSION].add(Author(name="Octavia"))
    raise web.HTTPBadRequest


async def main() -> None:
    app = web.Application(middlewares=[unit_of_work])
    app.add_routes([web.post("/returns", returns), web.post("/raises", raises)])
    async with world() as engine:
        app[SESSIONS] = async_sessionmaker(engine)
        async with TestClient(TestServer(app)) as client:
            for path in "/raises", "/returns":
                response = await client.post(path)
                async with engine.connect() as connection:
                    print(path, response.status, "authors:", await connection.scalar(select(func.count(Author.id))))


asyncio.run(main())
