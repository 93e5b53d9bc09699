"""What somebody meets first: how soon the page is there, how much comes over the wire, what idles behind."""

import gzip
import re
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from urllib.parse import urljoin, urlsplit

from bench.figure import Figure, Scale
from bench.serving import fetch, memory, serving

MEMORY, SECONDS, WIRE = 110, 3.0, 90
SETTLED = 2.0  # seconds of idling before memory is read
NAMED = re.compile(r'<(?:link|script|img)\b[^>]*?(?:href|src)="([^"]+)"|<use href="([^"#]+)')
IN_SHEETS = re.compile(r"url\([\"']?([^\"')]+)")


def figures(scale: Scale, base: Path) -> list[Figure]:
    first, again, held, processes, wire = [], [], 0, 0, (0, 0, "")
    for turn in range(scale.starts):
        home = base / f"start{turn}"
        if scale.whole:
            with serving(home) as (_served, seconds):
                first.append(seconds)
        with serving(home) as (served, seconds):
            again.append(seconds)
            assert served.process is not None
            wire = first_visit(served.port, served.origin, browser=scale.whole)
            time.sleep(SETTLED if scale.whole else 0)
            held, processes = memory(served.process.pid)
    size, files, how = wire
    first = first or again
    held_mb, kb = held / 1_000_000, size / 1000
    return [
        Figure(
            "idle memory after the first page",
            f"{held_mb:.0f} MB",
            f"Resident memory of all processes of the server ({processes}), a moment after the first visit.",
            f"at most {MEMORY} MB",
            held_mb <= MEMORY,
        ),
        _started(
            "start to first page, empty home",
            first,
            "From starting `stepwell serve` to the first page read: keys, databases and files are made. "
            f"Median of {scale.starts}.",
        ),
        _started("start to first page, again", again, "The same on that home."),
        Figure(
            "first visit over the wire, compressed",
            f"{kb:.1f} kB in {files} files",
            f"{how} Heads and bodies as sent, asked for with `Accept-Encoding: br, gzip`.",
            f"at most {WIRE} kB",
            kb <= WIRE,
        ),
    ]


def _started(what: str, seconds: list[float], how: str) -> Figure:
    found = median(seconds)
    return Figure(what, f"{found:.1f} s", how, f"at most {SECONDS:g} s", found <= SECONDS)


def first_visit(port: int, origin: str, *, browser: bool) -> tuple[int, int, str]:
    """Bytes, files, and how they were found."""
    from tests.fixtures.browser import CHROMIUM

    if browser and CHROMIUM:
        found, how = (
            set(fetched_by_chromium(origin)),
            "What Chromium asks for on a first visit, and the icon for a home screen.",
        )
        found |= {path for path in named_by_page(port) if path.endswith(".png")}
    else:
        found, how = set(named_by_page(port)), "Everything the page and its style sheets name."
    sizes = [fetch(port, path, Accept_Encoding="br, gzip") for path in sorted(found)]
    assert all(status == 200 for status, _size, _body in sizes), found
    return sum(size for _status, size, _body in sizes), len(sizes), how


def fetched_by_chromium(origin: str) -> Iterator[str]:
    from playwright.sync_api import sync_playwright
    from tests.fixtures.browser import CHROMIUM, SWITCHES

    asked: list[str] = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        page = chromium.new_page(viewport={"width": 390, "height": 844})
        page.on("request", lambda request: asked.append(request.url))
        page.goto(origin + "/", wait_until="networkidle")
        chromium.close()
    return (_path(url) for url in asked if url.startswith(origin))


def named_by_page(port: int) -> Iterator[str]:
    yield "/"
    page = _plain(port, "/")
    for found in NAMED.findall(page):
        path = _path(urljoin("/", found[0] or found[1]))
        if not path.startswith("/static/") and "." not in path:
            continue  # a link to another page
        yield path
        if path.endswith(".css"):
            for inside in IN_SHEETS.findall(_plain(port, path)):
                if not inside.startswith("data:"):
                    yield _path(urljoin(path, inside))


def _plain(port: int, path: str) -> str:
    body = fetch(port, path, Accept_Encoding="gzip")[2]
    return (gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body).decode()


def _path(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")
