"""`stepwell demo`: example people in an empty home."""

import argparse
import sys


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Takes none."""


def run(_given: argparse.Namespace) -> int:
    import django

    django.setup()
    from stepwell.site import rls
    from stepwell.site.demo import build
    from stepwell.site.prepare import migrate

    migrate()
    with rls.everything():
        for line in build():
            sys.stdout.write(f"{line}\n")
    return 0
