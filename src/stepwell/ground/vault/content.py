"""What is sealed: typed structures with a version, and a reader for every version ever shipped."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Generic, TypeVar

import msgspec

from stepwell.ground.vault.errors import CannotOpen


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """Typed sealed payloads derive from it. The field name `v` is taken by the version."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


T = TypeVar("T", bound=Content)
Older = Mapping[int, tuple[type[Any], Callable[[Any], Any]]]


class _Versioned(msgspec.Struct):
    v: int


class Kind(Generic[T]):
    """One sealed field of one model, and how its bytes are read: JSON with the version number in front.

    `Kind("checkins.CheckIn.sealed", CheckInV1)` at first; when the structure changes,
    `Kind(same name, CheckInV2, older={1: (CheckInV1, to_v2)})`. Each upgrade leads to the next version.
    """

    __slots__ = ("_decoders", "_front", "_newest", "_upgrades", "name", "version", "word")

    _versions: ClassVar[dict[type[Content], set[int]]] = {}

    def __init__(self, name: str, content: type[T], *, older: Older | None = None) -> None:
        older = older or {}
        if sorted(older) != list(range(1, len(older) + 1)):
            raise ValueError(f"{name}: the older versions must be 1, 2, … without a gap.")
        self.name = name
        self.word = name.encode()
        self.version = len(older) + 1
        shapes = {number: shape for number, (shape, _) in older.items()} | {self.version: content}
        if any("v" in shape.__struct_encode_fields__ for shape in shapes.values()):
            raise ValueError(f"{name}: a field of sealed content cannot be called `v`.")
        self._upgrades = {number: upgrade for number, (_, upgrade) in older.items()}
        self._decoders = {number: msgspec.json.Decoder(shape).decode for number, shape in shapes.items()}
        self._newest = self._decoders[self.version]
        self._front = _front(self.version)
        self._versions.setdefault(content, set()).add(self.version)

    def encode(self, content: T) -> bytes:
        return encode_as(self.version, content)

    def decode(self, data: bytes) -> T:
        """The content, raised to the newest version. Raises CannotOpen for anything else."""
        found = None
        try:
            found = self._newest(data) if data.startswith(self._front) else None
            version = self.version if found else msgspec.json.decode(data, type=_Versioned).v
            content = found or self._decoders[version](data)
        except (msgspec.MsgspecError, ValueError, KeyError, RecursionError):
            content = None
        if content is None:
            raise CannotOpen
        for number in range(version, self.version):
            content = self._upgrades[number](content)
        newest: T = content
        return newest


def version_of(content: Content) -> int:
    """The version under which this type is sealed. Raises TypeError unless exactly one Kind claims it."""
    versions = Kind._versions.get(type(content), set())
    if len(versions) != 1:
        raise TypeError(
            f"{type(content).__name__} needs exactly one Kind that names it as its newest version."
        )
    return next(iter(versions))


def encode_as(version: int, content: Content) -> bytes:
    fields = msgspec.json.encode(content)
    return _front(version)[: -1 if fields == b"{}" else None] + fields[1:]


def _front(version: int) -> bytes:
    return b'{"v":%d,' % version
