"""Which signs somebody follows, and what they call them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from uuid import uuid4

from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring, change_own, read_own
from stepwell.own.selfcare.content import FollowingV1, SignV1
from stepwell.own.selfcare.models import Following
from stepwell.own.selfcare.signs import BY_KEY, SIGNS

MOST = 24
OWN = "own-"


class TooMany(Exception):
    """As many signs as one person can have."""


@dataclass(frozen=True)
class Followed:
    """label: the person's own word, or that of the house. own: they made it themselves."""

    key: str
    label: str
    like: str
    followed: bool

    @property
    def own(self) -> bool:
        return self.key.startswith(OWN)


def signs(keyring: Keyring) -> tuple[Followed, ...]:
    """Every sign this person could follow: those of the house first, then their own."""
    kept = {sign.key: sign for sign in _kept(keyring).signs}
    house = [kept.get(sign.key, SignV1(key=sign.key, followed=False)) for sign in SIGNS]
    own = [sign for key, sign in kept.items() if key not in BY_KEY]
    return tuple(_followed(sign) for sign in (*house, *own))


def followed(keyring: Keyring) -> tuple[Followed, ...]:
    return tuple(sign for sign in signs(keyring) if sign.followed)


def follow(keyring: Keyring, keys: Iterable[str], *, new: str = "") -> None:
    """Follow these and no others, and one more under a new name. Numbers that were written stay.

    Raises TooMany.
    """
    wanted = frozenset(keys)

    def change(signs: dict[str, SignV1]) -> None:
        for key in wanted & BY_KEY.keys() - signs.keys():
            signs[key] = SignV1(key=key)
        for key, sign in list(signs.items()):
            signs[key] = replace(sign, followed=key in wanted)
        if new and not any(sign.name == new and sign.key.startswith(OWN) for sign in signs.values()):
            made = SignV1(key=f"{OWN}{uuid4().hex[:12]}", name=new)
            signs[made.key] = made
        elif new:
            signs.update({key: replace(s, followed=True) for key, s in signs.items() if s.name == new})

    _change(keyring, change)


def rename(keyring: Keyring, names: Mapping[str, str]) -> None:
    """Other words for some signs. An empty one gives a sign of the house its own word back."""

    def change(signs: dict[str, SignV1]) -> None:
        for key, name in names.items():
            if key in signs and (name or key in BY_KEY):
                signs[key] = replace(signs[key], name=name)

    _change(keyring, change)


def forget(keyring: Keyring, key: str) -> None:
    """Off the list, with its name. Its numbers are another matter: see days.py."""

    def change(signs: dict[str, SignV1]) -> None:
        signs.pop(key, None)

    _change(keyring, change)


def _followed(sign: SignV1) -> Followed:
    house = BY_KEY.get(sign.key)
    label = sign.name or (str(house.label) if house else sign.key)
    return Followed(sign.key, label, str(house.like) if house else "", sign.followed)


def _kept(keyring: Keyring) -> FollowingV1:
    return read_own(keyring, Following, FollowingV1())


def _change(keyring: Keyring, change: Callable[[dict[str, SignV1]], None]) -> None:
    def changed(before: FollowingV1) -> FollowingV1:
        signs = {sign.key: sign for sign in before.signs}
        change(signs)
        if len(signs) > MOST:
            raise TooMany
        return FollowingV1(signs=tuple(signs.values()))

    change_own(keyring, Following, FollowingV1(), changed)
