"""A talk of two over real streams: when a turn is seen, many rooms in one process, a server killed."""

import asyncio
import re
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from unittest.mock import patch
from uuid import UUID, uuid4

from django.db import connections
from django.test import Client
from django.utils import timezone
from tests.fixtures.server import Served

from bench.figure import Figure, Scale
from bench.serving import memory, serving, spent
from bench.wire import MOMENT, Device
from stepwell.ground.people.testing import Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.testing import quick_stretching
from stepwell.together.dialogue import testing

SEEN_P50, SEEN_P99, MANY_P99, STREAM_KB, BACK = 60, 200, 300, 20, 3.0
EVERY = 20.0  # seconds between two turns of a room
# What follows what, and who does it: 0 speaks at first, 1 gives back.
HALF = ("say", 0), ("back", 1), ("yes", 0), ("change", 0)
ACTS = (*HALF, *((what, 1 - who) for what, who in HALF))
SAID = "I feel frightened when the phone lights up at dinner and is turned over, because so it was in spring."


@dataclass
class Room:
    """A talk that goes on for ever: each act is seen by the other."""

    talk: UUID
    circle: UUID
    cookies: tuple[dict[str, str], dict[str, str]]
    done: int = 0
    moment: int = 0

    @property
    def page(self) -> str:
        return f"/dialogue/{self.talk}/"

    async def come(self, port: int) -> "Talking":
        talking = await self.look(port)
        await talking.listen()
        return talking

    async def look(self, port: int) -> "Talking":
        """Both have the page, and none of the two listens yet."""
        talking = Talking(self, tuple(Device(port, dict(cookies)) for cookies in self.cookies))
        for device in talking.devices:
            _status, page = await device.ask(self.page)
            found = MOMENT.search(page)
            self.moment = max(self.moment, int(found[1]) if found else 0)
        return talking


@dataclass
class Talking:
    room: Room
    devices: tuple[Device, ...]

    async def listen(self) -> None:
        for device in self.devices:
            device.listen(f"/live/{self.room.circle}/")
            # A stream that is new tells at once where the space is.
            await device.hears()

    async def act(self) -> float:
        """The next act of this talk: seconds until the other's device holds the page that shows it."""
        room = self.room
        what, who = ACTS[room.done % len(ACTS)]
        mine, other = self.devices[who], self.devices[1 - who]
        other.told.clear()
        began = time.perf_counter()
        fields = {"moment": str(room.moment), "what": what, "kind": "speak" if what == "say" else "back"}
        fields |= {"form_id": str(uuid4()), "text": f"{SAID} ({room.done})"}
        verb = "say" if what in {"say", "back"} else "press"
        sent = asyncio.ensure_future(mine.ask(f"{room.page}{verb}/", fields))
        await other.hears()
        _status, page = await other.ask(room.page)
        seen = time.perf_counter() - began
        status, _text = await sent
        assert status == 200, (what, status)
        assert verb == "press" or f"({room.done})" in page
        room.done, room.moment = room.done + 1, room.moment + 1
        return seen

    def close(self) -> None:
        for device in self.devices:
            device.close()


def figures(scale: Scale, home: Path) -> list[Figure]:
    rooms = make_rooms(scale.rooms)
    with serving(home) as (served, _seconds):
        alone, plain = asyncio.run(_alone(served, rooms[0], scale.turns))
        many = asyncio.run(_many(served, rooms, scale))
        back = asyncio.run(_killed(served, rooms[: scale.rooms_killed]))
    return [*_seen(alone, plain), *many, *back]


def make_rooms(number: int) -> list[Room]:
    """Couples whose talk has begun. How people signed up is not measured here."""
    rooms, today = [], timezone.now().date()
    with quick_stretching(), patch("stepwell.together.dialogue.gate.may_talk", return_value=True):
        for index in range(number):
            one, other = make_person(f"One {index}"), make_person(f"Other {index}")
            circle = make_couple(one, other)
            talk = testing.begin(one.keyring, other.keyring, "The phone", today=today, clears=False)
            rooms.append(Room(talk, circle, (_cookies(one), _cookies(other))))
    connections.close_all()
    return rooms


def _cookies(member: Member) -> dict[str, str]:
    client = Client()
    sign_in(client, member)
    return {name: morsel.value for name, morsel in client.cookies.items()}


def _pid(served: Served) -> int:
    assert served.process is not None
    return served.process.pid


async def _alone(served: Served, room: Room, turns: int) -> tuple[list[float], list[float]]:
    """One room and nobody else; and beside it the same page asked for without anything having moved."""
    talking = await room.come(served.port)
    await asyncio.gather(*(device.opened.wait() for device in talking.devices))
    seen, plain = [], []
    for _ in range(turns):
        seen.append(await talking.act())
        began = time.perf_counter()
        await talking.devices[0].ask(room.page)
        plain.append(time.perf_counter() - began)
    talking.close()
    return seen, plain


def _ms(times: list[float], share: int) -> float:
    cuts = quantiles(times, n=100) if len(times) > 1 else times * 99
    return (median(times) if share == 50 else cuts[share - 1]) * 1000


def _seen(seen: list[float], plain: list[float]) -> list[Figure]:
    p50, p99 = _ms(seen, 50), _ms(seen, 99)
    return [
        Figure(
            "turn seen by the other",
            f"p50 {p50:.0f} ms, p99 {p99:.0f} ms",
            f"From sending the form until the other device was told by its stream and holds the new page; "
            f"{len(seen)} acts over HTTP, a server in a process of its own.",
            f"p50 at most {SEEN_P50} ms, p99 at most {SEEN_P99} ms",
            p50 <= SEEN_P50 and p99 <= SEEN_P99,
        ),
        Figure(
            "that page by itself (baseline)",
            f"p50 {_ms(plain, 50):.0f} ms, p99 {_ms(plain, 99):.0f} ms",
            "The same page asked for in the same run, with nothing sent before it.",
        ),
    ]


async def _many(served: Served, rooms: list[Room], scale: Scale) -> list[Figure]:
    talks = [await room.look(served.port) for room in rooms]
    empty, _ = memory(_pid(served))
    for talk in talks:
        await talk.listen()
    streams = [device for talk in talks for device in talk.devices]
    await asyncio.wait_for(asyncio.gather(*(device.opened.wait() for device in streams)), 120)
    await asyncio.sleep(1)
    warm, _ = memory(_pid(served))
    before = [len(device.heard) for device in streams]
    used = spent(_pid(served))
    seen = await _for_a_while(talks, scale.talk_seconds)
    used = spent(_pid(served)) - used
    await asyncio.sleep(1)
    dropped = await _dropped(talks)
    heard = sum(len(device.heard) for device in streams) - sum(before)
    for talk in talks:
        talk.close()
    kb, p50, p99 = (warm - empty) / 1024 / len(streams), _ms(seen, 50), _ms(seen, 99)
    return [
        Figure(
            f"{len(rooms)} rooms, {len(streams):,} streams: turn seen by the other",
            f"p50 {p50:.0f} ms, p99 {p99:.0f} ms",
            f"One process, each room an act every {EVERY:.0f} s, {len(seen):,} acts, {heard:,} words on the "
            "streams; whoever asks runs on the same cores. The baseline is the one room above.",
            f"p99 at most {MANY_P99} ms",
            p99 <= MANY_P99,
        ),
        Figure(
            "the server's own work there",
            f"{used / max(1, len(seen)) * 1000:.0f} CPU-ms an act",
            f"{used:.0f} s of processor in {scale.talk_seconds:.0f} s: the form, the other page, "
            "both streams and their heartbeats. One process can use one core.",
        ),
        Figure(
            "events dropped there",
            f"{dropped}",
            "Streams whose last number is not that of the space.",
            "0",
            dropped == 0,
        ),
        Figure(
            "memory a stream",
            f"{kb:.1f} kB",
            f"Resident memory with {len(streams):,} streams open less that before, with every page shown: "
            f"{empty / 1024**2:.0f} MB (the baseline).",
            f"at most {STREAM_KB} kB",
            kb <= STREAM_KB,
        ),
    ]


async def _for_a_while(talks: list[Talking], seconds: float) -> list[float]:
    """Each room in its own place of the twenty seconds, so that they do not all speak at once."""
    seen: list[float] = []
    end = time.perf_counter() + seconds

    async def talk_on(talking: Talking, begins: float) -> None:
        await asyncio.sleep(begins)
        while time.perf_counter() < end:
            began = time.perf_counter()
            seen.append(await talking.act())
            await asyncio.sleep(max(0.0, EVERY - (time.perf_counter() - began)))

    share = min(EVERY, seconds) / len(talks)
    await asyncio.gather(*(talk_on(talking, index * share) for index, talking in enumerate(talks)))
    return seen


async def _dropped(talks: list[Talking]) -> int:
    """How many streams did not hear the newest number that the page itself names."""
    dropped = 0
    for talking in talks:
        _status, page = await talking.devices[0].ask(talking.room.page)
        found = re.search(r'data-seq="(\d+)"', page)
        dropped += sum(device.last != int(found[1]) for device in talking.devices) if found else 2
    return dropped


async def _killed(served: Served, rooms: list[Room]) -> list[Figure]:
    """The server is killed after an act was acknowledged; measured from when it answers again."""
    talks = [await room.come(served.port) for room in rooms]
    await asyncio.gather(*(device.opened.wait() for talk in talks for device in talk.devices))
    for talking in talks:
        await talking.act()
    began = time.perf_counter()
    await asyncio.to_thread(served.kill)
    await asyncio.to_thread(served.start)
    answered = time.perf_counter()
    await asyncio.wait_for(
        asyncio.gather(*(device.opened.wait() for talking in talks for device in talking.devices)), 30
    )
    back = max(0.0, time.perf_counter() - answered)
    lost = 0
    for talking in talks:
        _status, page = await talking.devices[0].ask(talking.room.page)
        found = MOMENT.search(page)
        lost += bool(found) and int(found[1]) != talking.room.moment
        await talking.act()
        talking.close()
    return [
        Figure(
            "reconnect after the server was killed",
            f"{back:.1f} s after its first page, {lost} of {len(talks)} rooms lost an act",
            f"kill -9 right after acts were acknowledged; until all {2 * len(talks)} streams listen again, "
            "from the first page that the new server answers. Then each room went on.",
            f"at most {BACK:g} s, nothing lost",
            back <= BACK and not lost,
        ),
        Figure(
            "the server itself (baseline)",
            f"{answered - began:.1f} s",
            "From the kill until the new process answers a page.",
        ),
    ]
