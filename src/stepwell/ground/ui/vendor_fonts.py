"""Cuts the two shipped typefaces down to small woff2 files and writes `fonts.css`.

Run from this folder, once per new version, then write the checksums anew:
    npm pack @fontsource-variable/literata@5.3.0 @fontsource-variable/source-sans-3@5.3.0
    (unpack each into a folder of its own)
    python vendor_fonts.py LITERATA/package SOURCE-SANS-3/package && python vendored.py

`core` holds what English needs and is all that a first visit fetches; the rest comes
when a letter asks for it.
Source is a reserved font name, so its changed copy is called Stepwell Work.
"""

import io
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # it has no stubs
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no stubs
from fontTools.varLib import instancer  # type: ignore[import-untyped]  # it has no stubs

STATIC = Path(__file__).parent / "static" / "ui"
CORE = {*range(0x20, 0x7F), *map(ord, "\u00a0·–—‘’“”…−ÄÖÜßäöüàçèéêñ")}
FEATURES = ["kern", "liga", "clig", "calt", "ccmp", "locl", "mark", "mkmk", "rlig", "tnum", "lnum"]
Limits = dict[str, float | tuple[float, float]]


@dataclass(frozen=True)
class Face:
    name: str
    family: str
    source: str
    limits: Limits
    style: str
    weights: str
    sets: tuple[str, ...] = ("latin", "latin-ext")


FACES = (
    Face(
        "literata", "Literata Variable", "literata-{}-opsz-normal.woff2",
        {"wght": (400, 600), "opsz": (14, 42)}, "normal", "400 600",
    ),
    Face(
        "literata-italic", "Literata Variable", "literata-{}-wght-italic.woff2",
        {"wght": 400}, "italic", "400",
    ),
    Face(
        "work", "Stepwell Work", "source-sans-3-{}-wght-normal.woff2",
        {"wght": (400, 700)}, "normal", "400 700",
    ),
)  # fmt: skip


def ranges(codes: Iterable[int]) -> str:
    found: list[list[int]] = []
    for code in sorted(codes):
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in found)


def numbers(text: str) -> set[int]:
    codes: set[int] = set()
    for part in text.split(","):
        low, _dash, high = part.strip().removeprefix("U+").partition("-")
        codes.update(range(int(low, 16), int(high or low, 16) + 1))
    return codes


def cut(source: Path, codes: set[int], limits: Limits, family: str) -> bytes:
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    # Written out and read again: the instancer trips over glyph tables that are still half lazy.
    between = io.BytesIO()
    font.flavor = None
    font.save(between)
    between.seek(0)
    font = instancer.instantiateVariableFont(TTFont(between, recalcTimestamp=False), limits)
    for record in font["name"].names:
        if record.nameID in {1, 4, 6}:
            record.string = family.replace(" ", "") if record.nameID == 6 else family
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def rule(face: Face, file: str, codes: set[int]) -> str:
    return (
        f'@font-face {{ font-family: "{face.family}"; font-style: {face.style}; font-weight: {face.weights};'
        f' font-display: swap; src: url("fonts/{file}") format("woff2"); unicode-range: {ranges(codes)}; }}'
    )


def main(packages: list[Path]) -> None:
    rules = ["/* Written by vendor_fonts.py. Literata and a changed Source Sans 3, both OFL 1.1. */"]
    for face in FACES:
        package = next(one for one in packages if face.source.split("-{}")[0] in one.parent.name)
        sets = json.loads((package / "unicode.json").read_text("utf-8"))
        parts = [("core", "latin", CORE)]
        parts += [(name, name, numbers(sets[name]) - CORE) for name in face.sets]
        for part, source, codes in parts:
            file = f"{face.name}-{part}.woff2"
            data = cut(package / "files" / face.source.format(source), codes, face.limits, face.family)
            (STATIC / "fonts" / file).write_bytes(data)
            rules.append(rule(face, file, codes))
    (STATIC / "fonts.css").write_text("\n".join(rules) + "\n", "utf-8")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
