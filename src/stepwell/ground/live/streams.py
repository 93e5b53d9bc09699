"""The streams themselves, before Django: a few hundred bytes and no thread for each page that listens."""

import asyncio
import random
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connections

from stepwell.ground.live.bus import Listener, bus
from stepwell.ground.live.doors import PATH, Asked, asked, may_listen
from stepwell.ground.ui.api import security_headers

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

# A proxy gives up on a silent stream after a minute or so; and a sign-in that ended elsewhere is noticed.
HEARTBEAT = 15.0
# After so many of them at most it is asked whether the page may still listen: its sign-in may have ended.
ASKED = 4
RETRY_MS = 800


class Streams:
    """Answers `/live/<circle>/`; everything else, and every refusal, is the pages' to answer."""

    def __init__(self, pages: Any, *, heartbeat: float = HEARTBEAT) -> None:
        self.pages = pages
        self.heartbeat = heartbeat
        self.ending = False
        # One is enough: to ask takes a millisecond or two, once a minute for each page.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="live")

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        ask = asked(scope) if scope["type"] == "http" and scope["path"].startswith(PATH) else None
        if ask is None:
            await self.pages(scope, receive, send)
            return
        listener = Listener(ask.circle)
        bus().join(listener)
        try:
            seq = None if self.ending else await self._seq(ask, listener)
            if seq is None:
                await self.pages(scope, receive, send)
            else:
                await self._stream(ask, listener, receive, send)
        finally:
            bus().part(listener)

    def end(self) -> None:
        """The server stops: every stream ends now, and its page comes back to the next one by itself."""
        if self.ending:
            return
        self.ending = True
        for listener in bus().everybody():
            listener.loop.call_soon_threadsafe(listener.moved.set)
        bus().end()
        self._thread.submit(connections.close_all)
        self._thread.shutdown(wait=False)

    async def _seq(self, ask: Asked, listener: Listener) -> int | None:
        # Before asking: what raises a doubt meanwhile is asked again.
        listener.doubt, listener.ask_at = False, listener.loop.time() + _within(self.heartbeat * ASKED)
        seq = await listener.loop.run_in_executor(self._thread, may_listen, ask)
        listener.seq = max(listener.seq, seq or 0)
        return seq

    async def _stream(self, ask: Asked, listener: Listener, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": _headers()})
        await send(_part(f"retry: {RETRY_MS}\n\n"))
        gone = asyncio.ensure_future(_gone(receive, listener))
        try:
            told = await self._tell(send, ask.since, listener.seq)
            while await self._again(ask, listener, gone):
                told = await self._tell(send, told, listener.seq)
        except OSError:  # the other end went away in the middle of a word
            pass
        finally:
            gone.cancel()
        if not gone.done() or gone.cancelled():
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _again(self, ask: Asked, listener: Listener, gone: "asyncio.Future[None]") -> bool:
        """Waits until there is something to say. False: the stream is over."""
        # A timer and no task of its own: a thousand of these wait at once.
        heartbeat = listener.loop.call_later(_within(self.heartbeat), listener.moved.set)
        await listener.moved.wait()
        heartbeat.cancel()
        listener.moved.clear()
        if gone.done() or self.ending:
            return False
        # Whoever left or rests hears nothing more: that raises a doubt, and it is asked before another word.
        late = listener.loop.time() > listener.ask_at
        return not (listener.doubt or late) or await self._seq(ask, listener) is not None

    async def _tell(self, send: Send, told: int, seq: int) -> int:
        # A silent stream says a line that pages pass over, so that both ends notice when the line is dead.
        await send(_part(f"id: {seq}\nevent: moved\ndata: {seq}\n\n" if seq > told else ":\n\n"))
        return max(told, seq)


def _within(seconds: float) -> float:
    """By lot: a thousand pages that came back at once after a restart do not ask at once for ever after."""
    return random.uniform(seconds / 2, seconds)  # noqa: S311 - it spreads work, and guards nothing


async def _gone(receive: Receive, listener: Listener) -> None:
    while (await receive())["type"] != "http.disconnect":
        continue
    listener.moved.set()


def _part(words: str) -> Message:
    return {"type": "http.response.body", "body": words.encode(), "more_body": True}


def _headers() -> list[tuple[bytes, bytes]]:
    headers = security_headers() | {
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "no-store",
        "X-Accel-Buffering": "no",
    }
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]
