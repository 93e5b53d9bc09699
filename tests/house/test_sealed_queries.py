"""Sealed rows are asked for through a keyring: the load is the permission."""

import ast

from django.apps import apps

from stepwell.ground.vault.api import SealedRow
from tests.house.plan import python_files, room_of, short, tree

SEALED = {
    (model._meta.app_label, model.__name__) for model in apps.get_models() if issubclass(model, SealedRow)
}
EVERY = {name for _room, name in SEALED}
WITH_A_KEYRING = {"within", "readable", "one", "newest", "hold", "plain"}


def _sealed(room: str, name: str) -> bool:
    """Rooms see models of their own alone, and two may have one name; the site may see them all."""
    return name in EVERY if room == "site" else (room, name) in SEALED


def _asked(node: ast.AST) -> tuple[str, str] | None:
    """(model, method) of `Model.objects.method` or `Model._base_manager.method`."""
    if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Attribute):
        return None
    inner = node.value
    if inner.attr not in {"objects", "_base_manager", "_default_manager"} or not isinstance(
        inner.value, ast.Name
    ):
        return None
    return inner.value.id, node.attr


def test_no_sealed_row_is_asked_for_without_a_keyring():
    unguarded = []
    for path in python_files():
        if room_of(path) == "vault":
            continue
        for node in ast.walk(tree(path)):
            asked = _asked(node)
            if asked and _sealed(room_of(path), asked[0]) and asked[1] not in WITH_A_KEYRING:
                unguarded.append(f"{short(path)}:{node.lineno} {asked[0]}.objects.{asked[1]}")
    assert not unguarded


def test_there_are_sealed_rows_to_watch_over():
    assert SEALED
