import greenlet
import sqlalchemy.exc

print("in sqlalchemy.exc:", hasattr(sqlalchemy.exc, "GreenletSpawnError"))
print("in greenlet:", hasattr(greenlet, "GreenletSpawnError"))
print("what is there:", sqlalchemy.exc.MissingGreenlet.__name__)
assert not hasattr(sqlalchemy.exc, "GreenletSpawnError")
