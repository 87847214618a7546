import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from httpx import ASGITransport, AsyncClient
from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    async with world() as engine:
        app.state.sessions = async_sessionmaker(engine, expire_on_commit=False)
        yield


class SessionPerRequest:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        async with scope["app"].state.sessions() as session:
            scope.setdefault("state", {})["session"] = session
            await self.app(scope, receive, send)


async def authors(request: Request) -> JSONResponse:
    names = await request.state.session.scalars(select(Author.name))
    return JSONResponse(names.all())


app = Starlette(routes=[Route("/authors", authors)], middleware=[Middleware(SessionPerRequest)], lifespan=lifespan)


async def main() -> None:
    client = AsyncClient(transport=ASGITransport(app), base_url="http://test")
    async with app.router.lifespan_context(app), client:
        print((await client.get("/authors")).json())


asyncio.run(main())
