from django.urls import path

from stepwell.own.journal.views import find, one, paper, read, show, shown, words, write

app_name = "journal"
urlpatterns = [
    path("journal/", read.listed, name="list"),
    path("journal/find/", find.find, name="find"),
    path("journal/words/", words.words, name="words"),
    path("journal/paper/", paper.paper, name="paper"),
    path("journal/pages.txt", paper.take_away, name="pages"),
    path("journal/shown/", shown.shown, name="shown"),
    path("journal/new/", write.day, name="write"),
    path("journal/new/good/", write.gratitude, name="gratitude"),
    path("journal/new/self/", write.reflection, name="reflection"),
    path("journal/new/empty/", write.empty, name="empty"),
    path("journal/<uuid:entry>/", one.one, name="one"),
    path("journal/<uuid:entry>/change/", write.change, name="change"),
    path("journal/<uuid:entry>/show/", show.show, name="show"),
    path("journal/<uuid:entry>/stop/", show.stop, name="stop"),
    path("journal/<uuid:entry>/delete/", one.delete, name="delete"),
    path("journal/<uuid:entry>/aside/<uuid:wording>/let-go/", one.let_go, name="let-go"),
]
