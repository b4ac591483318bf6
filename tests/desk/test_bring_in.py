"""A text is brought in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from factcheck.intake.models import Article
from factcheck.trail.models import Event

URL = "/desk/bring-in/"
TEXT = "A headline\n\nThe sea is blue, he said."


def sent(**more):
    return {"title": "", "text": TEXT, "rights": "third_party", **more}


class TestBringIn:
    def test_doors(self, doors):
        doors.get(
            "desk:bring_in",
            anonymous="login",
            stranger=403,
            reviewer=403,
            writer=200,
            checker=200,
            publisher=200,
        )
        doors.post("desk:bring_in", data=sent(), anonymous="login", stranger=403, reviewer=403)

    def test_fine(self, writer, signed_in):
        response = signed_in(writer).post(URL, sent(rights="own", publisher="Courier"), follow=True)

        article = Article.objects.get()
        assert response.redirect_chain == [(reverse("desk:workspace", args=[article.pk]), 302)]
        assert article.title == "A headline"
        assert article.publisher == "Courier"
        assert article.rights == "own"
        assert article.brought_by == writer
        assert Event.objects.filter(thread=f"article:{article.pk}").exists()

    def test_a_file(self, writer, signed_in):
        file = SimpleUploadedFile("piece.txt", TEXT.encode(), content_type="text/plain")

        response = signed_in(writer).post(URL, sent(text="", file=file))

        assert response.status_code == 302
        assert Article.objects.get().current_version.file_name == "piece.txt"

    def test_the_same_text_again_is_offered(self, writer, checker, signed_in):
        signed_in(writer).post(URL, sent())

        response = signed_in(checker).post(URL, sent())

        article = Article.objects.get()
        assert response.status_code == 200
        assert article.get_absolute_url() in response.content.decode()

    @pytest.mark.parametrize("text", ["", "   \n ", "\x00"])
    def test_an_empty_text_is_refused(self, writer, signed_in, text):
        response = signed_in(writer).post(URL, sent(text=text, publisher="Courier"))

        assert response.status_code == 422
        assert 'value="Courier"' in response.content.decode()
        assert not Article.objects.exists()

    def test_too_much_text_comes_back_whole(self, writer, signed_in):
        text = "word " * 400_000

        response = signed_in(writer).post(URL, sent(text=text))

        page = response.content.decode()
        assert response.status_code == 422
        assert text.strip() in page
        assert "1 MB" in page

    def test_a_pdf_named_txt_is_refused(self, writer, signed_in):
        file = SimpleUploadedFile("piece.txt", b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "text/plain")

        response = signed_in(writer).post(URL, sent(text="", file=file))

        assert response.status_code == 422
        assert not Article.objects.exists()
