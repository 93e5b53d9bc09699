"""`stepwell demo`: example people in an empty home."""

import argparse
import sys

from stepwell.site.environment import Misconfigured


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Takes none."""


def run(_given: argparse.Namespace) -> int:
    import django

    django.setup()
    from django.conf import settings

    from stepwell.site import backups, rls
    from stepwell.site.demo import build
    from stepwell.site.prepare import migrate

    migrate()
    if not backups.is_empty():
        raise Misconfigured(
            f"stepwell: {settings.HOME} is in use. Example people want an empty home: STEPWELL_HOME=..."
        )
    with rls.everything():
        for line in build():
            sys.stdout.write(f"{line}\n")
    return 0
