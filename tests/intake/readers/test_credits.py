"""Who wrote a piece, when, where and in which language: said only where it is plain."""

import pytest

from factcheck.intake.readers import read_text

BODY = "The ferry to Grey Island stopped running on Monday. Nobody was told why."


def roles(reading):
    return [passage.role for passage in reading.passages]


def blocks(*parts):
    return "\n\n".join(parts)


class TestCredits:
    @pytest.mark.parametrize(
        ("line", "byline"),
        [
            ("By Nell Farrow", "Nell Farrow"),
            ("by Nell Farrow and Ola van der Berg", "Nell Farrow and Ola van der Berg"),
            ("BY NELL FARROW", "NELL FARROW"),
            ("By Nell Farrow, transport editor", "Nell Farrow, transport editor"),
            ("By Nell Farrow, Ola Berg and Al Ko", "Nell Farrow, Ola Berg and Al Ko"),
            ("By our correspondent in Rome", "our correspondent in Rome"),
            ("By Reuters", "Reuters"),
            ("NELL FARROW, staff writer", "NELL FARROW, staff writer"),
        ],
    )
    def test_a_byline_is_found_and_taken(self, line, byline):
        reading = read_text(blocks("Ferry stops", line, BODY))

        assert reading.byline == byline
        assert roles(reading) == ["title", "body"]

    @pytest.mark.parametrize(
        "line",
        [
            "By the time they came",
            "By degrees, the harbour filled",
            "By the Numbers",
            "By Friday",
            "By accident or design",
            "By Nell Farrow, who was there",
            "NATO, a history",
        ],
    )
    def test_words_that_may_be_no_byline_stay(self, line):
        reading = read_text(blocks("Ferry stops", line, BODY))

        assert reading.byline is None
        assert line in reading.text

    @pytest.mark.parametrize(
        ("line", "published"),
        [
            ("October 6, 2026", "2026-10-06T00:00:00+00:00"),
            ("Published: Tuesday, Oct. 6, 2026 at 2:30 p.m. EDT", "2026-10-06T14:30:00-04:00"),
            ("6 October 2026, 14:30 GMT", "2026-10-06T14:30:00+00:00"),
            ("2026-10-06T14:30:00+02:00", "2026-10-06T14:30:00+02:00"),
            ("Posted on 1st May 2026 – 12.05 a.m.", "2026-05-01T00:05:00+00:00"),
            ("2026-10-06 14:30 -0930", "2026-10-06T14:30:00-09:30"),
        ],
    )
    def test_a_plain_date_line_is_found_and_taken(self, line, published):
        reading = read_text(blocks("Ferry stops", line, BODY))

        assert reading.published.isoformat() == published
        assert roles(reading) == ["title", "body"]

    @pytest.mark.parametrize(
        "line",
        [
            "6/10/2026",
            "31 February 2026",
            "October 6, 2026, 25:00",
            "October 6, 2026, 14:30 XYZ",
            "October 6, 2026, 14:30 +99:00",
            "Updated: October 6, 2026",
            "On October 6, 2026 the ferry stopped",
            "October 6, 2026" + " " * 100 + "x",
        ],
    )
    def test_what_is_no_plain_date_stays(self, line):
        reading = read_text(blocks("Ferry stops", line, BODY))

        assert reading.published is None
        assert line in reading.text

    def test_lines_under_the_headline_are_taken_too(self):
        reading = read_text(blocks("Ferry stops\nBy Nell Farrow | Oct. 6, 2026", BODY))

        assert (reading.title, reading.byline) == ("Ferry stops", "Nell Farrow")
        assert reading.published.day == 6
        assert reading.text == blocks("Ferry stops", BODY)

    def test_a_second_byline_or_date_stays(self):
        lines = ["By Nell Farrow", "By Ola Berg", "Oct. 6, 2026"]

        reading = read_text(blocks(*lines, "Oct. 7, 2026", BODY))

        assert reading.byline == "Nell Farrow"
        assert reading.text == blocks("By Ola Berg", "Oct. 7, 2026", BODY)

    @pytest.mark.parametrize(
        ("opening", "dateline"),
        [
            ("BRUSSELS, Oct. 6 (Agency) - ", "BRUSSELS, Oct. 6 (Agency)"),
            ("SÃO PAULO — ", "SÃO PAULO"),
            ("Oslo (Reuters) - ", "Oslo (Reuters)"),
            ("LONDON (AP)—", "LONDON (AP)"),
            ("The ferry – old as it is – ", None),
            ("Roe (Labour) – ", None),
            ("U.S.–China ", None),
        ],
    )
    def test_a_dateline_is_named_and_stays_in_the_text(self, opening, dateline):
        reading = read_text(blocks(opening + BODY, BODY))

        assert reading.dateline == dateline
        assert reading.passages[0].text == opening + BODY

    def test_a_byline_alone_is_the_text(self):
        reading = read_text("By Nell Farrow\nOct. 6, 2026")

        assert (reading.byline, reading.published) == (None, None)
        assert reading.text == "By Nell Farrow\n\nOct. 6, 2026"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY + " It was the end of the line for the boat and for the crew.", "en"),
        ("Die Fähre ist nicht mehr da, und das ist für die Leute auf der Insel schlecht.", "de"),
        ("Le bateau est parti et les gens de l’île ne sont pas contents dans la ville.", "fr"),
        ("El barco y los coches que se van en la noche no vuelven por el puerto.", "es"),
        ("Il traghetto che non parte è una pena per gli abitanti della città.", "it"),
        ("De boot is niet op tijd en het eiland is aan zijn lot overgelaten.", "nl"),
        ("O barco não sai do porto e os carros que se foram não voltam ao cais.", "pt"),
        ("Lautta ei enää kulje saarelle maanantaina.", None),
        ("42", None),
    ],
)
def test_the_language_is_told_where_it_is_plain(text, language):
    assert read_text(text).language == language
