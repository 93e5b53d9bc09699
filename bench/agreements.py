"""CPU time of the pages of agreements, for two who have settled some for ten years."""

from datetime import timedelta

from django.utils import timezone

from bench.clock import WARM, cpu_ms
from bench.figure import Figure, Scale
from bench.pages import IN_PROCESS, page_ms
from bench.visitor import Visitor
from stepwell.ground.people.testing import Member, make_person
from stepwell.ground.spaces.testing import make_couple
from stepwell.site.wsgi import application
from stepwell.together.agreements import testing

LIST = 20.0
DAYS_A_YEAR = 365


def figures(scale: Scale) -> list[Figure]:
    one, other = make_person("Gita"), make_person("Hakon")
    make_couple(one, other)
    # The records of a lifetime are written at once; what is measured is what a page costs afterwards.
    settled = testing.ten_years(one.keyring, other.keyring, years=max(scale.days // DAYS_A_YEAR, 1))
    last = testing.offer(one.fresh().keyring, testing.terms(title="The newest"))
    listed = page_ms(one, "/agreements/", scale)
    page = page_ms(one, f"/agreements/{last}/", scale)
    told = f"{IN_PROCESS}; {settled} agreements of two versions each, most of them ended."
    return [
        Figure(
            "agreements page, 10 years of them",
            f"{listed:.1f} CPU-ms",
            told,
            f"at most {LIST:g} CPU-ms",
            listed <= LIST,
        ),
        Figure("page of one agreement", f"{page:.1f} CPU-ms", "The same."),
        Figure(
            "signing a version, recorded and committed",
            f"{sign_ms(one, other, scale):.1f} CPU-ms",
            "A whole form sent, to the answer after the commit; what ran out by its day is looked for first.",
        ),
    ]


def sign_ms(one: Member, other: Member, scale: Scale) -> float:
    visitor, rounds = Visitor(application).enter(one), min(scale.saves, 20)
    # A day holds so many versions and no more.
    days = [timezone.now() - timedelta(days=back) for back in range(rounds + min(WARM, rounds) + 1)]
    theirs = other.fresh().keyring
    urls = [f"/agreements/{testing.offer(theirs, name='Hakon', now=day)}/" for day in days]
    sent: list[tuple[str, list[tuple[str, str]]]] = []

    def send() -> None:
        url, form = sent.pop()
        answer = visitor.post(f"{url}sign/", form)
        assert answer.status == 303, answer.body.decode()[-2000:]

    def prepare() -> None:
        url = urls.pop()
        sent.append((url, [*visitor.form(url).items(), ("version", "1")]))

    prepare()
    return cpu_ms(send, rounds, after=prepare)
