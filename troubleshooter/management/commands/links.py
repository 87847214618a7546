"""manage.py links: writes content/links.txt, every address outside this site that content links to."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.outside import NAME, outside


class Command(BaseCommand):
    """Writes the list; a test holds it in step with the content."""

    help = "Write content/links.txt, the list of all links that lead out of the site."

    def handle(self, **options: Any) -> None:
        found = outside(catalogue())
        (settings.CONTENT_DIR / NAME).write_text("\n".join(found) + "\n", encoding="utf-8")
        self.stdout.write(f"{settings.CONTENT_DIR.name}/{NAME}: {len(found)} links")
