"""Draws the installable icons: the well from above, three squares. Run once; then `python vendored.py`."""

import struct
import zlib
from pathlib import Path

from stepwell.ground.ui.colours import colours

ICONS = Path(__file__).parent / "static" / "ui" / "icons"
Square = tuple[float, float, str]  # half its side and its line as parts of the picture (0 fills); colour


def squares(scale: float) -> list[Square]:
    ink, water = colours()["ink"][0], colours()["water"][0]
    return [(0.36 * scale, 0.036 * scale, ink), (0.2 * scale, 0.036 * scale, ink), (0.08 * scale, 0, water)]


def rgb(colour: str) -> bytes:
    return bytes.fromhex(colour.removeprefix("#"))


def png(side: int, scale: float) -> bytes:
    paper = rgb(colours()["paper"][0])
    middle = side / 2
    shapes = [(round(half * side), round(line * side), rgb(colour)) for half, line, colour in squares(scale)]
    rows = bytearray()
    for y in range(side):
        rows.append(0)
        for x in range(side):
            away = int(max(abs(x + 0.5 - middle), abs(y + 0.5 - middle)) + 0.5)
            hit = paper
            for half, line, colour in shapes:
                if (away <= half and not line) or (half - line < away <= half):
                    hit = colour
            rows += hit
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    )


def svg() -> str:
    """One quiet tone that shows on a light and on a dark row of tabs; an icon file may hold no style rule."""
    tone = colours()["edge"][0]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        f'<path fill="none" stroke="{tone}" stroke-width="2" d="M3 3h18v18H3zM7.5 7.5h9v9h-9z"/>'
        f'<path fill="{tone}" d="M10 10h4v4h-4z"/></svg>\n'
    )


def main() -> None:
    (ICONS / "mark-192.png").write_bytes(png(192, 1))
    (ICONS / "mark-512.png").write_bytes(png(512, 1))
    (ICONS / "mark-maskable.png").write_bytes(png(512, 0.72))
    (ICONS / "mark.svg").write_text(svg(), "utf-8")
    blank = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n'
    (ICONS / "blank.svg").write_text(blank, "utf-8")


if __name__ == "__main__":
    main()
