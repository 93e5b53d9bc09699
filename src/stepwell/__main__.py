"""`python -m stepwell` is the `stepwell` command."""

from stepwell.site.command import main

if __name__ == "__main__":
    raise SystemExit(main())
