"""Taking it out, and going: what was signed stays with the other, as a letter does."""

import json

from django.apps import apps
from django.db import connection, transaction

from stepwell.ground.people.api import export_of
from stepwell.ground.record import api, verify
from stepwell.ground.record.kept import records_of
from stepwell.ground.record.models import Event, Pen
from stepwell.ground.record.tests.going import delete, leave

TEXT = {"title": "Zymtbar", "clauses": ["A wombat on the stairs."]}


def add(member, two):
    with transaction.atomic():
        return api.append(member.keyring, two.circle, "agreement.signed", TEXT)


def test_the_copy_of_everything_has_the_record_and_it_verifies(two, tmp_path):
    add(two.alma, two)
    add(two.ben, two)
    for member in (two.alma, two.ben):
        taken = json.loads(json.dumps(export_of(member.keyring), indent=2, default=str))["record"]
        file = tmp_path / "record.json"
        file.write_text(json.dumps(taken["records"][0], indent=2), encoding="utf-8")
        found = verify.check(str(file))
        assert (found.events, found.by) == (2, member.name)
        assert {name for name, _mark in found.people} == {"Alma", "Ben"}


def test_a_broken_record_does_not_keep_anybody_from_the_rest(two):
    first = add(two.alma, two)
    Event.objects.within(two.alma.keyring, two.circle).delete()
    (told,) = export_of(two.alma.keyring)["record"]["records"]
    assert told["not-as-you-saw-it"] == {
        "seen": {"i": 1, "h": first.h.hex(), "words": first.head.words},
        "found": None,
    }
    assert told["as-it-is"]["events"] == []
    assert told["as-it-is"]["receipt"]["i"] == 1


def test_it_stays_with_the_other_and_goes_with_the_last(two):
    add(two.alma, two)
    add(two.ben, two)
    delete(two.alma)
    ben = two.ben.fresh()
    assert [event.text for event in api.events(ben.keyring, two.circle)] == [TEXT, TEXT]
    assert [event.name for event in api.events(ben.keyring, two.circle)] == ["Alma", "Ben"]
    assert api.look(ben.keyring, two.circle).i == 2
    delete(ben)
    assert not Event.objects.filter(circle_id=two.circle).exists()
    assert not Pen.objects.exists()


def test_it_stays_with_whoever_left_too(two):
    add(two.alma, two)
    leave(two.alma, take_back=True)
    delete(two.ben.fresh())
    alma = two.alma.fresh()
    [kept] = records_of(alma.keyring)
    assert not kept.open
    assert [event.text for event in api.events(alma.keyring, kept.circle)] == [TEXT]
    assert export_of(alma.keyring)["record"]["records"][0]["events"][0]["text"] == TEXT


def test_nothing_of_it_lies_in_the_open(two):
    add(two.alma, two)
    planted = ["Zymtbar", "wombat", "agreement.signed", "Alma", two.alma.id.hex, str(two.alma.id)]
    names = [model._meta.db_table for model in apps.get_app_config("record").get_models()]
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f'SELECT * FROM "{name}"')
            held = b" ".join(
                bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                for row in cursor.fetchall()
                for value in row
            )
            assert held
            assert not [words for words in planted if words.encode().lower() in held.lower()]
