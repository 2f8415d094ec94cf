"""Paper: from a café's values to PDF files. One door: `printed` and `reported`."""

from wcafe.reports.artefacts import ARTEFACTS, EDITIONS, Document, printed, reported

__all__ = ["ARTEFACTS", "EDITIONS", "Document", "printed", "reported"]
