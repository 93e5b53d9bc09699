"""A session of two over real streams: when a stop is seen by the other, beside the same pages alone."""

import asyncio
import re
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from django.db import connections
from django.test import Client
from tests.fixtures.server import Served

from bench.figure import Figure, Scale
from bench.serving import serving
from bench.wire import Device
from stepwell.ground.people.testing import Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.testing import quick_stretching
from stepwell.own.safety.testing import clear

SEEN = 200
ASKED = {
    "level": "0",
    "ins": "My hands",
    "outs": "My neck",
    "minutes": "10",
    "first": "me",
    "word": "stone",
    "hours": "2",
}
TERMS = re.compile(r"/touch/asked/[0-9a-f-]+/")
TIME = re.compile(r"/touch/[0-9a-f]{8}-[0-9a-f-]{27}/")
AFTER = "/touch/after/"


@dataclass
class Two:
    one: Device
    other: Device

    async def begin(self) -> str:
        """Asked, agreed, both there: the address of the session."""
        status, page = await self.one.ask("/touch/ask/", ASKED)
        assert status == 303, page
        _status, page = await self.other.ask("/touch/")
        terms = TERMS.search(page)
        assert terms
        await self.other.ask(terms[0], {"ins": "0"})
        _status, page = await self.one.ask("/touch/")
        found = TIME.search(page)
        assert found
        for device in (self.one, self.other):
            status, _page = await device.ask(f"{found[0]}press/", {"what": "here"})
            assert status == 200
        # The page of whoever was there first shows by itself that it has begun.
        await self.one.ask(found[0])
        return found[0]

    async def stop(self, where: str) -> float:
        """Seconds from the tap until the other's open page knows that it is over, and empties itself."""
        self.other.told.clear()
        began = time.perf_counter()
        sent = asyncio.ensure_future(self.one.ask(f"{where}press/", {"what": "stop"}))
        await self.other.hears()
        status, _page = await self.other.ask(where)
        seen = time.perf_counter() - began
        assert status == 204, "the page empties itself, and says that it has stopped"
        assert (await sent)[0] == 204
        _status, page = await self.other.ask(AFTER)
        assert "It has ended" in page
        for device in (self.one, self.other):
            await device.ask(AFTER, {"do": "leave"})
        return seen

    async def quiet(self) -> None:
        """What was told so far has been heard."""
        await asyncio.sleep(0.05)


def figures(scale: Scale, home: Path) -> list[Figure]:
    circle, cookies = cleared_couple("One who stops", "Other who sees")
    with serving(home) as (served, _seconds):
        seen, plain = asyncio.run(_stops(served, circle, cookies, scale.turns))
    return _figures(seen, plain)


def cleared_couple(*names: str) -> tuple[str, list[dict[str, str]]]:
    """Two who have answered to safety. How people signed up is not measured here."""
    with quick_stretching():
        one, other = (make_person(name) for name in names)
        circle = make_couple(one, other)
        for member in (one, other):
            clear(member.fresh().keyring)
        cookies = [_cookies(member) for member in (one, other)]
    connections.close_all()
    return str(circle), cookies


def _cookies(member: Member) -> dict[str, str]:
    client = Client()
    sign_in(client, member)
    return {name: morsel.value for name, morsel in client.cookies.items()}


async def _stops(
    served: Served, circle: str, cookies: list[dict[str, str]], often: int
) -> tuple[list[float], list[float]]:
    two = Two(*(Device(served.port, dict(each)) for each in cookies))
    for device in (two.one, two.other):
        await device.ask("/touch/")
    two.other.listen(f"/live/{circle}/")
    await two.other.opened.wait()
    seen, plain = [], []
    for _ in range(often):
        where = await two.begin()
        await two.quiet()
        seen.append(await two.stop(where))
        began = time.perf_counter()
        await two.one.ask("/touch/")
        plain.append(time.perf_counter() - began)
    two.other.close()
    return seen, plain


def milliseconds(times: list[float]) -> tuple[float, float]:
    cuts = quantiles(times, n=100) if len(times) > 1 else times * 99
    return median(times) * 1000, cuts[98] * 1000


def _figures(seen: list[float], plain: list[float]) -> list[Figure]:
    p50, p99 = milliseconds(seen)
    return [
        Figure(
            "a stop seen by the other",
            f"p50 {p50:.0f} ms, p99 {p99:.0f} ms",
            "From sending the tap until the other's open page was told by its stream, asked, and knows that "
            f"it is over; {len(seen)} stops over HTTP, a server in a process of its own.",
            f"p99 at most {SEEN} ms",
            p99 <= SEEN,
        ),
        Figure(
            "a page of the room by itself (baseline)",
            "p50 {:.0f} ms, p99 {:.0f} ms".format(*milliseconds(plain)),
            "The list asked for in the same run, with nothing sent before it.",
        ),
    ]
