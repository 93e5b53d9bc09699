from django.urls import path

from stepwell.together.between.views import between, month

app_name = "between"
urlpatterns = [
    path("between/", between.carries, name="carries"),
    path("between/choose/", between.choose, name="choose"),
    path("between/month/", month.month, name="month"),
    path("between/month/paper/", month.paper, name="paper"),
]
