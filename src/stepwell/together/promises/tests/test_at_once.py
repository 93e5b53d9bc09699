"""The same form at the same moment: one row, one plan, one event."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connections
from django.test import Client

from stepwell.ground.people.testing import sign_in
from stepwell.together.promises.models import Promise, Word
from stepwell.together.promises.tests.cast import TUESDAY, enter_two, promise_form, recorded, word_form

MANY = 8


@pytest.mark.django_db(transaction=True)
def test_sent_by_many_hands_it_is_once() -> None:
    alma, ben = enter_two("Alma", "Ben")
    browsers = []
    for _ in range(MANY):
        browsers.append(Client())
        sign_in(browsers[-1], ben.member)

    def at_once(url: str, form: dict[str, object]) -> set[tuple[int, str]]:
        def send(browser: Client) -> tuple[int, str]:
            try:
                answer = browser.post(url, form)
                return answer.status_code, str(answer.get("Location", ""))
            finally:
                connections.close_all()

        with ThreadPoolExecutor(MANY) as hands:
            return set(hands.map(send, browsers))

    ((status, page),) = at_once("/promises/new/", promise_form())
    assert status == 303
    promise = UUID(page.split("/")[2])
    plan = {"plan_what": "I ring from the car.", "plan_day": TUESDAY + timedelta(days=1)}
    word = word_form("changed", reason="The train was late.", **plan) | {"form_id": str(uuid4())}
    answers = at_once(f"/promises/{promise}/{TUESDAY.isoformat()}/", word)
    assert {status for status, _ in answers} == {303}
    assert Word.objects.within(ben.keyring).count() == 1
    assert Promise.objects.within(ben.keyring, ben.circle).count() == 2
    kinds = [event.kind for event in recorded(alma, alma.circle)]
    assert kinds == ["promise.made", "promise.made", "promise.changed"]
