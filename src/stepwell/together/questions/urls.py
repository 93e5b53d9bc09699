from django.urls import path

from stepwell.together.questions.views import answer, mine, read, write

app_name = "questions"
urlpatterns = [
    path("questions/", read.listed, name="list"),
    path("questions/new/", write.write, name="write"),
    path("questions/answered/", read.answered, name="answered"),
    path("questions/asked/<uuid:put>/", read.asked, name="asked"),
    path("questions/asked/<uuid:put>/answer/", answer.answer, name="answer"),
    path("questions/asked/<uuid:put>/when/", answer.when, name="when"),
    path("questions/asked/<uuid:put>/no-day/", answer.no_day, name="no-day"),
    path("questions/asked/<uuid:put>/talk/", answer.talk, name="asked-talk"),
    path("questions/asked/<uuid:put>/aside/", answer.aside, name="aside"),
    path("questions/asked/<uuid:put>/back/", answer.take_up, name="take-up"),
    path("questions/<uuid:question>/", mine.one, name="one"),
    path("questions/<uuid:question>/change/", write.change, name="change"),
    path("questions/<uuid:question>/put/", mine.put, name="put"),
    path("questions/<uuid:question>/talk/", mine.talk, name="talk"),
    path("questions/<uuid:question>/take-back/", mine.take_back, name="take-back"),
    path("questions/<uuid:question>/delete/", mine.delete, name="delete"),
]
