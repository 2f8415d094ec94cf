"""Paper: from a café's values to PDF files. One door: `printed` and `reported`."""

import wcafe.reports.pages.alone  # noqa: F401 - before anything that imports ReportLab
from wcafe.reports.artefacts import (
    ARTEFACTS,
    BADGES,
    EDITIONS,
    SYNTHESIS,
    Document,
    printed,
    reported,
)

__all__ = ["ARTEFACTS", "BADGES", "EDITIONS", "SYNTHESIS", "Document", "printed", "reported"]
