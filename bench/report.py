"""The results as a page: each figure beside its aim, and how it was measured."""

from collections.abc import Sequence

from bench.figure import Figure

TITLE = "# Figures\n\nWritten by `make bench`. Nothing is kept from an earlier run.\n"


SMALL = "A small run: it shows that each measurement works, and no figure in it counts."
Group = tuple[str, Sequence[Figure]]


def page(machine: Sequence[tuple[str, str]], groups: Sequence[Group], *, small: bool) -> str:
    lines = [TITLE, "| | |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in machine), ""]
    missed = [figure.what for _name, figures in groups for figure in figures if figure.holds is False]
    lines += [SMALL if small else _verdict(missed), ""]
    for name, figures in groups:
        lines += [f"## {name}", "", "| what | measured | aim | holds |", "| --- | --- | --- | --- |"]
        lines += [f"| {each.what} | {each.measured} | {each.aim} | {each.verdict} |" for each in figures]
        lines += ["", *(f"- *{each.what}*: {each.how}" for each in figures), ""]
    return "\n".join(lines)


def _verdict(missed: Sequence[str]) -> str:
    return f"**Falls short:** {'; '.join(missed)}." if missed else "Every aim that was measured holds."
