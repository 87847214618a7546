import asyncio
import warnings

import sqlalchemy
from schema import URL
from sqlalchemy import create_engine
from sqlalchemy.exc import MissingGreenlet, SADeprecationWarning

warnings.simplefilter("ignore", SADeprecationWarning)  # 2.0 says that the option goes away
expected = MissingGreenlet if sqlalchemy.__version__.startswith("2.0") else TypeError


async def main() -> None:
    engine = create_engine(f"{URL}?async_fallback=true")
    try:
        engine.connect()
    except expected as error:
        raised = error
    print(f"{type(raised).__name__}: {str(raised).partition(' (Background')[0]}")


asyncio.run(main())
