"""Gathers `icons.svg` from an unpacked `lucide-static` and our own five drawings.

Run from this folder, once per new version, then write the checksums anew:
    npm pack lucide-static@1.62.0 && tar xzf lucide-static-1.62.0.tgz
    python vendor_icons.py package && python vendored.py
"""

import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
TAKEN = [
    "arrow-left",
    "arrow-right",
    "bell",
    "bell-off",
    "calendar",
    "check",
    "chevron-down",
    "circle-alert",
    "circle-help",
    "clock",
    "copy",
    "download",
    "eye",
    "eye-off",
    "info",
    "key-round",
    "link",
    "lock",
    "lock-open",
    "log-out",
    "mail",
    "minus",
    "monitor",
    "pause",
    "pencil",
    "plus",
    "printer",
    "qr-code",
    "rotate-ccw",
    "settings",
    "shield",
    "smartphone",
    "trash-2",
    "user",
    "users",
    "wifi-off",
    "x",
]
OWN = {
    "today": '<path d="M6 3.5h12v17H6zM9.5 8h5M9.5 11.5h5"/>',
    "together": '<circle cx="9" cy="12" r="5.5"/><circle cx="15" cy="12" r="5.5"/>',
    "mine": '<path d="M6 3.5h12v17H6zM14.5 3.5v7l-2-1.7-2 1.7v-7"/>',
    "back": '<path d="M3 16.5c2.2 0 2.6-5 5-5s2.6 3.2 4.8 3.2S16 7 21 6.5"/>',
    "help": '<path d="M7.2 4 5 5.2c-.6 6.7 6.8 14.4 13.8 13.8'
    'l1.2-2.2-3.9-3-2.1 1.6c-2.2-1-4.2-3-5.2-5.2L10.4 8z"/>',
    "mark": '<path d="M3 3.2 20.9 3 21 20.9 3.1 21ZM7.1 7 17 7.1 16.9 17 7 16.9Z"/>'
    '<path class="pool" d="M10.4 10.4h3.2v3.2h-3.2z"/>',
    "look": '<circle cx="12" cy="12" r="9.5"/><path d="M12 7v6M12 16.4v.1"/>',
}


def shapes(source: str) -> str:
    inside = source.split(">", 2)[2].rsplit("</svg>", 1)[0]
    return re.sub(r"\s+", " ", inside).replace(" />", "/>").strip()


def main(package: Path) -> None:
    lines = ["<!-- lucide-static, ISC licence, see LICENCE-lucide.txt. today to look: Stepwell's own. -->"]
    lines.append('<svg xmlns="http://www.w3.org/2000/svg">')
    for name, inside in OWN.items():
        lines.append(f'<symbol id="{name}" viewBox="0 0 24 24">{inside}</symbol>')
    for name in TAKEN:
        inside = shapes((package / "icons" / f"{name}.svg").read_text("utf-8"))
        lines.append(f'<symbol id="{name}" viewBox="0 0 24 24">{inside}</symbol>')
    lines.append("</svg>")
    (HERE / "icons.svg").write_text("\n".join(lines) + "\n", "utf-8")
    (HERE / "LICENCE-lucide.txt").write_bytes((package / "LICENSE").read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
