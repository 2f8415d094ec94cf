"""Paper: from a café's values to PDF files. One door: `make_document`, for one or several."""

import wcafe.reports.pages.alone  # noqa: F401 - before anything that imports ReportLab
from wcafe.reports.artefacts import make_document, make_one_document

__all__ = ["make_document", "make_one_document"]
