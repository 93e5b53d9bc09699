"""What is written here lies nowhere in the open, goes out with its owner, and goes when they go."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from stepwell.own.selfcare.privacy import erase, export
from stepwell.own.selfcare.testing import follow, keep_after, keep_now, put_numbers
from stepwell.own.selfcare.tests.cast import Actor, today

pytestmark = pytest.mark.django_db
PLANTED = ("Zymtbär after", "Zymtbär sign", "Zymtbär renamed", "out-breath", "numb", "watchful", "over")


def write_everything(who: Actor) -> str:
    own = follow(who.keyring, "watchful", new="Zymtbär sign")[-1]
    who.send("/signs/words/", {"watchful": "Zymtbär renamed", own: "Zymtbär sign"})
    put_numbers(who.keyring, today(), watchful=8, **{own: 6})
    keep_after(who.keyring, "out-breath", "a_little", "Zymtbär after", now=datetime(2026, 3, 2, tzinfo=UTC))
    keep_now(who.keyring, "over", 9)
    keep_now(who.keyring, "numb")
    return own


def rows() -> list[Any]:
    models = apps.get_app_config("selfcare").get_models()
    return [value for model in models for row in model._default_manager.values_list() for value in row]


def test_nothing_of_it_lies_in_the_open(alma: Actor) -> None:
    write_everything(alma)
    held = rows()
    assert len(held) > 20
    heap = b"\n".join(bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for v in held)
    assert not [words for words in PLANTED if words.encode() in heap]
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
    assert {name for name in names if name.startswith("selfcare_")} == {
        "selfcare_gauge", "selfcare_after", "selfcare_day", "selfcare_following",
    }  # fmt: skip


def test_everything_goes_out_in_words(alma: Actor, ben: Actor) -> None:
    write_everything(alma)
    told: Any = export(alma.keyring)
    assert [(one["state"], one.get("distress")) for one in told["how-it-was"]] == [
        ("over", 9),
        ("numb", None),
    ]
    assert [(one["practice"], one["note"]) for one in told["after-practices"]] == [
        ("out-breath", "Zymtbär after")
    ]
    assert {one["name"] for one in told["signs"]} == {"Zymtbär renamed", "Zymtbär sign"}
    assert {(one["sign"], one["number"]) for one in told["numbers"]} == {
        ("Zymtbär renamed", 8),
        ("Zymtbär sign", 6),
    }
    assert not any(export(ben.keyring).values())


def test_everything_goes_when_they_go_and_nothing_of_anybody_else(alma: Actor, ben: Actor) -> None:
    write_everything(alma)
    write_everything(ben)
    erase(alma.keyring)
    assert not any(export(alma.keyring).values())
    assert all(export(ben.keyring).values())


def test_an_export_of_the_account_holds_it(alma: Actor) -> None:
    write_everything(alma)
    from stepwell.ground.people.api import export_of

    assert "Zymtbär after" in str(export_of(alma.keyring))
