"""What the tables must hold to from the first day, so that a site can grow without moving anybody's rows."""

import pytest
from django.apps import apps
from django.db import models

from stepwell.ground.vault.api import SealedRow

EVERY = [model for model in apps.get_models() if model._meta.managed]
TENANT = ("circle_id", "person_id")
# Rows of the server itself, or found by a secret alone: each with the reason it has no tenant.
WITHOUT_TENANT: dict[str, str] = {
    "people.Person": "it is the account itself",
    "people.Failure": "counted by a keyed hash, so that it does not say whose it is",
}
# Indexes that do not begin with the tenant, and why.
ACROSS = {
    "held_key_circle": "the last seat of a circle is found by the circle, when keys change",
    "notices_due_at": "the clock asks who is due, whoever it is",
}


def _name(model: type[models.Model]) -> str:
    return model._meta.label


def _tenant(model: type[models.Model]) -> str | None:
    columns = {field.attname for field in model._meta.local_concrete_fields}
    return next((name for name in TENANT if name in columns), None)


@pytest.mark.parametrize("model", EVERY, ids=_name)
def test_every_table_has_its_tenant(model):
    tenant = _tenant(model)
    if tenant is None:
        assert _name(model) in WITHOUT_TENANT, "a table needs circle_id or person_id, or a reason in the list"
        return
    assert not model._meta.get_field(tenant).null
    if issubclass(model, SealedRow):
        assert tenant == "circle_id"


@pytest.mark.parametrize("model", EVERY, ids=_name)
def test_the_tenant_comes_first_in_indexes_and_unique_rules(model):
    tenant = _tenant(model)
    for index in model._meta.indexes:
        first = (list(index.fields) or [str(index.expressions[0].name)])[0].lstrip("-")
        assert tenant in (None, first) or index.name in ACROSS, f"{index.name} begins with {first}"
    for rule in model._meta.constraints:
        if isinstance(rule, models.UniqueConstraint):
            names = list(rule.fields) or [str(part.name) for part in rule.expressions]
            assert tenant is None or names[0] == tenant, f"{rule.name} does not begin with {tenant}"
    assert not model._meta.unique_together


@pytest.mark.parametrize("model", EVERY, ids=_name)
def test_ids_need_no_sequence(model):
    key = model._meta.pk
    assert isinstance(key, models.UUIDField | models.BinaryField | models.CharField), f"{key} counts upwards"


@pytest.mark.parametrize("model", EVERY, ids=_name)
def test_no_foreign_key_leaves_the_room(model):
    for field in model._meta.local_concrete_fields:
        if field.related_model is not None:
            assert field.related_model._meta.app_label == model._meta.app_label


@pytest.mark.parametrize("model", EVERY, ids=_name)
def test_nothing_writes_by_itself(model):
    """No auto_now: it is wall-clock time by the second, where the day is mostly enough."""
    for field in model._meta.local_concrete_fields:
        assert not getattr(field, "auto_now", False)
        assert not getattr(field, "auto_now_add", False)


@pytest.mark.django_db
def test_the_migrations_are_complete():
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
