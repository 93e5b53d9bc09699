"""A running server in a process of its own, and what its processes hold and do."""

import http.client
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fixtures.server import Served


@contextmanager
def serving(home: Path) -> Iterator[tuple[Served, float]]:
    """It, and the seconds from its start until the first page had been read."""
    served = Served(home)
    began = time.perf_counter()
    try:
        served.start()
        assert fetch(served.port, "/")[0] == 200
        yield served, time.perf_counter() - began
    finally:
        served.kill()


def fetch(port: int, path: str, **headers: str) -> tuple[int, int, bytes]:
    """Status, bytes over the wire (the head counted as it was sent), and the body as it came."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(
        "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    body = answer.read()
    head = sum(len(name) + len(value) + 4 for name, value in answer.getheaders()) + 19
    connection.close()
    return answer.status, head + len(body), body


def memory(leader: int) -> tuple[int, int]:
    """Bytes resident, and how many processes, of everything that was started with this one."""
    held = [_resident(pid) for pid in _group(leader)]
    return sum(held), len(held)


def spent(leader: int) -> float:
    """Seconds of processor that all its processes have used so far."""
    ticks = 0
    for pid in _group(leader):
        fields = (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _group(leader: int) -> Iterator[int]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == leader:
                yield int(folder.name)


def _resident(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0
