"""The programs of the documents: where each runs (snippets/programs.toml), and what it printed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from troubleshooter.catalogue.files import File, read
from troubleshooter.catalogue.matter import convert, read_toml
from troubleshooter.catalogue.problems import Problem
from troubleshooter.catalogue.record import Record
from troubleshooter.catalogue.schema import Run, Source
from troubleshooter.catalogue.schema_documents import Program, ProgramMatter

DECLARATIONS = "programs.toml"


@dataclass(frozen=True, slots=True)
class Declarations:
    """What programs.toml says, by the program's path below snippets/; all others run as ProgramMatter has it."""

    file: File | None = None
    matters: Mapping[str, ProgramMatter] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, name: str) -> ProgramMatter:
        """Where a program runs."""
        return self.matters.get(name, ProgramMatter())

    def at(self, name: str) -> str:
        """`file:line` of a program's table."""
        head = re.compile(rf"\[\s*([\"']){re.escape(name)}\1\s*\]")
        lines = self.file.text.split("\n") if self.file else []
        number = next((number for number, line in enumerate(lines, 1) if head.match(line)), None)
        return self.file.at(number) if self.file else DECLARATIONS


def read_declarations(snippets: Path) -> tuple[Declarations, list[Problem]]:
    """What programs.toml says, nothing where there is none, and what is wrong with it."""
    if not (snippets / DECLARATIONS).exists():
        return Declarations(), []
    file = read(snippets / DECLARATIONS, snippets)
    data = file if isinstance(file, Problem) else read_toml(file, file.text)
    if isinstance(file, Problem) or isinstance(data, Problem):
        return Declarations(), [item for item in (file, data) if isinstance(item, Problem)][:1]
    matters, problems = dict[str, ProgramMatter](), list[Problem]()
    for name, item in data.items():
        if not isinstance(item, dict):
            hint = f'Write ["{name}"] and the keys below it.'
            problems.append(Problem("E006", file.where, f"{name} is no table", hint))
            continue
        matter = convert(file, item, ProgramMatter)
        if isinstance(matter, ProgramMatter):
            matters[name] = matter
        else:
            problems += [Problem(p.id, Declarations(file).at(name), p.message, p.hint) for p in matter]
    return Declarations(file, MappingProxyType(matters)), problems


def build_programs(
    sources: Mapping[str, Mapping[str, Source]], declarations: Declarations, record: Record
) -> dict[str, Program]:
    """The programs of the documents' folders, with those runs that are of them as they are."""
    programs = (
        Program(
            f"{folder}/{file.removesuffix('.py')}",
            declarations.of(f"{folder}/{file}"),
            MappingProxyType({file: source}),
            MappingProxyType(valid_runs({file: source}, record.get(folder, {}))),
        )
        for folder, files in sorted(sources.items())
        for file, source in sorted(files.items())
    )
    return {program.slug: program for program in programs}


def valid_runs(
    sources: Mapping[str, Source], runs: Mapping[str, Mapping[str, Mapping[str, Run]]]
) -> dict[tuple[str, str, str], Run]:
    """Those recorded runs of one folder that are of its files as they are."""
    return {
        (name, line, driver): run
        for name, lines in runs.items()
        for line, drivers in lines.items()
        for driver, run in drivers.items()
        if name in sources and run.digest == sources[name].digest
    }
