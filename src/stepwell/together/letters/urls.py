from django.urls import path

from stepwell.together.letters.views import given, listing, mine, words, write

app_name = "letters"
urlpatterns = [
    path("letters/", listing.listed, name="list"),
    path("letters/new/", listing.sorts, name="sorts"),
    path("letters/new/<slug:sort>/", write.write, name="write"),
    path("letters/given/<uuid:given>/", given.one, name="given"),
    path("letters/given/<uuid:given>/say/", given.say, name="say"),
    path("letters/given/<uuid:given>/unsay/", given.unsay, name="unsay"),
    path("letters/given/<uuid:given>/take-back/", given.take_back, name="take-back"),
    path("letters/given/<uuid:given>/aside/", given.aside, name="aside"),
    path("letters/given/<uuid:given>/back/", given.take_up, name="take-up"),
    path("letters/<uuid:letter>/", mine.one, name="one"),
    path("letters/<uuid:letter>/change/", write.change, name="change"),
    path("letters/<uuid:letter>/give/", mine.give, name="give"),
    path("letters/<uuid:letter>/delete/", mine.delete, name="delete"),
    path("words/", words.look, name="words"),
    path("words/i-feel/", words.feeling, name="feeling"),
]
