"""What a log line may hold: what happened and where in the program; never what somebody wrote.

An exception's message, its arguments and the path of a request may carry people's words or a secret
link. So exceptions are written as their type and the places in the code, and lines from other
programs' parts without the values they were given.
"""

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Any

OURS = "stepwell"


class PlainLine(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        # A copy: another place that listens must not find this one's cached text.
        line = logging.makeLogRecord(record.__dict__)
        line.msg, line.args = self._message(record), None
        line.exc_text, line.stack_info = None, None
        return super().format(line)

    def formatException(self, exc_info: Any) -> str:  # noqa: N802 - the name in logging.Formatter
        return places(exc_info[1])

    def _message(self, record: logging.LogRecord) -> str:
        if record.name.partition(".")[0] == OURS or not record.args:
            return record.getMessage() if record.name.partition(".")[0] == OURS else str(record.msg)
        args = record.args.values() if isinstance(record.args, dict) else record.args
        shown = tuple(arg if isinstance(arg, int | float) else f"<{type(arg).__name__}>" for arg in args)
        try:
            return str(record.msg) % shown
        except (TypeError, ValueError, KeyError):
            return str(record.msg)


def places(error: BaseException | None) -> str:
    """Type and code places of an error and of what led to it, newest last. No message, no value."""
    chain: list[str] = []
    while error is not None and len(chain) < 8:
        kind = type(error)
        frames = traceback.extract_tb(error.__traceback__)
        where = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        chain.append("\n".join([f"{kind.__module__}.{kind.__qualname__}", *where]))
        error = error.__cause__ or error.__context__
    return "\n".join(reversed(chain))


def quiet_hooks() -> None:
    """Errors that nobody caught, in any thread, go the same way as all others."""
    log = logging.getLogger(OURS)

    def main_thread(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("The program ended over an error.", exc_info=(kind, error, trace))

    def other_thread(given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            log.error("A thread ended over an error.", exc_info=given.exc_value)

    sys.excepthook = main_thread
    threading.excepthook = other_thread
