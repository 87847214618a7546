"""A snippet made to run alone: the shared schema takes the place of its import."""

import ast
import sys

SHARED = "schema"


def standalone(source: str, schema: str) -> str:
    """The snippet with the schema's code in place of its import; unchanged when it imports none of it."""
    imports, body = _parts(source)
    if SHARED not in {module for module, _ in imports}:
        return source
    shared, world = _parts(schema)
    wanted = {(module, text) for module, text in imports + shared if module != SHARED}
    standard = [text for module, text in wanted if module in sys.stdlib_module_names]
    others = [text for module, text in wanted if module not in sys.stdlib_module_names]
    heads = ["\n".join(sorted(part, key=_plain_first)) for part in (standard, others) if part]
    return "\n\n".join(heads) + f"\n\n{world}\n\n\n{body}\n"


def _plain_first(text: str) -> tuple[bool, str]:
    """The order of imports: the future, then `import x`, then `from x import y`."""
    return not text.startswith(("from __future__", "import ")), text


def _parts(source: str) -> tuple[list[tuple[str, str]], str]:
    """The top-level imports, each with its top-level module, and the rest without the module's docstring."""
    lines = source.split("\n")
    imports: list[tuple[str, str]] = []
    taken: set[int] = set()
    for index, node in enumerate(ast.parse(source).body):
        docstring = index == 0 and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        rows = range(node.lineno - 1, node.end_lineno or node.lineno)
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = node.names[0].name if isinstance(node, ast.Import) else node.module or ""
            imports.append((module.partition(".")[0], "\n".join(lines[row] for row in rows)))
        if docstring or isinstance(node, ast.Import | ast.ImportFrom):
            taken.update(rows)
    return imports, "\n".join(line for row, line in enumerate(lines) if row not in taken).strip("\n")
