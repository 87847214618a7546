"""Runs one snippet as the tests do: python snippets/run.py <slug>/broken.py."""

import sys
from pathlib import Path

SNIPPETS = Path(__file__).resolve().parent
sys.path.insert(0, str(SNIPPETS.parent))

from troubleshooter.catalogue.running import run  # noqa: E402


def main() -> int:
    """Prints what the snippet prints and gives its exit status."""
    if len(sys.argv) != 2:
        print("Say which one: python snippets/run.py <slug>/broken.py", file=sys.stderr)
        return 2
    path = next((path for path in (SNIPPETS / sys.argv[1], Path(sys.argv[1])) if path.is_file()), None)
    if path is None:
        print(f"There is no {sys.argv[1]} in {SNIPPETS}.", file=sys.stderr)
        return 2
    result = run(path)
    sys.stdout.write(result.output)
    sys.stderr.write(result.errors)
    return result.exit_status


if __name__ == "__main__":
    sys.exit(main())
