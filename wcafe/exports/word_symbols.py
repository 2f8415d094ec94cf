"""The marks of themes as pictures in Word documents."""

import io

from PIL import Image, ImageDraw

from wcafe.domain import marks

_SIZE, _FINER = 96, 4  # pixels, and how many times finer it is drawn


def theme_symbol(mark: int) -> bytes:
    """Return the mark of a theme as PNG: a tile with its symbol cut out."""
    whole = _SIZE * _FINER
    picture = Image.new("RGBA", (whole, whole))
    draw = ImageDraw.Draw(picture)
    corner = marks.TILE * whole / 2
    draw.rounded_rectangle((0, 0, whole - 1, whole - 1), corner, fill=marks.hue(mark))
    middle, radius = whole / 2, whole / 2 - corner
    if corners := marks.outline(mark):
        points = [(middle + x * radius, middle - y * radius) for x, y in corners]
        draw.polygon(points, fill="white")
    elif marks.is_ring(mark):
        draw.circle((middle, middle), 0.8 * radius, outline="white", width=round(0.35 * radius))
    else:
        draw.circle((middle, middle), 0.85 * radius, fill="white")
    written = io.BytesIO()
    picture.resize((_SIZE, _SIZE), Image.Resampling.LANCZOS).save(written, "PNG")
    return written.getvalue()
