"""The user's own names, taken from the paste only where it shows them."""

import ast
import re
from collections.abc import Mapping, Sequence

from troubleshooter.diagnosis.model import Frame, Raised, Traceback

PLACEHOLDERS = frozenset(
    {"expression", "owner", "attribute", "model", "session", "function", "file", "line", "table", "url"}
)

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_ATTRIBUTE = re.compile(
    r"(?<![\w.])([A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}){0,4})\.([A-Za-z_]\w{0,60})\b(?! ?\()(?!\.)"
)
_LOOP = re.compile(r"\bfor (\w{1,60}) in\b")
_SESSION = re.compile(
    r"\b((?:self\.)?\w{1,40})\.(?:execute|scalars?|commit|flush|refresh|stream|stream_scalars|merge|rollback|run_sync|add|add_all)\("
)
_MODEL_USED = re.compile(r"\b(?:select|get|query|stream|update|insert|delete)\((?:\w+\.)?([A-Z]\w{0,60})\b")
_TABLE = re.compile(r"\bFROM \"?(\w{1,60})|\bUPDATE \"?(\w{1,60})|\bINTO \"?(\w{1,60})")
_URL = re.compile(r"[\"']((?:postgresql|postgres|mysql|mariadb|sqlite|oracle|mssql)(?:\+\w{1,20})?)://")
_MODEL = r"(?:[\w.]{1,200}\.)?(?P<model>[A-Z]\w{0,60})"
_SERIALIZED = (
    re.compile(rf"'loc': \([^)]{{0,200}}?'(?P<attribute>\w{{1,60}})'\)[^\n]{{0,800}}?'input': <{_MODEL} object"),
    re.compile(
        r"\n ?(?:[\w.]{1,80}\.)?(?P<attribute>[A-Za-z_]\w{0,60})\s{1,4}Error extracting attribute"
        rf"[^\n]{{0,800}}?(?:\n[^\n]{{0,800}}){{0,6}}?input_value=<{_MODEL} object"
    ),
    re.compile(r"'(?P<model>[A-Z]\w{0,60})\.(?P<attribute>\w{1,60})' is not available due to"),
    re.compile(
        r"Parent instance <(?P<model>[A-Z]\w{0,60}) at 0x\w{1,16}> is not bound to a Session; "
        r"lazy load operation of attribute '(?P<attribute>\w{1,60})'"
    ),
    re.compile(r"Instance <(?P<model>[A-Z]\w{0,60}) at 0x"),
)
_MOST_MESSAGE = 8_000
"""Names are looked for in so many characters of a message: a longer one is a document."""


def fill(template: str, names: Mapping[str, str]) -> str | None:
    """A template with its placeholders filled, None when the paste does not show one of them."""
    wanted = set(_PLACEHOLDER.findall(template)) & PLACEHOLDERS
    if not wanted <= names.keys():
        return None
    return _PLACEHOLDER.sub(lambda found: names.get(found.group(1), found.group()), template)


def read_names(traceback: Traceback, culprit: Frame | None, raised: Sequence[Raised]) -> dict[str, str]:
    """The names by placeholder, each only when the paste shows it and one reading is possible."""
    names: dict[str, str] = {}
    message = "\n".join([item.message for item in raised])
    if (table := _TABLE.search(message)) and "[SQL:" in message:
        names["table"] = next(group for group in table.groups() if group)
    if culprit is not None:
        names |= {"file": culprit.file, "function": culprit.function}
        if culprit.line is not None:
            names["line"] = str(culprit.line)
        names |= _read_expression(culprit, names.get("table", ""))
    own_code = [frame.code for item in raised for frame in item.frames if frame.in_app and frame.code]
    for pattern in _SERIALIZED:
        if found := pattern.search("\n" + message[:_MOST_MESSAGE]):
            names |= {key: value for key, value in found.groupdict().items() if value}
            break
    if "model" not in names and (model := _find_model(traceback, names.get("owner", ""), own_code)):
        names["model"] = model
    if session := _only({found for code in own_code for found in _SESSION.findall(code)}):
        names["session"] = session
    if url := next((found.group(1) for code in own_code if (found := _URL.search(code))), None):
        names["url"] = f"{url}://"
    return {key: value for key, value in names.items() if value}


def _read_expression(culprit: Frame, table: str) -> dict[str, str]:
    """`owner.attribute` that the culprit's line reads: what its carets mark, or the only one there."""
    marked = culprit.marked
    if marked and not marked.endswith(")") and (found := _ATTRIBUTE.fullmatch(marked)):
        return {"expression": marked, "owner": found.group(1), "attribute": found.group(2)}
    if marked:
        return {"expression": marked} if _parses(marked) else {}
    bound = set(_LOOP.findall(culprit.code))
    read = [pair for pair in dict.fromkeys(_ATTRIBUTE.findall(culprit.code)) if pair[0] not in bound]
    if len(read) > 1 and table:
        read = [(owner, name) for owner, name in read if name.rstrip("s") == table.rstrip("s")]
    if len(read) != 1:
        return {}
    owner, name = read[0]
    return {"expression": f"{owner}.{name}", "owner": owner, "attribute": name}


def _find_model(traceback: Traceback, owner: str, own_code: Sequence[str]) -> str | None:
    """The mapped class: the one that carries the owner's name, else the only one that the user's code selects."""
    used = {found for code in own_code for found in _MODEL_USED.findall(code)}
    last = owner.rpartition(".")[2].lower().replace("_", "")
    if last and last != "self":
        named = re.compile(rf"(?<![\w.])({re.escape(owner.rpartition('.')[2].replace('_', ''))})(?!\w)", re.IGNORECASE)
        for text in traceback.paste.texts:
            for found in named.findall(text):
                if found[0].isupper() and found != found.upper():
                    return str(found)
    return _only(used) if "." not in owner and owner != "self" else None


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def _parses(code: str) -> bool:
    try:
        ast.parse(code, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
