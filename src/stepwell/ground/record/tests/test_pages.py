"""The page of the record: what it says, to whom, and in which state of the space."""

import io
import json
from pathlib import Path

import pypdf
import pytest
from django.db import transaction

from stepwell.ground.people.testing import make_person
from stepwell.ground.record import api, verify
from stepwell.ground.record.models import Event
from stepwell.ground.record.tests.going import browser, leave
from stepwell.ground.spaces.api import pause

PHONES = {
    "of": "6f1f2f5e-3a0a-4f0e-8a4c-8f1a2b3c4d5e",
    "title": "Phones in the evening",
    "clauses": ["Face up."],
}


@pytest.fixture(autouse=True)
def _sentence():
    api.add_kind("agreement.signed", lambda text, name: f"{name} signed “{text['title']}”.")


def add(member, two, kind="agreement.signed", text=PHONES):
    with transaction.atomic():
        return api.append(member.keyring, two.circle, kind, text)


def see(member, path="/record/", status=200):
    answer = browser(member).get(path)
    assert answer.status_code == status
    return b"".join(answer).decode() if answer.streaming else answer.content.decode()


def test_it_says_what_was_signed_and_by_whom(two):
    add(two.alma, two)
    event = add(two.ben, two)
    for member in (two.alma, two.ben):
        page = see(member)
        assert "Alma signed “Phones in the evening”." in page
        assert "Ben signed “Phones in the evening”." in page
        assert "Face up." in page
        assert event.head.words in page
        assert "If either of you alters the record later, the other can tell." in page
        assert "does not prove who sat at the keyboard" in page
        assert PHONES["of"] not in page


def test_its_words_are_for_people_and_codes_stay_in_the_file(two):
    text = {"title": "A", "look_again": "2026-12-01", "repeat": "once", "corrected": 0, "reason": ""}
    add(two.alma, two, text=text)
    page = see(two.ben)
    assert "to be looked at again" in page
    assert "1 December" in page
    for code in ("2026-12-01", "repeat", "corrected", "look_again", "reason"):
        assert code not in page


def test_empty_and_alone(two):
    assert "Nothing has been signed yet." in see(two.alma)
    esi = make_person("Esi")
    page = see(esi)
    assert "On your own" in page
    assert "partner" not in page
    for path in ("/record/take/", "/record/print.pdf", "/record/?space=1"):
        see(esi, path, 404 if path != "/record/?space=1" else 200)
    see(two.alma, "/record/?space=2", 404)
    see(two.alma, "/record/?space=x", 404)


def test_a_kind_that_nobody_knows_and_a_sentence_that_does_not_fit_still_read(two):
    add(two.alma, two, "something.new", {"title": "Whatever"})
    add(two.ben, two, text={"other": "shape"})
    page = see(two.alma)
    assert "Alma signed this." in page
    assert "Ben signed this." in page
    assert "Whatever" in page


def test_what_was_erased_says_so(two):
    add(two.alma, two)
    api.erase(two.alma.keyring, two.circle, [1])
    page = see(two.ben)
    assert "Its words were erased since." in page
    assert "Face up." not in page


def test_markup_stays_words(two):
    add(two.alma, two, text={"title": "<b>x</b>", "clauses": ["#panic() *bold* $x$ <script>"]})
    page = see(two.alma)
    assert "<b>x" not in page
    assert "<script>" not in page
    assert "#panic() *bold* $x$ <script>" in pdf_text(two.alma)


def test_a_long_record_has_pages(two):
    for number in range(105):
        add(two.alma, two, text={"title": f"number {number + 1}."})
    newest, middle, oldest = see(two.ben), see(two.ben, "/record/?to=55"), see(two.ben, "/record/?to=5")
    assert "“number 105.”" in newest
    assert "“number 55.”" not in newest
    assert "“number 55.”" in middle
    assert "“number 56.”" not in middle
    assert "“number 5.”" in oldest
    assert "?space=1&amp;to=55" in newest
    assert "?space=1&amp;to=55" in oldest
    assert "?space=1&amp;to=105" in middle
    assert "“number 105.”" in see(two.ben, "/record/?to=9999")


def test_it_stays_readable_while_the_space_rests_and_for_both_after_it_ended(two):
    add(two.alma, two)
    pause(two.ben.keyring)
    assert "Face up." in see(two.alma)
    leave(two.alma, take_back=True)
    for member in (two.alma, two.ben):
        assert "Alma signed" in see(member.fresh())
        taken = json.loads(see(member, "/record/take/"))
        assert [event["text"] for event in taken["events"]] == [PHONES]


def test_whoever_left_keeps_their_part_of_a_record_that_goes_on(two):
    add(two.alma, two)
    leave(two.alma)
    add(two.ben.fresh(), two, text={"title": "Alone"})
    page = see(two.alma.fresh())
    assert "Phones in the evening" in page
    assert "Alone" not in page
    assert "Alone" in see(two.ben)
    assert api.look(two.alma.keyring, two.circle).i == 1


def test_a_new_space_stands_first_and_the_old_one_can_be_chosen(two):
    from stepwell.ground.spaces.testing import make_couple

    add(two.alma, two)
    leave(two.alma)
    make_couple(two.alma.fresh(), make_person("Chidi"))
    page = see(two.alma.fresh())
    assert "Nothing has been signed yet." in page
    assert 'href="?space=1"' in page
    assert "Phones in the evening" in see(two.alma, "/record/?space=1")


def test_the_program_is_the_very_file(client, db):
    answer = client.get("/record/verify.py")
    assert answer.content == Path(verify.__file__).read_bytes()


def pdf_text(member):
    answer = browser(member).get("/record/print.pdf")
    assert answer.status_code == 200
    return " ".join(
        " ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(answer.content)).pages
    )


def test_the_paper_has_names_receipt_and_page_numbers_and_is_tagged(two):
    add(two.alma, two)
    event = add(two.ben, two)
    paper = pypdf.PdfReader(io.BytesIO(browser(two.ben).get("/record/print.pdf").content))
    root = paper.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert f"{event.at:%B} {event.at:%Y}" in pdf_text(two.ben)
    words = pdf_text(two.ben)
    for part in (
        "Alma and Ben",
        event.head.words,
        "1 / 1",
        "Ben signed “Phones in the evening”.",
        "Face up.",
    ):
        assert part in words


def test_signs_that_no_font_here_has_do_not_stop_the_paper(two):
    add(two.alma, two, text={"title": "\U000130b8 \ufffe \ue000 日本 عربي"})
    assert "signed" in pdf_text(two.alma)


def break_it(two, **change):
    Event.objects.within(two.alma.keyring, two.circle).filter(i=2).update(**change)


def test_a_broken_record_is_told_with_both_values(two):
    first, second = add(two.alma, two), add(two.ben, two)
    Event.objects.within(two.alma.keyring, two.circle).filter(i=2).delete()
    page = see(two.ben)
    assert "This record is not as you saw it" in page
    assert first.head.words in page
    assert second.head.words in page
    assert "Ben" not in page
    for path in ("/record/take/", "/record/print.pdf"):
        assert "not as you saw it" in see(two.ben, path, 409)
    # Alma has only seen her own event: for her, nothing is missing.
    assert "Phones in the evening" in see(two.alma)


def test_a_record_that_is_gone_is_told(two):
    add(two.alma, two)
    Event.objects.within(two.alma.keyring, two.circle).delete()
    assert "No event in its place." in see(two.alma)
