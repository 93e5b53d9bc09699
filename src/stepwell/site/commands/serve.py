"""`stepwell serve`: one process, the pages on bounded threads, the clock beside them."""

import argparse
import errno
import gc
import signal
import socket
import sys
from typing import Any

from stepwell.site import environment
from stepwell.site.environment import Misconfigured

HOST = "127.0.0.1"
# Most of them are pages that listen; the others wait for one of a few threads.
AT_ONCE = 4096
LAST_SECONDS = 5
# How many new objects make the collector look, and how many looks a wider one.
LOOKS = (20_000, 20, 50)


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Settings come from the environment: PORT, STEPWELL_HOME and the others in the README."


def listening(port: int) -> socket.socket:
    """The door, taken before anything else is done, so that a second start says so at once."""
    # Named in full, or asyncio leaves Nagle's delay on: 40 ms for every page.
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((HOST, port))
        door.listen(128)
    except OSError as error:
        door.close()
        if error.errno == errno.EADDRINUSE:
            raise Misconfigured(
                f"stepwell: port {port} is in use. Stop what runs there, or choose another: PORT={port + 1}."
            ) from None
        if error.errno == errno.EACCES:
            raise Misconfigured(
                f"stepwell: port {port} needs rights that are not here. Try PORT=8000."
            ) from None
        raise
    return door


def run(_given: argparse.Namespace) -> int:
    environment.refuse_unknown()
    door = listening(environment.port())
    with door:
        return _serve(door)


def _serve(door: socket.socket) -> int:
    import django

    django.setup()
    from stepwell.site import checks, logs, whichpepper
    from stepwell.site.prepare import prepare

    logs.quiet_hooks()
    checks.before_the_database()
    whichpepper.refuse_another()
    prepare()
    for found in checks.findings():
        sys.stderr.write(f"stepwell: {found}\n")
    return _until_told_to_stop(door)


def _until_told_to_stop(door: socket.socket) -> int:
    import uvicorn
    from django.conf import settings

    from stepwell.site.asgi import application
    from stepwell.site.clock import Clock

    # uvicorn finishes what it is doing, then sends itself the signal again: that is our end, a good one.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    _look_at_less()
    clock = Clock()
    clock.start()
    sys.stdout.write(f"Stepwell is open at {settings.ORIGIN}/\nIts data is kept in {settings.HOME}\n")
    sys.stdout.flush()

    class Server(uvicorn.Server):
        def handle_exit(self, sig: int, frame: Any) -> None:
            application.end()
            super().handle_exit(sig, frame)

    config = uvicorn.Config(
        application,
        http="h11", ws="none", loop="asyncio", lifespan="off", log_config=None, access_log=False,
        server_header=False, proxy_headers=False, limit_concurrency=AT_ONCE, timeout_keep_alive=10,
        timeout_graceful_shutdown=LAST_SECONDS,
    )  # fmt: skip
    try:
        Server(config).run(sockets=[door])
    except KeyboardInterrupt:
        return 0
    finally:
        clock.end()
    return 0


def _look_at_less() -> None:
    """What was loaded until now stays as long as the process: the collector need not walk through all of it
    again and again. Each such walk held every page up for half a second.

    Nothing that has to be put away at the end may be among it.
    """
    from django.db import connections

    connections.close_all()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*LOOKS)
