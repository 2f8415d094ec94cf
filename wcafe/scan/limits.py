"""How much a photo or scan may take (TRUST.md part 6). What is beyond is told by its name."""

from wcafe.workers.fence import Limits

MOST_BYTES = 40 << 20  # of a picture: the largest photo of a good camera; phones send 12 MB
MOST_PDF_BYTES = 400 << 20  # of a PDF, which is not read as a whole
MOST_PAGES = 300  # of a PDF: seventy-five tables in four rounds
MOST_PIXELS = 50_000_000
MOST_WEBP_PIXELS = 20_000_000  # each takes 16 bytes while it is decoded
MOST_CODES = 50  # in one picture
LONGEST_CODE = 500  # characters of a code that are kept

LIMITS = Limits(memory=512 << 20, processor=10, wall=60)
"""For one picture: bytes, seconds of the processor, seconds in all on a busy machine."""

WORKING_EDGE = 3200
"""Pixels of the longer edge of the picture that is looked at."""

KEPT_EDGE = 2400
"""Pixels of the longer edge of the picture that is kept: eight for a millimetre of A4."""

PUBLISHED_EDGE = 1200
"""Pixels of the longer edge of a picture that is published: 300 to an inch of half a page."""

QUALITY = 85  # of the JPEG that is kept
