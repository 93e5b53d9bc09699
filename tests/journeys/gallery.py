"""A walk past every page of the house, in the states that people meet.

`Walk(open_browser, look, mail).all()` calls `look(page, name)` at each. What looks is another's matter:
axe, a camera. The walk tells the story in order, because each page is the real one with real rows behind it.
"""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pyotp

from tests.journeys import (
    gallery_affection,
    gallery_between,
    gallery_consent,
    gallery_days,
    gallery_letters,
    gallery_menu,
    gallery_openness,
    gallery_own,
    gallery_pace,
    gallery_repair,
    gallery_said,
    gallery_talks,
    gallery_touch,
)
from tests.journeys.somebody import PASSWORD, Somebody

if TYPE_CHECKING:
    from playwright.sync_api import Page

Look = Callable[["Page", str], None]
OpenBrowser = Callable[[], "Page"]
NOBODY_HAS_IT = "/check-ins/01a1fcf3-0000-7000-8000-000000000000/"
WORDS = "You rang when you said you would, and you told me first that the train was late."


class Walk:
    def __init__(self, browser: OpenBrowser, look: Look, mail: Path) -> None:
        self.browser, self._look, self.mail = browser, look, mail

    def somebody(self, name: str) -> Somebody:
        return Somebody(name, self.browser())

    def look(self, somebody: Somebody, name: str, path: str = "") -> None:
        if path:
            somebody.go(path)
        self._look(somebody.page, name)

    def all(self) -> None:
        self.signed_out()
        alma, ben = self.somebody("Alma"), self.somebody("Ben")
        self.coming_in(alma)
        self.alone(alma)
        gallery_said.alone(self, alma)
        gallery_days.alone(self, alma)
        gallery_letters.alone(self, alma)
        gallery_repair.alone(self, alma)
        gallery_menu.alone(self, alma)
        gallery_openness.alone(self, alma)
        gallery_own.alone(self, alma)
        gallery_pace.alone(self, alma)
        gallery_affection.alone(self, alma)
        gallery_between.alone(self, alma)
        gallery_talks.alone(self, alma)
        gallery_touch.alone(self, alma)
        gallery_consent.alone(self, alma)
        self.ground(alma)
        self.standing(alma)
        ben.sign_up()
        self.meeting(alma, ben)
        gallery_between.empty(self, alma)
        self.together(alma, ben)
        self.landings(alma, ben)
        self.agreements(alma, ben)
        self.record(alma)
        gallery_said.promises(self, alma, ben)
        gallery_said.questions(self, alma, ben)
        gallery_letters.letters(self, alma, ben)
        gallery_repair.two(self, alma, ben)
        gallery_days.two(self, alma, ben)
        gallery_own.two(self, alma, ben)
        gallery_pace.two(self, alma, ben)
        gallery_between.two(self, alma, ben)
        gallery_talks.two(self, alma, ben)
        gallery_menu.two(self, alma, ben)
        gallery_openness.two(self, alma, ben)
        gallery_affection.two(self, alma, ben)
        gallery_touch.two(self, alma, ben)
        gallery_consent.two(self, alma, ben)
        self.settings(alma)
        self.notes(alma)
        self.leaving(alma, ben)
        self.second_steps(ben)
        self.coming_back(alma)

    def signed_out(self) -> None:
        nobody = self.somebody("Nobody")
        for path in (
            "/",
            "/help/",
            "/leaving/",
            "/sign-up/",
            "/sign-in/",
            "/recover/",
            "/offline/",
            "/blank/",
        ):
            self.look(nobody, f"out{path.replace('/', '-').rstrip('-')}", path)
        self.look(nobody, "out-not-there", "/no-such-page/")
        self.look(nobody, "out-invitation-over", "/invitation/no-such-invitation/")
        nobody.go("/sign-in/")
        nobody.hand.write("Name", nobody.name)
        nobody.hand.write("Password", "not the password")
        nobody.hand.press("Sign in")
        self.look(nobody, "out-sign-in-wrong")
        self.reading(nobody)

    def reading(self, nobody: Somebody) -> None:
        self.look(nobody, "out-reading", "/reading/")
        nobody.hand.write("A word or two", "sleep quasar")
        nobody.hand.press("Look")
        self.look(nobody, "out-reading-nearest")
        nobody.hand.write("A word or two", "zeppelin")
        nobody.hand.press("Look")
        self.look(nobody, "out-reading-nothing")
        nobody.hand.press("All pages")
        nobody.hand.press("What betrayal trauma is")
        self.look(nobody, "out-reading-one")

    def coming_in(self, alma: Somebody) -> None:
        alma.go("/sign-up/")
        alma.hand.write("A name to sign in with", alma.name)
        alma.hand.write("Password", "too short")
        alma.hand.write("The same password again", "and different")
        alma.hand.press("Make this place")
        self.look(alma, "sign-up-errors")
        alma.hand.write("Password", PASSWORD)
        alma.hand.write("The same password again", PASSWORD)
        alma.hand.press("Make this place")
        alma.code = alma.page.locator(".codes").inner_text()
        self.look(alma, "code")
        alma.hand.press("I have kept it")
        self.look(alma, "today-first")

    def alone(self, alma: Somebody) -> None:
        for name, path in {
            "together-alone": "/together/",
            "mine": "/mine/",
            "check-ins-none": "/check-ins/",
            "weeks-none": "/weeks/",
            "help": "/help/",
            "times-none": "/check-ins/times/",
            "words-none": "/check-ins/words/",
            "write-alone": "/check-ins/new/",
            "space-none": "/together/space/",
            "invite": "/together/invite/",
            "code-of-another": "/together/code/",
            "not-there": NOBODY_HAS_IT,
            "record-alone": "/record/",
            "agreements-none": "/agreements/",
            "agreements-write-alone": "/agreements/new/compromise/",
        }.items():
            self.look(alma, name, path)
        alma.go("/check-ins/new/")
        alma.hand.write("One thing you intend", "x" * 5000)
        alma.hand.press("Keep this check-in")
        self.look(alma, "write-errors")
        alma.hand.write("One thing you intend", "Say it sooner.")
        alma.hand.press("Keep this check-in")

    def standing(self, alma: Somebody) -> None:
        for name in ("pause", "pause/now/over", "pause/now/numb", "pause/with/out-breath", "pause/kept"):
            self.look(alma, name.replace("/", "-"), f"/{name}/")
        alma.hand.press("Come back to the room")
        alma.hand.press("Cold water")
        alma.hand.press("Keep this for me")
        self.look(alma, "pause-after-errors")
        alma.hand.write("A note for yourself", "My hands came back first.")
        alma.hand.press("Keep this for me")
        self.look(alma, "pause-after-kept")
        self.look(alma, "pause-kept-one", "/pause/kept/")
        alma.hand.tap(alma.page.get_by_role("link", name="Delete"))
        self.look(alma, "pause-kept-delete")
        self.signs(alma)

    def signs(self, alma: Somebody) -> None:
        self.look(alma, "signs-words-none", "/signs/words/")
        self.look(alma, "signs-weeks-none", "/signs/weeks/")
        self.look(alma, "signs", "/signs/")
        alma.page.get_by_role("checkbox", name="Anger").check()
        alma.hand.press("Follow these")
        alma.hand.press("Write today's numbers")
        self.look(alma, "signs-day")
        alma.page.get_by_role("radio", name="4", exact=True).check()
        alma.hand.press("Keep these numbers")
        self.look(alma, "signs-day-kept")
        self.look(alma, "signs-words", "/signs/words/")
        alma.hand.tap(alma.page.get_by_role("link", name="Forget it"))
        self.look(alma, "signs-forget")
        self.look(alma, "signs-weeks", "/signs/weeks/")

    def ground(self, alma: Somebody) -> None:
        for part in (
            "questions",
            "questions/later",
            "ground",
            "ground/alone",
            "ground/some",
            "plan/paper",
            "phone",
        ):
            self.look(alma, f"mine-{part}".replace("/", "-"), f"/mine/{part}/")
        alma.go("/mine/questions/all/")
        self.look(alma, "questions-all")
        alma.hand.press("Keep my answers")
        self.look(alma, "questions-errors")
        for question in alma.page.locator("fieldset").all():
            question.get_by_role("radio", name="No", exact=True).check()
        alma.hand.choose("Yes", within="Have you yourself")
        alma.hand.press("Keep my answers")
        self.look(alma, "questions-answered")
        alma.go("/mine/ground/")
        alma.hand.unfold("Read before you open it")
        alma.hand.press("Open these")
        self.look(alma, "ground-errors")
        alma.go("/mine/plan/")
        alma.hand.write("What I can do alone", "Walk to the bridge.")
        alma.hand.press("Keep this plan")
        self.look(alma, "plan-kept")
        self.look(alma, "plan-paper", "/mine/plan/paper/")

    def meeting(self, alma: Somebody, ben: Somebody) -> None:
        code = alma.invite()
        self.look(alma, "invited")
        link = alma.page.locator(".typed").inner_text()
        self.look(alma, "own-invitation", link)
        self.look(self.somebody("Somebody"), "out-invitation", link)
        ben.go("/together/code/")
        ben.hand.write("The code you were given", "QQQQ-QQQQ")
        ben.hand.press("Read who asks")
        self.look(ben, "code-over")
        self.look(ben, "asked", link)
        ben.answer(code)
        self.look(ben, "eight-words")
        self.look(ben, "words-different", "/together/words/different/")
        self.look(alma, "today-words", "/today/")
        alma.say_same()
        self.look(alma, "words-said")
        ben.say_same()
        self.look(ben, "space")
        self.look(ben, "together-nothing-yet", "/together/")

    def together(self, alma: Somebody, ben: Somebody) -> None:
        ben.check_in(noticed="You asked how my day was, and waited.", safety=7, show_to=alma.name)
        self.look(alma, "today", "/today/")
        self.look(alma, "write", "/check-ins/new/")
        alma.check_in(noticed=WORDS, safety=4)
        self.look(alma, "one-mine-alone")
        own = alma.page.url.split("?")[0]
        alma.hand.choose(f"{ben.name} and me")
        alma.hand.press("Keep this choice")
        self.look(alma, "one-shown")
        for name, path in {
            "correct": own + "correct/",
            "delete": own + "delete/",
            "together": "/together/",
            "check-ins": "/check-ins/",
            "weeks": "/weeks/",
            "today-written": "/today/",
            "already-together": "/together/invite/",
        }.items():
            self.look(alma, name, path)
        alma.go("/together/")
        day = alma.page.locator("main time").first.get_attribute("datetime") or ""
        self.look(alma, "together-day", f"/together/{day[:10]}/")
        self.times(alma, ben)

    def landings(self, alma: Somebody, ben: Somebody) -> None:
        for slug in ("solid-ground", "open-doors", "being-heard", "drawing-near", "new-water"):
            self.look(alma, f"landing-{slug}", f"/landings/{slug}/")
        self.look(alma, "landings-answers-none", "/landings/answers/")
        self.look(alma, "landings", "/landings/")
        alma.hand.press("I am ready for the next landing")
        self.look(alma, "landings-said")
        alma.go("/landings/questions/")
        alma.hand.press("Keep it for myself")
        self.look(alma, "landings-questions-errors")
        alma.hand.write("A word to yourself", "I slept a little.")
        alma.hand.press("Keep it for myself")
        self.look(alma, "landings-answers")
        self.look(ben, "landings-other", "/landings/")

    def agreements(self, alma: Somebody, ben: Somebody) -> None:
        self.look(alma, "agreements-kinds", "/agreements/new/")
        alma.hand.press("Phones and screens")
        self.look(alma, "agreement-write")
        alma.hand.write("What you call it", "")
        alma.hand.write("Look at it again on", "2020-01-01")
        alma.hand.press(f"Show it to {ben.name}")
        self.look(alma, "agreement-write-errors")
        alma.hand.write("What you call it", "Phones in the evening")
        alma.hand.write("Look at it again on", "2036-12-12")
        alma.hand.press(f"Show it to {ben.name}")
        self.look(alma, "agreement-offered")
        one = alma.page.url.split("?")[0]
        self.look(ben, "agreement-asked", one)
        ben.hand.press("Offer another version")
        self.look(ben, "agreement-change")
        ben.hand.write("Clause 1", "From ten in the evening both phones lie on the shelf.")
        alma.go(f"{one}change/")
        alma.hand.write("Clause 1", "From eight in the evening both phones lie in the hall.")
        ben.hand.press(f"Show it to {alma.name}")
        alma.hand.press(f"Show it to {ben.name}")
        self.look(alma, "agreement-both")
        alma.go(one)
        self.look(alma, "agreement-answered")
        alma.hand.press("Sign version 2")
        self.look(ben, "agreement-signed-once", one)
        ben.hand.press("Sign version 2")
        self.agreed(alma, ben, one)

    def agreed(self, alma: Somebody, ben: Somebody, one: str) -> None:
        self.look(alma, "agreement-in-force", one)
        for part in ("versions", "paper", "step-back", "review", "note"):
            self.look(alma, f"agreement-{part}", f"{one}{part}/")
        alma.hand.write("What you want to remember of it", "I was too tired to say no.")
        alma.hand.press("Keep this for me")
        self.look(alma, "agreement-note-kept")
        alma.go(f"{one}review/")
        alma.hand.press("It is still right for me")
        self.look(alma, "agreement-review-said")
        self.look(alma, "agreements", "/agreements/")
        alma.go("/agreements/new/compromise/")
        alma.hand.write("What you call it", "Sundays")
        alma.hand.write("What you want", "A morning without plans.")
        alma.hand.write(f"What {ben.name} wants", "A walk with the children.")
        alma.hand.write("Settled, 1", "Every second Sunday begins with a walk at eleven.")
        alma.hand.press(f"Show it to {ben.name}")
        self.look(ben, "agreement-compromise", alma.page.url.split("?")[0])
        ben.hand.press("Put it out of my sight")
        self.look(ben, "agreements-away")
        alma.go("/agreements/new/own/")
        alma.hand.write("What you call it", "For another day")
        alma.hand.press("Keep as a draft")
        self.look(alma, "agreement-draft")
        alma.hand.tap(alma.page.get_by_role("link", name="Delete this draft"))
        self.look(alma, "agreement-draft-delete")

    def record(self, alma: Somebody) -> None:
        self.look(alma, "record", "/record/")
        alma.hand.unfold("word for word")
        self.look(alma, "record-word-for-word")
        own = alma.page.locator("a[href*='/words/']").first.get_attribute("href")
        self.look(alma, "record-take-out", own)

    def times(self, alma: Somebody, ben: Somebody) -> None:
        ben.go("/check-ins/times/")
        ben.hand.unfold("Suggest a time for both")
        ben.hand.write("At what time", "20:30")
        ben.hand.press("Suggest this time")
        self.look(ben, "times-suggested")
        self.look(alma, "times-asked", "/check-ins/times/")
        alma.hand.press("Yes, at this time")
        self.look(alma, "times-agreed")

    def settings(self, alma: Somebody) -> None:
        for part in (
            "",
            "place",
            "password",
            "known-password",
            "factor",
            "lock",
            "devices",
            "export",
            "delete",
            "reminders",
        ):
            self.look(alma, f"settings-{part}".rstrip("-"), f"/settings/{part}/".replace("//", "/"))
        alma.go("/settings/password/")
        alma.hand.press("Change it")
        self.look(alma, "settings-password-errors")

    def notes(self, alma: Somebody) -> None:
        alma.go("/settings/reminders/")
        alma.hand.write(alma.page.locator("label[for=id_address]").inner_text(), "alma@example.org")
        alma.hand.press("Use this address")
        self.look(alma, "reminders-sent")
        letter = max(self.mail.iterdir(), key=lambda path: path.stat().st_mtime).read_text()
        found = re.search(r"/notes/yes/\S+", letter.replace("=\n", ""))
        assert found, letter
        self.look(alma, "note-confirm", found[0])
        alma.hand.press("Yes, send notes here")
        self.look(alma, "note-confirmed")
        alma.go("/settings/reminders/")
        alma.hand.press("Make a calendar address")
        self.look(alma, "reminders-calendar")
        self.look(alma, "note-over", "/notes/yes/no-such-token/")
        self.look(alma, "note-stop", "/notes/end/no-such-token/")

    def leaving(self, alma: Somebody, ben: Somebody) -> None:
        ben.go("/together/space/")
        ben.hand.press("Pause the space")
        self.look(ben, "space-resting")
        self.look(alma, "together-resting", "/together/")
        gallery_days.resting(self, alma)
        gallery_said.resting(self, alma)
        gallery_letters.resting(self, alma)
        gallery_repair.resting(self, alma)
        gallery_menu.resting(self, alma)
        gallery_openness.resting(self, alma)
        gallery_own.resting(self, alma)
        gallery_pace.resting(self, alma)
        gallery_affection.resting(self, alma)
        gallery_between.resting(self, alma)
        gallery_touch.resting(self, alma)
        gallery_consent.resting(self, alma)
        self.look(alma, "agreements-resting", "/agreements/")
        self.look(alma, "agreement-resting", alma.page.locator(".rows a").first.get_attribute("href") or "")
        self.look(alma, "write-resting", "/check-ins/new/")
        self.look(ben, "leave", "/together/space/leave/")
        ben.hand.press("Leave the space")
        self.look(ben, "left")
        self.look(alma, "take-back", "/together/space/take-back/")
        self.look(alma, "space-ended", "/together/space/")
        self.look(alma, "together-ended", "/together/")
        self.look(alma, "agreements-ended", "/agreements/")
        self.look(alma, "record-ended", "/record/")

    def second_steps(self, ben: Somebody) -> None:
        ben.go("/settings/factor/")
        seed = ben.page.locator(".fingerprint").inner_text().replace(" ", "")
        ben.hand.write("Code from your app", pyotp.TOTP(seed).now())
        ben.hand.write("Your password", PASSWORD)
        ben.hand.press("Begin")
        self.look(ben, "settings-factor-on", "/settings/factor/")
        ben.go("/settings/lock/")
        ben.hand.write("Your password", PASSWORD)
        ben.hand.write("Second passphrase", "another lantern, another stair")
        ben.hand.write("The same passphrase again", "another lantern, another stair")
        ben.hand.press("Put it on")
        self.look(ben, "settings-lock-on", "/settings/lock/")
        ben.go("/settings/")
        ben.hand.press("Sign out")
        ben.sign_in()
        self.look(ben, "second-step")
        ben.hand.write("Code from your app", "000000")
        ben.hand.press("Go on")
        self.look(ben, "second-step-wrong")
        # The code that set it up is used: the next one counts already.
        ben.hand.write("Code from your app", pyotp.TOTP(seed).at(int(time.time()) + 30))
        ben.hand.press("Go on")
        self.look(ben, "locked")

    def coming_back(self, alma: Somebody) -> None:
        again = Somebody(alma.name, self.browser())
        again.go("/recover/")
        again.hand.write("Name", alma.name)
        again.hand.write("Printed code", alma.code)
        again.hand.write("New password", "a kettle on the landing")
        again.hand.write("The new password again", "a kettle on the landing")
        again.hand.press("Go on")
        self.look(again, "recover-waits")
        self.look(alma, "today-recovery-slip", "/today/")
        other = Somebody(alma.name, self.browser())
        other.sign_in()
        alma.go("/check-ins/new/")
        alma.hand.write("One thing you intend", "Say it sooner.")
        other.go("/settings/devices/")
        other.hand.press("End all others")
        alma.hand.press("Keep this check-in")
        self.look(alma, "carry")
        self.look(other, "settings-devices", "/settings/devices/")
        other.go("/settings/delete/")
        other.hand.write("Your password", PASSWORD)
        other.hand.press("Delete it all")
        self.look(other, "gone")
