"""The library is open to anyone, and nothing here writes down who read what."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from stepwell.ground.people.api import for_anyone
from stepwell.own.learning.follows import what_follows
from stepwell.own.learning.forms import SearchForm
from stepwell.own.learning.landings import NAMES
from stepwell.own.learning.search import again, find
from stepwell.own.learning.shelf import shelf
from stepwell.own.learning.suggestions import first_reads


# A search is posted, so that its words stand in no address, history or log. It changes nothing, so it needs
# no token either, and a mere reader gets no cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def library(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _search(request)
    if (found := again(request.GET.get("of", ""), get_language())).hits:
        return render(request, "learning/found.html", {"area": "mine", "form": SearchForm(), "found": found})
    books = shelf(get_language())
    first = first_reads(books)
    rest = {number: [one for one in books.standing_on(number) if one not in first] for number in NAMES}
    context = {
        "area": "mine",
        "form": SearchForm(),
        "first": first,
        "landings": [(name, rest[number]) for number, name in NAMES.items()],
    }
    return render(request, "learning/library.html", context)


def _search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.POST)
    context = {"area": "mine", "form": form}
    if not form.is_valid():
        return render(request, "learning/found.html", context, status=422)
    asked = form.cleaned_data["words"].strip()
    context |= {"asked": asked, "first": first_reads(shelf(get_language()))}
    if asked:
        context["found"] = find(asked, get_language())
    return render(request, "learning/found.html", context)


@require_safe
@for_anyone
def article(request: HttpRequest, article: str) -> HttpResponse:
    books = shelf(get_language())
    piece = books.by_code.get(article)
    if piece is None:
        raise Http404
    context = {
        "area": "mine",
        "article": piece,
        "leaves": books.text[piece.slug],
        "follows": what_follows(piece.follows, get_language()),
    }
    return render(request, "learning/article.html", context)
