from django.urls import path

from stepwell.together.consent import views

app_name = "consent"
urlpatterns = [
    path("this-time/", views.page, name="page"),
    path("this-time/ask/", views.ask, name="ask"),
    path("this-time/asked/<uuid:asked>/", views.asked, name="asked"),
    path("this-time/take-back/", views.take_back, name="take-back"),
]
