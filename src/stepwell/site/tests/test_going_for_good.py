"""Alma, who shares a space with Ben, goes for good: her rooms are emptied from the top, her keys last."""

import pytest
from django.apps import apps
from django.test import Client

from stepwell.ground.people.testing import PASSWORD, make_person, sign_in
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.api import check_password
from stepwell.together.checkins.testing import keep_one

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_of_two_goes_and_the_other_stays_whole():
    alma, ben = make_person("Alma"), make_person("Ben")
    make_couple(alma, ben)
    keep_one(alma.keyring)
    keep_one(ben.keyring)
    hers, his = Client(), Client()
    sign_in(hers, alma)
    sign_in(his, ben)
    assert hers.post("/settings/delete/", {"password": PASSWORD}).status_code == 200
    assert check_password(alma.id, PASSWORD) is None
    assert couple_of(ben.fresh().keyring) is None
    for page in ("/today/", "/together/", "/mine/", "/settings/", "/settings/export/"):
        assert his.get(page).status_code == 200, page
    left = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if field.get_internal_type() == "UUIDField"
        and model._base_manager.filter(**{field.name: alma.id}).exists()
    ]
    assert left == []
