"""What a kind of agreement is: its name, one line on what it is for, and clauses to begin from."""

from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class KindOf:
    """clauses: a starting text, to be edited. note: what the form says beside it."""

    key: str
    label: Text
    line: Text
    title: Text
    clauses: tuple[Text, ...]
    note: Text = ""
    compromise: bool = False
