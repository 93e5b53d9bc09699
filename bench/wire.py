"""A browser's wire without a browser: requests and one listening stream, many of them at once."""

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from time import perf_counter
from urllib.parse import urlencode

MOMENT = re.compile(r'name="moment" value="(\d+)"')


@dataclass
class Device:
    """Somebody's device with a sign-in, and perhaps a page that listens. heard: number, when."""

    port: int
    cookies: dict[str, str]
    heard: list[tuple[int, float]] = field(default_factory=list)
    told: asyncio.Event = field(default_factory=asyncio.Event)
    opened: asyncio.Event = field(default_factory=asyncio.Event)
    last: int = 0
    _stream: "asyncio.Task[None] | None" = None

    def _head(self, method: str, path: str, *more: str) -> bytes:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        lines = [
            f"{method} {path} HTTP/1.1",
            f"Host: 127.0.0.1:{self.port}",
            f"Origin: http://127.0.0.1:{self.port}",
            "Sec-Fetch-Site: same-origin",
            f"Cookie: {cookie}",
            *more,
        ]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    async def ask(self, path: str, fields: dict[str, str] | None = None) -> tuple[int, str]:
        """GET, or POST with a token of this browser, as the open page of a talk does. Nothing is followed."""
        body = b""
        if fields is not None:
            body = urlencode({"csrfmiddlewaretoken": self.cookies["__Host-csrf"], **fields}).encode()
        sized = ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        method = "POST" if body else "GET"
        head = self._head(method, path, "Connection: close", "X-In-Place: yes", *(sized if body else ()))
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(head + body)
        answer = await reader.read()
        writer.close()
        first, _, text = answer.partition(b"\r\n\r\n")
        self._keep(first.decode("latin-1"))
        return int(first[9:12]), text.decode("utf-8", "replace")

    def _keep(self, head: str) -> None:
        for line in head.split("\r\n"):
            if line.lower().startswith("set-cookie:"):
                for name, morsel in SimpleCookie(line.partition(":")[2].strip()).items():
                    self.cookies[name] = morsel.value

    def listen(self, path: str) -> None:
        self._stream = asyncio.ensure_future(self._listen(path))

    async def _listen(self, path: str) -> None:
        """As a browser does: when the line is lost it comes back by itself, and names what it heard last."""
        while True:
            with suppress(OSError):
                await self._hear(path)
            self.opened.clear()
            await asyncio.sleep(0.3)

    async def _hear(self, path: str) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(self._head("GET", path, "Accept: text/event-stream", f"Last-Event-ID: {self.last}"))
            if b" 200 " not in await reader.readline():
                return
            self.opened.set()
            while line := await reader.readline():
                if line.startswith(b"id: "):
                    self.last = int(line[4:])
                    self.heard.append((self.last, perf_counter()))
                    self.told.set()
        finally:
            writer.close()

    async def hears(self, patience: float = 30.0) -> None:
        await asyncio.wait_for(self.told.wait(), patience)
        self.told.clear()

    def close(self) -> None:
        if self._stream:
            self._stream.cancel()
