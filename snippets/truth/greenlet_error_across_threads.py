import asyncio
import threading

import greenlet
from sqlalchemy.exc import MissingGreenlet
from sqlalchemy.util import await_only, greenlet_spawn

work = greenlet_spawn(lambda: await_only(asyncio.sleep(0)))
thread = threading.Thread(target=work.send, args=(None,))
thread.start()
thread.join()

try:
    work.send(None)  # the greenlet is suspended, and its thread is gone
except greenlet.error as error:
    raised = error
said = str(raised).lower()
print(f"greenlet.{type(raised).__name__}: {said.splitlines()[0].partition(' (')[0]}")
print(f"is a MissingGreenlet: {isinstance(raised, MissingGreenlet)}")
assert "cannot switch to a different thread" in said
assert not isinstance(raised, MissingGreenlet)
