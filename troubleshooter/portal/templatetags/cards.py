"""How a page shows itself where its link is pasted."""

import re
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="description" content="(.*?)">', re.DOTALL)
IMAGE = "portal/card.png"


@register.simple_block_tag(takes_context=True)
def card(context: dict[str, Any], content: str) -> SafeString:
    """Gives title and description, which stand between the tags, and says the same as an Open Graph card."""
    title, description = TITLE.search(content), DESCRIPTION.search(content)
    if not context.get("canonical") or not title or not description:
        return mark_safe(content)  # noqa: S308
    # Both were escaped when the template was rendered, for an element and for an attribute.
    said = mark_safe(title[1].replace('"', "&quot;")), mark_safe(description[1])  # noqa: S308
    return format_html(
        '{}<link rel="canonical" href="{}">\n'
        '<meta property="og:type" content="website">\n'
        '<meta property="og:site_name" content="Async SQLAlchemy troubleshooter">\n'
        '<meta property="og:url" content="{}">\n'
        '<meta property="og:title" content="{}">\n'
        '<meta property="og:description" content="{}">\n'
        '<meta property="og:image" content="{}">\n'
        '<meta name="twitter:card" content="summary_large_image">\n',
        mark_safe(content),  # noqa: S308
        context["canonical"],
        context["canonical"],
        *said,
        f"{context['origin']}{static(IMAGE)}",
    )
