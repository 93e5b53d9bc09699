#!/usr/bin/env python3
"""Django's own commands, for developers. People who run a server use the `stepwell` command."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stepwell.site.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
