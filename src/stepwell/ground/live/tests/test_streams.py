"""A page that listens: what it hears, what it never hears, and when it is cut off."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import connections, transaction
from django.test import Client

from stepwell.ground.live.api import Streams, announce
from stepwell.ground.live.bus import bus
from stepwell.ground.people.testing import Member, make_person, sign_in, sign_out_everywhere
from stepwell.ground.spaces.api import pause
from stepwell.ground.spaces.testing import leave, make_couple

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "sessions"])
SOON = 2.0


class Page:
    """One browser's stream, as the server's edge sees it."""

    def __init__(self, streams: Streams, member: Member | None, circle: UUID, **headers: str) -> None:
        self.streams, self.member, self.circle = streams, member, circle
        self.headers = {"sec-fetch-site": "same-origin"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        self.heard: asyncio.Queue[str] = asyncio.Queue()
        self.gone = asyncio.Event()
        self.refused = False

    async def open(self) -> "Page":
        cookie = await asyncio.to_thread(_cookie_of, self.member) if self.member else ""
        headers = self.headers | {"cookie": cookie}
        scope = {
            "type": "http",
            "method": "GET",
            "path": f"/live/{self.circle}/",
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }
        self.task = asyncio.ensure_future(self.streams(scope, self._receive, self._send))
        return self

    async def _receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        if message["type"] == "refused":
            self.refused = True
        for word in message.get("body", b"").decode().split("\n\n"):
            if word.startswith("id: "):
                self.heard.put_nowait(word.split("\n")[0].removeprefix("id: "))

    async def hears(self) -> int:
        return int(await asyncio.wait_for(self.heard.get(), SOON))

    async def ends(self) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(self.task), SOON)
        return self.task.done()

    async def close(self) -> None:
        self.gone.set()
        await asyncio.wait_for(self.task, SOON)


def _cookie_of(member: Member) -> str:
    client = Client()
    sign_in(client, member)
    connections.close_all()
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


async def _pages(_scope: Any, _receive: Any, send: Any) -> None:
    await send({"type": "refused"})


def tell(story: Callable[[Streams], Awaitable[None]], *, heartbeat: float = 60.0) -> None:
    async def told() -> None:
        streams = Streams(_pages, heartbeat=heartbeat)
        await story(streams)
        streams.end()

    # On a thread of its own: a browser of another story may keep a loop on this one.
    with ThreadPoolExecutor(1) as alone:
        alone.submit(asyncio.run, told()).result()


async def verb(work: Callable[[], object]) -> None:
    """On a thread, as a page's own request is, and committed when it comes back."""

    def alone() -> None:
        try:
            with transaction.atomic():
                work()
        finally:
            connections.close_all()

    await asyncio.to_thread(alone)


@pytest.fixture
def two() -> tuple[Member, Member, UUID]:
    alma, ben = make_person("Alma"), make_person("Ben")
    return alma, ben, make_couple(alma, ben)


def test_both_hear_that_something_moved(two: tuple[Member, Member, UUID]) -> None:
    alma, ben, circle = two

    async def story(streams: Streams) -> None:
        hers = await Page(streams, alma, circle).open()
        his = await Page(streams, ben, circle).open()
        await asyncio.sleep(0.3)
        await verb(lambda: announce(circle))
        assert (await hers.hears(), await his.hears()) == (1, 1)
        await verb(lambda: announce(circle))
        assert (await hers.hears(), await his.hears()) == (2, 2)
        await hers.close()
        await his.close()
        assert not bus().watched()

    tell(story)


def test_what_rolled_back_is_told_to_nobody(two: tuple[Member, Member, UUID]) -> None:
    alma, _ben, circle = two

    class NoFloor(Exception):
        pass

    def refused() -> None:
        announce(circle)
        raise NoFloor

    async def story(streams: Streams) -> None:
        hers = await Page(streams, alma, circle).open()
        await asyncio.sleep(0.3)
        with suppress(NoFloor):
            await verb(refused)
        await verb(lambda: announce(circle))
        assert await hers.hears() == 1
        await hers.close()

    tell(story)


def test_a_phone_that_slept_hears_what_it_missed_and_nothing_twice(two: tuple[Member, Member, UUID]) -> None:
    alma, _ben, circle = two

    async def story(streams: Streams) -> None:
        for _ in range(3):
            await verb(lambda: announce(circle))
        late = await Page(streams, alma, circle, last_event_id="1").open()
        assert await late.hears() == 3
        await late.close()
        current = await Page(streams, alma, circle, last_event_id="3").open()
        await verb(lambda: announce(circle))
        assert await current.hears() == 4
        await current.close()

    tell(story)


@pytest.mark.parametrize(
    "ending", [pause, lambda keyring: leave(keyring, take_back=False)], ids=["rests", "left"]
)
def test_the_stream_ends_at_once_when_the_space_rests_or_ends(
    two: tuple[Member, Member, UUID], ending: Callable[[Any], None]
) -> None:
    alma, ben, circle = two

    async def story(streams: Streams) -> None:
        his = await Page(streams, ben, circle).open()
        await asyncio.sleep(0.3)
        await verb(lambda: ending(alma.keyring))
        assert await his.ends()
        assert not bus().watched()
        assert (await (await Page(streams, ben, circle).open()).ends()) is True

    tell(story)


def test_pages_that_came_at_once_are_not_asked_again_at_once(two: tuple[Member, Member, UUID]) -> None:
    """A server that begins anew has every page back within a second, and then a minute to ask them all."""
    alma, _ben, circle = two

    async def story(streams: Streams) -> None:
        pages = [await Page(streams, alma, circle).open() for _ in range(8)]
        await asyncio.sleep(0.3)
        now = asyncio.get_running_loop().time()
        later = [listener.ask_at - now for listener in bus().everybody()]
        assert max(later) - min(later) > 10
        assert all(100 < seconds <= 4 * 60 for seconds in later)
        for page in pages:
            await page.close()

    tell(story)


def test_a_sign_in_that_ended_elsewhere_is_noticed_a_few_heartbeats_later(
    two: tuple[Member, Member, UUID],
) -> None:
    alma, _ben, circle = two

    async def story(streams: Streams) -> None:
        hers = await Page(streams, alma, circle).open()
        await asyncio.sleep(0.3)
        await verb(lambda: sign_out_everywhere(alma))
        assert await hers.ends()

    tell(story, heartbeat=0.2)


def test_nobody_else_is_let_in(two: tuple[Member, Member, UUID]) -> None:
    alma, _ben, circle = two
    chidi, dara = make_person("Chidi"), make_person("Dara")
    theirs, own = make_couple(chidi, dara), alma.keyring.own

    async def story(streams: Streams) -> None:
        pages = [
            Page(streams, None, circle),
            Page(streams, chidi, circle),
            Page(streams, alma, theirs),
            Page(streams, alma, uuid4()),
            Page(streams, alma, own),
            Page(streams, alma, circle, sec_fetch_site="cross-site"),
            Page(streams, alma, circle, origin="https://elsewhere.example"),
        ]
        for page in pages:
            await page.open()
            assert await page.ends()
            assert page.refused
        same = await Page(streams, alma, circle, origin=settings.ORIGIN).open()
        await asyncio.sleep(0.3)
        assert not same.refused
        await same.close()

    tell(story)


def test_when_the_server_stops_every_stream_ends(two: tuple[Member, Member, UUID]) -> None:
    alma, _ben, circle = two

    async def story(streams: Streams) -> None:
        hers = await Page(streams, alma, circle).open()
        await asyncio.sleep(0.3)
        streams.end()
        assert await hers.ends()

    tell(story)
