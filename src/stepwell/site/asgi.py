"""The server's own edge: takes in a whole request, within limits, and hands it to Django on a thread.

Streams stand before all this: they stay open, and hold no thread.

A slow or endless sender holds no thread and no database: its request is gathered here first.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from a2wsgi import WSGIMiddleware
from django.conf import settings

from stepwell.ground.live.api import Streams
from stepwell.ground.people.api import turn
from stepwell.site.wsgi import application as pages

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

THREADS = 12
# Read on beyond the limit, so that a browser that is still sending gets to see the page that says so.
DRAINED = 8 * 1024 * 1024
PATIENCE = 30


class Gathered:
    """Whole requests only. What is larger than the limit is cut off; Django answers it with its own page."""

    def __init__(self, app: Any, limit: int) -> None:
        self.app, self.limit = app, limit

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            body = await asyncio.wait_for(self._gather(receive), PATIENCE)
        except TimeoutError:
            body = None
        if body is not None:
            await self.app(scope, _given(body, receive), send)

    async def _gather(self, receive: Receive) -> bytes | None:
        """The body, at most the limit of it. None when the sender went away."""
        body, seen, more = bytearray(), 0, True
        while more and seen < DRAINED:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            chunk = message.get("body", b"")
            seen += len(chunk)
            body += chunk[: self.limit - len(body)]
            more = message.get("more_body", False)
        return bytes(body)


def _given(body: bytes, receive: Receive) -> Receive:
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def given() -> Message:
        return waiting.pop() if waiting else await receive()

    return given


def in_turn(environ: Any, start: Any) -> Any:
    with turn():
        return pages(environ, start)


application = Streams(
    Gathered(WSGIMiddleware(in_turn, workers=THREADS), settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
)
