from sqlalchemy.exc import MissingGreenlet
from sqlalchemy.util import await_only, greenlet_spawn


async def answer() -> str:
    return "the value that was awaited"


def synchronous() -> str:
    return await_only(answer())


try:
    synchronous()
except MissingGreenlet as error:
    raised = error
print(f"called directly: {type(raised).__name__}")

work = greenlet_spawn(synchronous)
try:
    work.send(None)  # what `await` does; there is no event loop in this program
except StopIteration as end:
    value = end.value
print(f"called below greenlet_spawn: {value}")
assert value == "the value that was awaited"
