"""Runs a program's own tests with pytest: the report goes to standard error when one of them fails."""

import contextlib
import io
import os
import sys

import pytest


def run_tests(program: str) -> None:
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    plugins = ["-p", "no:cacheprovider", "-p", "anyio.pytest_plugin", "-p", "pytest_asyncio.plugin"]
    options = ["-c", os.devnull, "-o", "asyncio_default_fixture_loop_scope=function", "--tb=short", "-q"]
    with contextlib.redirect_stdout(io.StringIO()) as report:
        status = pytest.main([*plugins, *options, "--rootdir", os.path.dirname(program), program])
    print(report.getvalue(), file=sys.stderr if status else sys.stdout)
    sys.exit(status)
