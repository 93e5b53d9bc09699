"""The one error of the reader."""


class Malformed(ValueError):
    """line and column count from 1; name is the column's heading, empty where it has none."""

    def __init__(self, line: int, column: int, name: str, what: str) -> None:
        named = f" ({name})" if name and name.isprintable() else ""
        super().__init__(f"line {line}, column {column}{named}: {what}")
        self.line = line
        self.column = column
        self.name = name
        self.what = what
