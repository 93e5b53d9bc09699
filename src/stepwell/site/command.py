"""The `stepwell` command: one file for each verb, in commands/. Django waits until a verb runs."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from stepwell.site.environment import Misconfigured

# verb: (line of help, whether it needs Django)
VERBS = {
    "serve": "start Stepwell on 127.0.0.1:PORT",
    "demo": "fill an empty home with example people, and print their sign-ins",
    "check": "look for trouble, and say what to do about it",
    "backup": "write a sealed backup while Stepwell runs",
    "restore": "bring a backup back into an empty home",
    "record": "verify a record that was taken away, or write an example of one",
    "patterns": "say what goes along with better and harder days in a diary",
    "phrasing": "show which words of a draft may land as a blow, and another way to say it",
    "export": "write everything one person has into an open file, with their password",
}
TROUBLE, WRONG = 1, 2


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="stepwell", description="A private place for notes, alone or for two.")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, line in VERBS.items():
        module = import_module(f"stepwell.site.commands.{name}")
        module.arguments(verbs.add_parser(name, help=line, description=line[0].upper() + line[1:] + "."))
    return top


def main(words: Sequence[str] | None = None) -> int:
    """0 well, 1 trouble was found, 2 something must be put right first. Never a trace."""
    given = parser().parse_args(words)
    # Whatever is made from here on, databases and backups too, is for this account alone.
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stepwell.site.settings")
    module = import_module(f"stepwell.site.commands.{given.verb}")
    try:
        return int(module.run(given))
    except Misconfigured as wrong:
        return _say(str(wrong))
    except KeyboardInterrupt:
        return 130
    except OSError as wrong:
        named = f": {wrong.filename}" if wrong.filename else ""
        return _say(f"stepwell: {wrong.strerror or type(wrong).__name__}{named}.")


def _say(line: str) -> int:
    sys.stderr.write(line.rstrip() + "\n")
    return WRONG
