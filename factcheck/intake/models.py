"""A piece comes in: the article, its immutable versions, their passages."""

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse
from django.utils import timezone

from factcheck.core.immutable import Immutable
from factcheck.core.search.words import Searched
from factcheck.core.spans import first_words
from factcheck.people.models import User


class Rights(models.TextChoices):
    """Whose text it is, which decides how much of it readers may see."""

    OWN = "own", "Our own article"
    THIRD_PARTY = "third_party", "Somebody else’s article"


class KeptText(Immutable):
    """A text that was brought in once: who brings the same at the same moment waits here."""

    digest = models.CharField(max_length=64, unique=True)  # SHA-256 of the text

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.digest


class PassageRole(models.TextChoices):
    """What a block of a version is."""

    TITLE = "title", "Title"
    HEADING = "heading", "Heading"
    BODY = "body", "Text"
    CAPTION = "caption", "Caption"
    BOILERPLATE = "boilerplate", "Left out"


class Origin(models.TextChoices):
    """How a version came to the desk."""

    PASTE = "paste", "Pasted"
    FILE = "file", "From a file"
    URL = "url", "From the web"


class Article(models.Model):
    """A piece that was brought to the desk."""

    given_title = models.CharField(max_length=200, blank=True)
    publisher = models.CharField(max_length=120, blank=True)
    original_url = models.URLField(max_length=500, blank=True)
    rights = models.CharField(max_length=12, choices=Rights, default=Rights.THIRD_PARTY)
    writer = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField(null=True)
    current_version = models.ForeignKey(
        "Version", null=True, on_delete=models.PROTECT, related_name="+"
    )
    revision = models.PositiveIntegerField(default=1)
    brought_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            CheckConstraint(condition=Q(rights__in=Rights.values), name="article_rights_known"),
        ]

    def __str__(self) -> str:
        return f"Article {self.pk}: {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("desk:workspace", args=[self.pk])

    @property
    def real_title(self) -> str:
        """The title that was given later, else the one the text came with; may be empty."""
        version = self.current_version
        return self.given_title or (version.title if version else "")

    @property
    def title(self) -> str:
        """The real title, else the first words as a working title."""
        return self.real_title or (
            self.current_version.first_words if self.current_version else "Untitled"
        )


class Version(Immutable):
    """One immutable text of an article. `text` is its passages joined by a blank line."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200, blank=True)
    byline = models.CharField(max_length=200, blank=True)
    dateline = models.CharField(max_length=120, blank=True)
    published = models.DateTimeField(null=True)
    language = models.CharField(max_length=35, blank=True)
    origin = models.CharField(max_length=8, choices=Origin)
    file_name = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    text_digest = models.CharField(max_length=64, db_index=True)
    words = models.PositiveIntegerField()
    brought_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["article_id", "number"]
        constraints = [
            UniqueConstraint(fields=["article", "number"], name="version_once_per_number"),
            CheckConstraint(condition=~Q(text=""), name="version_has_text"),
            CheckConstraint(condition=Q(origin__in=Origin.values), name="version_origin_known"),
        ]

    def __str__(self) -> str:
        return f"Version {self.number} of article {self.article_id}"

    @property
    def first_words(self) -> str:
        """The first dozen words, for an article that came without a title."""
        return first_words(self.text, 12)


class Passage(Immutable):
    """A block of a version, in order, with its role. Offsets count code points of the text."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="passages")
    position = models.PositiveIntegerField()
    role = models.CharField(max_length=12, choices=PassageRole)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["version_id", "position"]
        constraints = [
            UniqueConstraint(fields=["version", "position"], name="passage_once_per_position"),
            CheckConstraint(condition=Q(end__gt=F("start")), name="passage_is_not_empty"),
            CheckConstraint(condition=Q(role__in=PassageRole.values), name="passage_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.start}–{self.end}"


class ArticleWords(Searched):
    """The words of an article: titles, who published and wrote it, its text under check."""

    article = models.OneToOneField(
        Article, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-article_id"]

    def __str__(self) -> str:
        return f"Words of article {self.article_id}"
