"""The colours of highlighted code in both themes, as Pygments styles and as CSS."""

from typing import ClassVar

from pygments.style import Style
from pygments.token import (
    STANDARD_TYPES,
    Comment,
    Generic,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    String,
)


class Light(Style):
    """On paper. No red and no green, which say broken and fixed; the rest has the colour of the page."""

    background_color = "#ffffff"
    styles: ClassVar = {
        Comment: "italic #5a6270",
        Keyword: "#1d4f91",
        Operator.Word: "#1d4f91",
        String: "#7a4a00",
        Number: "#00606b",
        Literal: "#7a4a00",
        Name.Function: "#5b3a9d",
        Name.Class: "#5b3a9d",
        Name.Decorator: "#5b3a9d",
        Name.Tag: "#1d4f91",
        Name.Attribute: "#5b3a9d",
        Name.Builtin: "#00606b",
        Keyword.Constant: "#00606b",
        Generic.Prompt: "#5a6270",
    }


class Dark(Style):
    """The same roles on the dark ground."""

    background_color = "#16181d"
    styles: ClassVar = {
        Comment: "italic #9aa3b0",
        Keyword: "#8ab4f8",
        Operator.Word: "#8ab4f8",
        String: "#e3b87a",
        Number: "#7ccfd8",
        Literal: "#e3b87a",
        Name.Function: "#c5a8ff",
        Name.Class: "#c5a8ff",
        Name.Decorator: "#c5a8ff",
        Name.Tag: "#8ab4f8",
        Name.Attribute: "#c5a8ff",
        Name.Builtin: "#7ccfd8",
        Keyword.Constant: "#7ccfd8",
        Generic.Prompt: "#9aa3b0",
    }


def stylesheet(dark: bool) -> str:
    """The CSS rules for the token classes inside `.highlight`, in one theme."""
    rules = []
    for token, look in Dark if dark else Light:
        if look["color"]:
            slant = " font-style: italic;" if look["italic"] else ""
            rules.append(f".highlight .{STANDARD_TYPES[token]} {{ color: #{look['color']};{slant} }}\n")
    return "".join(sorted(rules))


def coloured() -> frozenset[str]:
    """The token classes that have a colour of their own."""
    return frozenset(STANDARD_TYPES[token] for token, look in Light if look["color"])
