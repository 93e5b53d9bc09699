from django.urls import path

from stepwell.together.affection.views import lines, notes, reading

app_name = "affection"
urlpatterns = [
    path("affection/", reading.page, name="page"),
    path("affection/lines/", lines.write, name="lines"),
    path("affection/lines/take-over/", lines.take_over, name="take-over"),
    path("affection/lines/take-off/", lines.take_off, name="take-off"),
    path("affection/welcome/", notes.say, name="welcome"),
    path("affection/welcome/take-back/", notes.take_back, name="take-back"),
    path("affection/note/", notes.write, name="note"),
    path("affection/note/<uuid:small_note>/let-go/", notes.let_go, name="let-go"),
]
