"""A room that cannot say what it holds, give it out and forget it is unfinished."""

from django.apps import apps

from stepwell.ground.privacy.api import rooms


def _declared() -> list[str]:
    return [holding.model for room in rooms() for holding in room.holdings]


def test_every_table_is_declared_once_and_nothing_else_is():
    real = sorted(model._meta.label for model in apps.get_models() if model._meta.managed)
    assert sorted(_declared()) == real


def test_every_declaration_says_something():
    for room in rooms():
        for holding in room.holdings:
            for words in (holding.personal, holding.exported, holding.erased):
                assert words.strip(), holding.model
