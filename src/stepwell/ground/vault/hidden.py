from typing import NoReturn


class Hidden:
    """Holds keys: its repr shows none, and it is never pickled or copied, so no cache keeps one."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds keys: it is never stored or copied.")
