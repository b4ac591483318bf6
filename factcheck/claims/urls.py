"""The addresses of speakers. Claims themselves are worked on at the desk's own pages."""

from django.urls import path

from factcheck.claims import views

app_name = "claims"

urlpatterns = [
    path("speakers/", views.speakers, name="speakers"),
    path("speakers/<int:pk>/", views.speaker, name="speaker"),
    path("speakers/<int:pk>/merge/", views.speaker_merge, name="speaker_merge"),
    path("speakers/<int:pk>/take-apart/", views.speaker_take_apart, name="speaker_take_apart"),
]
