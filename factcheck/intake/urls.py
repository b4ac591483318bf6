"""The addresses of articles as pieces: the list, and what each of them is."""

from django.urls import path

from factcheck.intake import views

app_name = "intake"

urlpatterns = [
    path("articles/", views.articles, name="articles"),
    path("articles/<int:pk>/about/", views.article_describe, name="article_describe"),
]
