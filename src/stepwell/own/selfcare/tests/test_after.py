"""What is kept after a practice: only what its owner wants, for them alone."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from stepwell.own.selfcare import api, keeping
from stepwell.own.selfcare.models import After, Gauge
from stepwell.own.selfcare.testing import keep_after, keep_now
from stepwell.own.selfcare.tests.cast import Actor, checked, today, value

pytestmark = pytest.mark.django_db
NOTE = "It rained on the balcony.\nThat was good."


def test_a_note_and_whether_it_helped(alma: Actor) -> None:
    where = alma.after("cold-water", helped="a_little", note=NOTE)["Location"]
    page = alma.see(where)
    assert "Kept, for you alone." in page
    assert 'data-saved="after-cold-water"' in page
    listed = alma.see("/pause/kept/")
    for words in ("Cold water", "It helped a little", "It rained on the balcony.<br>"):
        assert words in listed


def test_one_answer_is_enough_and_none_is_nothing(alma: Actor) -> None:
    alma.after("rest", helped="not_now")
    alma.after("rest", note="Only words.")
    page = alma.send("/pause/with/rest/after/", {"form_id": str(uuid4())}, 422).content.decode()
    assert "One answer is enough" in page
    assert After.objects.count() == 2


@pytest.mark.parametrize("wrong", [{"helped": "always"}, {"note": "x" * 2001}])
def test_what_does_not_fit_is_said_and_everything_typed_is_still_there(
    wrong: dict[str, str], alma: Actor
) -> None:
    sent = {"form_id": str(uuid4()), "helped": "yes", "note": NOTE, **wrong}
    page = alma.send("/pause/with/rest/after/", sent, 422).content.decode()
    assert sent["note"].split("\n")[0] in page
    assert value(page, "form_id") == sent["form_id"]
    assert checked(page, "helped") == (["yes"] if sent["helped"] == "yes" else [])
    assert not After.objects.exists()


def test_sent_twice_it_is_there_once_and_a_day_holds_so_many(
    alma: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST_A_DAY", 2)
    sent = {"form_id": str(uuid4()), "helped": "yes"}
    for _ in range(3):
        alma.send("/pause/with/rest/after/", sent)
    alma.after("body", helped="yes")
    more = {"form_id": str(uuid4()), "note": NOTE}
    page = alma.send("/pause/with/rest/after/", more, 429).content.decode()
    assert "It rained on the balcony." in page
    assert After.objects.count() == 2


def test_words_typed_while_signed_out_meanwhile_are_carried(nobody: Actor) -> None:
    page = nobody.send("/pause/with/rest/after/", {"form_id": str(uuid4()), "note": NOTE}, 403)
    assert "It rained on the balcony." in page.content.decode()


def test_a_half_written_note_is_there_again(alma: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    from stepwell.own.selfcare.views import practice

    old = str(uuid4())
    drafts = {"after-rest": {"form_id": [old], "note": ["Half a sen"], "helped": ["a_little"]}}
    monkeypatch.setattr(practice, "kept_draft", lambda keyring, name: drafts.get(name))
    monkeypatch.setattr(practice, "drop_draft", lambda keyring, name: drafts.pop(name, None))
    page = alma.see("/pause/with/rest/")
    assert "Half a sen" in page
    assert checked(page, "helped") == ["a_little"]
    assert value(page, "form_id") != old
    assert 'data-draft="after-rest"' in page
    assert "Half a sen" not in alma.see("/pause/with/rest/?empty=1")
    alma.after("rest", note="Whole.")
    assert drafts == {}


def test_the_door_gives_what_was_practised_and_no_word_of_a_note(alma: Actor, ben: Actor) -> None:
    keep_after(alma.keyring, "rest", "yes", NOTE, now=datetime(2026, 3, 2, 22, tzinfo=UTC))
    keep_after(alma.keyring, "walking", None, NOTE, now=datetime(2026, 3, 5, 12, tzinfo=UTC))
    told = list(api.factors(alma.keyring))
    assert told == [
        api.Factor(date(2026, 3, 2), "p:rest", "yes"),
        api.Factor(date(2026, 3, 5), "p:walking", None),
    ]
    assert list(api.factors(alma.keyring, since=date(2026, 3, 3))) == told[1:]
    assert list(api.factors(ben.keyring)) == []


def test_what_was_kept_is_listed_by_month_and_goes_when_asked(alma: Actor) -> None:
    old = keep_after(alma.keyring, "rest", "yes", "In spring.", now=datetime(2026, 3, 2, 22, tzinfo=UTC))
    gauge = keep_now(alma.keyring, "over", 4)
    page = alma.see("/pause/kept/")
    assert "4 / 10" in page
    assert "In spring." not in page
    assert "?month=2026-03" in page
    assert "In spring." in alma.see("/pause/kept/?month=2026-03")
    assert "It cannot be brought back." in alma.see(f"/pause/kept/{old}/delete/")
    assert After.objects.count() == 1
    alma.send(f"/pause/kept/{old}/delete/")
    alma.send(f"/pause/kept/{gauge}/let-go/")
    assert not After.objects.exists()
    assert not Gauge.objects.exists()


@pytest.mark.parametrize("month", ["", "x", "0000-00", "9999-12", "2026-13", "2026-3", "-1"])
def test_an_odd_month_is_this_month(month: str, alma: Actor) -> None:
    assert today().strftime("%Y") in alma.see(f"/pause/kept/?month={month}")


def test_another_and_nobody_find_nothing_of_it(alma: Actor, ben: Actor, nobody: Actor) -> None:
    note: UUID = keep_after(alma.keyring, note=NOTE)
    gauge = keep_now(alma.keyring)
    ben.see(f"/pause/kept/{note}/delete/", 404)
    ben.send(f"/pause/kept/{note}/delete/", {}, 404)
    ben.send(f"/pause/kept/{gauge}/let-go/", {}, 404)
    assert "balcony" not in ben.see("/pause/kept/")
    nobody.see("/pause/kept/", 303)
    assert After.objects.count() == Gauge.objects.count() == 1


def test_the_way_back_is_still_known_after_keeping(alma: Actor) -> None:
    page = alma.see("/pause/with/rest/?then=/weeks/")
    assert "/pause/with/rest/after/?then=/weeks/" in page
    sent = {"form_id": str(uuid4()), "helped": "yes"}
    where = alma.send("/pause/with/rest/after/?then=/weeks/", sent)["Location"]
    assert 'href="/weeks/">Enough for now' in alma.see(where)
