"""The record of two made-up people, whole and signed, for whoever wants to try the verifier."""

from dataclasses import dataclass, field
from hashlib import sha512
from os import urandom
from typing import Any
from uuid import UUID, uuid4

from stepwell.ground.record.bound import Somebody, Told, bound, lines, next_event
from stepwell.ground.record.example_words import STORY
from stepwell.ground.record.shapes import NOTHING, Head
from stepwell.ground.record.verify import BASE, Q, lp, point_bytes, times


@dataclass(frozen=True)
class MadeUp:
    """Somebody who does not exist, with a key of their own: those of real people are the vault's."""

    name: str
    id: UUID = field(default_factory=uuid4)
    seed: bytes = field(default_factory=lambda: urandom(32))

    @property
    def _halves(self) -> tuple[int, bytes]:
        both = sha512(self.seed).digest()
        return int.from_bytes(both[:32], "little") & (1 << 254) - 8 | 1 << 254, both[32:]

    @property
    def key(self) -> bytes:
        return point_bytes(times(self._halves[0], BASE))

    def sign(self, message: bytes) -> bytes:
        """Ed25519 as RFC 8032 writes it down."""
        secret, prefix = self._halves
        once = int.from_bytes(sha512(prefix + message).digest(), "little") % Q
        point = point_bytes(times(once, BASE))
        k = int.from_bytes(sha512(point + self.key + message).digest(), "little")
        return point + ((once + k * secret) % Q).to_bytes(32, "little")

    @property
    def somebody(self) -> Somebody:
        said = lp(b"bundle1", self.id.bytes, urandom(32), self.key)
        return Somebody(self.id, self.name, said + lp(self.sign(said)))


def example(*, shortened: bool = False) -> dict[str, Any]:
    """The whole file as one object: 26 events, the words of one of them erased. Keys and ids by lot.

    Shortened it holds the latter nine, for whoever needs very many.
    """
    alma, ben = MadeUp("Alma"), MadeUp("Ben")
    space, things = uuid4(), {name: str(uuid4()) for name in ("phones", "call", "sunday")}
    events: list[Told] = []
    head = NOTHING
    for who, time, kind, thing, text in STORY[-9:] if shortened else STORY:
        signer = {"Alma": alma, "Ben": ben}[who]
        whole = {"of": things[thing], **text}
        event = next_event(space, head, time, kind, signer.id, whole, r=urandom(32), signs=signer.sign)
        head = Head(event["i"], bytes.fromhex(event["h"]))
        events.append({**event, "text": None, "r": None} if text.get("note") else event)
    people = [alma.somebody, ben.somebody]
    return bound(space, people, events, "2026-07-04T08:15:00Z", alma.id, alma.sign)


def written() -> str:
    return "".join(lines(example()))
