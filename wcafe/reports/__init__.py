"""Paper: from a café's values to PDF files. One door: `printed` and `reported`."""

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
