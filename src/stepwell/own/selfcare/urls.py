from django.urls import path

from stepwell.own.selfcare.views import days, kept, pause, practice, signs, weeks

app_name = "selfcare"
urlpatterns = [
    path("pause/", pause.pause, name="pause"),
    path("pause/now/<str:state>/", pause.now, name="now"),
    path("pause/now/<str:state>/keep/", pause.keep, name="keep"),
    path("pause/with/<str:practice>/", practice.practice, name="practice"),
    path("pause/with/<str:practice>/after/", practice.after, name="after"),
    path("pause/kept/", kept.listed, name="kept"),
    path("pause/kept/<uuid:note>/delete/", kept.delete, name="delete"),
    path("pause/kept/<uuid:gauge>/let-go/", kept.let_go, name="let-go"),
    path("signs/", signs.signs, name="signs"),
    path("signs/words/", signs.words, name="words"),
    path("signs/forget/", signs.forget, name="forget"),
    path("signs/weeks/", weeks.weeks, name="weeks"),
    path("signs/day/<str:day>/", days.day, name="day"),
]
