"""What the start says of the library."""

from typing import Any

from django.core.checks import CheckMessage, Warning

from stepwell.own.learning.shelf import languages, shelf


def broken_articles(**_about: Any) -> list[CheckMessage]:
    return [
        Warning(f"An article is left out. {what}", id="learning.W001")
        for language in languages()
        for what in shelf(language).broken
    ]
