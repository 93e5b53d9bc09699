"""What imports cannot show: the names by which templates and pages refer to one another go down too."""

import ast
import re

from tests.house.plan import RISING, may_see, python_files, room_of, short, templates, tree

TEMPLATE = re.compile(r"""{%\s*(?:extends|include)\s+["']([^"']+)["']""")
ADDRESS = re.compile(r"""{%\s*url\s+["']([^"':]+):""")
STATIC = re.compile(r"""{%\s*static\s+["']([^"'/]+)/""")
INLINE = re.compile(
    r"<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|<script(?![^>]*\ssrc=)", re.IGNORECASE
)
OUTSIDE = re.compile(r"""(?:src|href|action)\s*=\s*["'](?:https?:)?//""", re.IGNORECASE)


def test_templates_look_down():
    upward = []
    for path in templates():
        words = path.read_text("utf-8")
        named = [name.split("/")[0] for name in TEMPLATE.findall(words)]
        named += ADDRESS.findall(words) + STATIC.findall(words)
        upward += [
            f"{short(path)} names {n}" for n in named if n not in RISING or not may_see(room_of(path), n)
        ]
    assert not upward


def test_templates_stand_in_their_rooms_own_folder():
    for path in templates():
        label = path.parts[path.parts.index("templates") + 1]
        assert label == room_of(path), short(path)


def test_code_reverses_downwards():
    upward = []
    for path in python_files():
        for node in ast.walk(tree(path)):
            name = _reversed(node)
            if name and ":" in name:
                label = name.split(":")[0]
                if label not in RISING or not may_see(room_of(path), label):
                    upward.append(f"{short(path)}:{node.lineno} names {name}")
    assert not upward


def _reversed(node: ast.AST) -> str | None:
    if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
        return None
    called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    return str(node.args[0].value) if called in {"reverse", "reverse_lazy", "redirect"} else None


def test_no_page_carries_script_or_style_or_leads_outside():
    for path in templates():
        words = re.sub(r"{[#%].*?[#%]}", "", path.read_text("utf-8"))
        assert not INLINE.search(words), f"{short(path)}: {INLINE.search(words)}"
        assert not OUTSIDE.search(words), f"{short(path)}: {OUTSIDE.search(words)}"
