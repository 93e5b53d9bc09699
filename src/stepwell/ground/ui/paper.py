"""Paper, by typst. What people wrote goes in as data, never as markup."""

import json
from importlib.resources import as_file, files
from typing import Any


def typeset(room: str, leaf: str, told: dict[str, Any]) -> bytes:
    """One PDF of what is told, by `print/<leaf>` of that room, which reads it as `sys.inputs.told` in JSON.

    For readers by ear too (PDF/UA-1) wherever the fonts have every sign.
    """
    import typst  # half a second and 30 MB that no other page needs

    inputs = {"told": json.dumps(told, ensure_ascii=False)}
    with as_file(files(room) / "print" / leaf) as source:
        try:
            return bytes(typst.compile(source, format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"]))
        except typst.TypstError:
            return bytes(typst.compile(source, format="pdf", sys_inputs=inputs))
