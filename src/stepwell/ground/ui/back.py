"""The way back to a page of ours that somebody came from. It is an address, and never carries words."""

from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 300


def page_of_ours(asked: str) -> str:
    """The address as it was asked for, or nothing where it does not lead to a page of ours."""
    ours = asked.startswith("/") and asked.isprintable() and len(asked) <= LONGEST
    return asked if ours and url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else ""
