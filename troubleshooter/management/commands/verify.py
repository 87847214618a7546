"""manage.py verify: runs the snippets on each SQLAlchemy line and records what they printed."""

from argparse import ArgumentParser
from itertools import product
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from troubleshooter.catalogue import record
from troubleshooter.catalogue.drivers import DIALECTS, absent
from troubleshooter.catalogue.environments import make
from troubleshooter.catalogue.loading import survey
from troubleshooter.catalogue.problems import Problem
from troubleshooter.catalogue.schema import LINES, Catalogue, Cause, Run
from troubleshooter.catalogue.schema_documents import FOLDERS, Program
from troubleshooter.catalogue.verification import Verdict, verify

SLUGS = "root causes, folders of documents (guide, faq, truth) or single programs (guide/run_sync); all without"


class Command(BaseCommand):
    """Verifies pairs and programs; usable while other content is still wrong, so that a writer can run it."""

    help = "Run the snippets on each SQLAlchemy line and record the runs that the pages show."
    requires_system_checks: list[str] = []  # noqa: RUF012

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help=SLUGS)
        said = "a SQLAlchemy line; more than one may be given; all known without"
        parser.add_argument("--sqlalchemy", action="append", choices=LINES, dest="lines", help=said)

    def handle(self, *, slugs: list[str], lines: list[str] | None, **options: Any) -> None:
        catalogue, problems = survey(settings.CONTENT_DIR, settings.SNIPPETS_DIR)
        if problems:
            self.stderr.write(f"The content has {len(problems)} problems; manage.py check lists them.")
        items = chosen(catalogue, slugs)
        absences = {driver: absent(driver) for driver in DIALECTS}
        for driver, reason in absences.items():
            if reason:
                self.stderr.write(f"{driver} cannot be used here, its programs are left out: {reason}")
        failed = 0
        for line in dict.fromkeys(lines or LINES):
            environment = make(settings.VAR, line, settings.SNIPPETS_DIR / "requirements.txt")
            good = []
            for verdict in verify(items, line, environment, {driver for driver in DIALECTS if not absences[driver]}):
                self.stdout.write(sentence(verdict))
                failed += bool(verdict.complaints)
                good += [] if verdict.complaints else [verdict]
            write(catalogue, good)
        if failed:
            raise CommandError(f"Pairs and programs not as they should be: {failed}. Their former record stays.")


def chosen(catalogue: Catalogue, slugs: list[str]) -> list[Cause | Program]:
    """The causes and programs of these slugs, all of them without any; a folder stands for all programs in it."""
    items: dict[str, Cause | Program] = {**catalogue.causes, **catalogue.programs}
    unknown = [slug for slug in slugs if slug not in items and slug not in FOLDERS]
    if unknown:
        raise CommandError(f"There is no root cause or program {unknown[0]} that can be read.")
    return [item for slug, item in items.items() if not slugs or slug in slugs or item.folder in slugs]


def sentence(verdict: Verdict) -> str:
    """What happened to a pair or program, on one line."""
    if verdict.complaints:
        return (
            f"{verdict.slug} on {verdict.line}, {verdict.driver}: NOT as it should be. {'; '.join(verdict.complaints)}"
        )
    ran = ", ".join(verdict.runs)
    return f"{verdict.slug} on {verdict.line}, {verdict.driver}: as it should be ({ran})"


def write(catalogue: Catalogue, verdicts: list[Verdict]) -> None:
    """Puts the good runs into the record and takes out those of snippets that are gone."""
    old = record.load(settings.CONTENT_DIR)
    if isinstance(old, Problem):
        raise CommandError(f"{old.where}: {old.message}. {old.hint}")
    fresh = {(verdict.slug, verdict.line, verdict.driver): verdict.runs for verdict in verdicts}
    new: dict[str, dict[str, dict[str, dict[str, Run]]]] = {}
    items: list[Cause | Program] = [*catalogue.causes.values(), *catalogue.programs.values()]
    for item in items:
        for name, line, driver in product(item.snippets, LINES, item.runs_on):
            former = old.get(item.folder, {}).get(name, {}).get(line, {}).get(driver)
            run = fresh.get((item.slug, line, driver), {name: former} if former else {}).get(name)
            if run:
                new.setdefault(item.folder, {}).setdefault(name, {}).setdefault(line, {})[driver] = run
    record.save(settings.CONTENT_DIR, new)
