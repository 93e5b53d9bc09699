"""It is its owner's alone: to read, to take away, to have erased."""

import json

import pytest
from django.test import Client

from stepwell.ground.people.testing import PASSWORD
from stepwell.own.safety import gate, plan
from stepwell.own.safety.content import PlanV1
from stepwell.own.safety.models import Leaf
from stepwell.own.safety.privacy import ROOM
from stepwell.own.safety.testing import answer
from stepwell.own.safety.tests.cast import ASK, GROUND, PLAN, Actor

pytestmark = pytest.mark.django_db


def test_the_export_has_everything_and_says_what_it_is(alma: Actor) -> None:
    answer(alma.keyring, yes=("h",), left_open=("r",))
    plan.keep(alma.keyring, PlanV1(signs="The tone."))
    gate.hold(alma.keyring, "pathway.2")
    told = json.loads(json.dumps(ROOM.export(alma.keyring)))
    assert told["label"] == told["answers"]["label"] == "SDV"
    assert told["answers"]["hark"]["score"] == 1
    assert told["answers"]["hark"]["loinc"] == "76499-3"
    first, _second, third = told["answers"]["said"][:3]
    assert (first["loinc"], first["yes"], third["yes"]) == ("76500-8", True, None)
    assert told["plan"]["signs"] == "The tone."
    assert told["kept-back"] == ["pathway.2"]


def test_it_is_in_its_owners_export_and_in_no_other(alma: Actor, ben: Actor) -> None:
    plan.keep(alma.keyring, PlanV1(signs="Qzymtbar"))
    assert b"Qzymtbar" in b"".join(alma.browser.post("/settings/export/", {"password": PASSWORD}))
    assert b"Qzymtbar" not in b"".join(ben.browser.post("/settings/export/", {"password": PASSWORD}))


def test_a_partner_finds_no_row(alma: Actor, ben: Actor) -> None:
    answer(alma.keyring, yes=("a",))
    assert list(Leaf.objects.within(ben.keyring)) == []
    assert Leaf.objects.within(alma.keyring).count() == 1


def test_erasing_leaves_nothing_and_takes_nothing_of_others(alma: Actor, ben: Actor) -> None:
    for somebody in (alma, ben):
        somebody.see("/today/")
    ROOM.erase(alma.keyring)
    assert Leaf.objects.count() == 1
    assert Leaf.objects.within(ben.keyring).count() == 1


def test_nobody_signed_out_sees_any_of_it() -> None:
    nobody = Client()
    for page in (ASK, GROUND, PLAN, "/mine/plan/paper/", "/mine/phone/", "/mine/questions/"):
        assert nobody.get(page)["Location"].startswith("/sign-in/")
