"""What two said yes to for this time, over real streams: taken back, and gone from the other's page."""

import asyncio
import re
import time
from dataclasses import dataclass
from pathlib import Path

from tests.fixtures.server import Served

from bench.figure import Figure, Scale
from bench.serving import serving
from bench.touch import SEEN, cleared_couple, milliseconds
from bench.wire import Device

PAGE = "/this-time/"
ASKED = {"what": "A long hug", "outs": "Talking", "hours": "3"}
ASKING = re.compile(r"/this-time/asked/[0-9a-f-]+/")
BOTH = "Both of you said yes to this"


@dataclass
class Two:
    one: Device
    other: Device

    async def agree(self) -> None:
        status, page = await self.one.ask(f"{PAGE}ask/", ASKED)
        assert status == 303, page
        asking = ASKING.search((await self.other.ask(PAGE))[1])
        assert asking
        await self.other.ask(asking[0], {"outs": "My hair"})
        for device in (self.one, self.other):
            assert BOTH in (await device.ask(PAGE))[1]
        # What was told so far has been heard.
        await asyncio.sleep(0.05)

    async def take_back(self) -> float:
        """Seconds from the tap until the other's open page was drawn without it."""
        self.other.told.clear()
        began = time.perf_counter()
        sent = asyncio.ensure_future(self.one.ask(f"{PAGE}take-back/", {}))
        await self.other.hears()
        _status, page = await self.other.ask(PAGE)
        seen = time.perf_counter() - began
        assert BOTH not in page
        assert (await sent)[0] == 204
        return seen


def figures(scale: Scale, home: Path) -> list[Figure]:
    circle, cookies = cleared_couple("One who takes back", "Other who reads")
    with serving(home) as (served, _seconds):
        seen, plain = asyncio.run(_taken_back(served, circle, cookies, scale.turns))
    return _figures(seen, plain)


async def _taken_back(
    served: Served, circle: str, cookies: list[dict[str, str]], often: int
) -> tuple[list[float], list[float]]:
    two = Two(*(Device(served.port, dict(each)) for each in cookies))
    for device in (two.one, two.other):
        await device.ask(f"{PAGE}ask/")
    two.other.listen(f"/live/{circle}/")
    await two.other.opened.wait()
    seen, plain = [], []
    for _ in range(often):
        await two.agree()
        seen.append(await two.take_back())
        began = time.perf_counter()
        await two.one.ask(PAGE)
        plain.append(time.perf_counter() - began)
    two.other.close()
    return seen, plain


def _figures(seen: list[float], plain: list[float]) -> list[Figure]:
    p50, p99 = milliseconds(seen)
    return [
        Figure(
            "taken back, and gone from the other's page",
            f"p50 {p50:.0f} ms, p99 {p99:.0f} ms",
            "From sending the tap until the other's open page was told by its stream, asked, and has the "
            f"answer without it; {len(seen)} times over HTTP, a server in a process of its own.",
            f"p99 at most {SEEN} ms",
            p99 <= SEEN,
        ),
        Figure(
            "the page by itself (baseline)",
            "p50 {:.0f} ms, p99 {:.0f} ms".format(*milliseconds(plain)),
            "Asked for in the same run, with nothing sent before it.",
        ),
    ]
