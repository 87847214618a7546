from importlib.metadata import metadata, requires

line = metadata("sqlalchemy")["Version"][:3]
python = metadata("sqlalchemy")["Requires-Python"]
greenlets = [entry for entry in requires("sqlalchemy") if entry.startswith("greenlet")]
by_itself = [entry for entry in greenlets if "extra ==" not in entry]

print(f"SQLAlchemy {line} needs Python {python} and {greenlets[0].partition(';')[0]}")
print(f"it brings greenlet by itself: {'on the machines it names' if by_itself else 'never, only with an extra'}")
print(f"arm64, as Apple silicon says, is named: {any('arm64' in entry for entry in by_itself)}")
print(f"the installed greenlet needs Python {metadata('greenlet')['Requires-Python']}")

assert python == {"2.0": ">=3.7", "2.1": ">=3.11"}[line]
assert bool(by_itself) == (line == "2.0")
assert all(entry.partition(";")[0] == "greenlet>=1" for entry in greenlets)
assert not any("arm64" in entry for entry in by_itself)
assert any('extra == "asyncio"' in entry for entry in greenlets)
