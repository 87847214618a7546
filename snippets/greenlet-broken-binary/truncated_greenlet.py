"""Puts a greenlet first on the path whose compiled module is cut short, as a failed install leaves it."""

import atexit
import shutil
import sys
import tempfile
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec
from pathlib import Path

installed = find_spec("greenlet")
assert installed is not None
assert installed.origin is not None
folder = tempfile.mkdtemp()
atexit.register(shutil.rmtree, folder)
package = Path(folder, "greenlet")
package.mkdir()
shutil.copy(installed.origin, package)
(package / f"_greenlet{EXTENSION_SUFFIXES[0]}").write_bytes(b"\x7fELF")
sys.path.insert(0, folder)
