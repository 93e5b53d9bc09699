"""Pages that a browser keeps for times without a connection. Each is the same for everybody."""

from collections.abc import Callable

Drawn = Callable[[], str]
_pages: dict[str, Drawn] = {}
_files: set[str] = set()


def keep_offline(address: str, drawn: Drawn, *, files: tuple[str, ...] = ()) -> None:
    """Called from a room's `apps.py`. `drawn` gives the page as somebody sees it of whom nothing is known:
    when its words change, each browser fetches it again. `files`: what it needs beside those of the
    surface, by the name that `static` takes."""
    _pages[address] = drawn
    _files.update(files)


def pages() -> dict[str, Drawn]:
    return dict(sorted(_pages.items()))


def files() -> tuple[str, ...]:
    return tuple(sorted(_files))
