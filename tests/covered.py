"""Which words of a text are accounted for, as the gate counts them."""

from factcheck.publishing.assemble import dossier


def coverage_of(version):
    """The coverage of an article's current version that stands in the database now."""
    found = dossier(version.article)
    return found.covered(found.claims, found.exemptions)
