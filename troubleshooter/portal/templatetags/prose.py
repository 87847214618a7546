"""Filters for the small markup of front matter."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from troubleshooter.catalogue.rendering import highlight

register = template.Library()


@register.filter
def prose(text: str) -> SafeString:
    """Sets what stands between backticks as code; everything is escaped."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return format_html("{}", text)
    pieces = (format_html("<code>{}</code>", part) if index % 2 else part for index, part in enumerate(parts))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


@register.filter
def plain(text: str) -> str:
    """Takes the backticks away, for places that cannot show code."""
    return text.replace("`", "")


@register.filter
def lines(count: int) -> str:
    """Says a number of lines."""
    return f"{count:,} line{'' if count == 1 else 's'}"


@register.filter
def python(source: str) -> SafeString:
    """Highlights Python source; whatever stands in it is escaped."""
    return mark_safe(highlight(source))  # noqa: S308
