"""`stepwell check`: what is not as it should be, one line each with its cure."""

import argparse
import sys


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Takes none."""


def run(_given: argparse.Namespace) -> int:
    import django

    django.setup()
    from stepwell.site import checks

    found = checks.findings()
    for each in found:
        sys.stdout.write(f"{each}\n")
    if not found:
        sys.stdout.write("Nothing is amiss.\n")
    return 1 if found else 0
