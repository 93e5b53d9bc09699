"""Another process that adds to a record, and can be killed.

`python -m stepwell.ground.record.tests.appending CIRCLE [SQLITE_FILE]`. The first two lines it is given say
who signs: an id and a root key each. With every further line it begins a process of its own, which says its
id and adds event after event, and says of each its number and its hash once it is kept, until it has added as
many as the line says. When that one ended, or was killed, it says "end".
"""

import os
import sys
from uuid import UUID

import django


def main(circle: UUID, file: str) -> None:
    from django.conf import settings

    if file:
        settings.DATABASES["default"]["NAME"] = file
    django.setup()
    from stepwell.ground.record import api  # read before any fork

    people = [sys.stdin.readline().split() for _ in range(2)]
    for asked in iter(sys.stdin.readline, ""):
        child = os.fork()
        if child == 0:
            _write(circle, people, int(asked), api.append)
            os._exit(0)
        os.waitpid(child, 0)
        _say("end")


def _write(circle, people, count, append) -> None:
    from django.db import transaction

    from stepwell.ground.vault.api import Master, keyring_for

    _say(os.getpid())
    keyrings = [keyring_for(Master(UUID(person), bytes.fromhex(root))) for person, root in people]
    for number in range(count):
        with transaction.atomic():
            event = append(keyrings[number % 2], circle, "promise.kept", {"number": number})
        _say(event.i, event.h.hex())


def _say(*words: object) -> None:
    """In one piece: a line is there whole, or not at all."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


if __name__ == "__main__":
    main(UUID(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
