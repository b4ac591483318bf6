"""Live rows in, a report out. The one place that reads all rooms, in a constant number of queries."""

from factcheck.publishing.assemble.dossier import Dossier, dossier
from factcheck.publishing.assemble.whole import report_for
from factcheck.publishing.assemble.words import written

__all__ = ["Dossier", "dossier", "report_for", "written"]
