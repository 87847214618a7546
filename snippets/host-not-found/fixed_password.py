import asyncio
from urllib.parse import quote_plus

from schema import URL
from sqlalchemy import make_url


async def main() -> None:
    server = make_url(URL)
    password = "open@sesame"
    url = make_url(f"{server.drivername}://app:{quote_plus(password)}@{server.host}/library")
    found = await asyncio.get_running_loop().getaddrinfo(url.host, server.port)
    print(url.host, "was found:", bool(found), "- password kept:", url.password == password)


asyncio.run(main())
