"""Checksums of everything here that was made elsewhere. `python vendored.py` writes them anew."""

import hashlib
from pathlib import Path

HERE = Path(__file__).parent
LIST = HERE / "vendored.sha256"
PATTERNS = ("icons.svg", "LICENCE-*.txt", "static/ui/fonts.css", "static/ui/fonts/*", "static/ui/icons/*")


def found() -> dict[str, str]:
    """Path from this folder to SHA-256 in hex, of the files as they are now."""
    files = sorted(file for pattern in PATTERNS for file in HERE.glob(pattern))
    return {
        file.relative_to(HERE).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }


def listed() -> dict[str, str]:
    lines = LIST.read_text("utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


if __name__ == "__main__":
    LIST.write_text("".join(f"{digest}  {name}\n" for name, digest in found().items()), "utf-8")
