"""A camera that is held as people hold it: tilted, turned, in bad light, over paper that bends."""

import io
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from wcafe.scan.plane import fit_plane, moved

_CELL = 128  # pixels of the photo that are drawn at a time
_TABLES = ((92, 64, 44), (160, 130, 96), (70, 72, 78), (196, 190, 180), (30, 34, 40))
_RIDGE = 45  # millimetres to both ways of a crease until the paper lies flat again
_AROUND = 90  # millimetres of table about a sheet


@dataclass(frozen=True, kw_only=True)
class Shot:
    """How a photo is taken. Lengths in millimetres of the paper, if not said otherwise."""

    long_edge: int = 2400  # pixels
    turn: float = 0.0  # degrees
    fills: float = 0.85  # of the picture, by the sheet's longer side
    slant: tuple[float, float] = (0.0, 0.0)  # shares of a side by which the far one is shorter
    bend: tuple[float, float] = (0.0, 0.0)
    crease: tuple[float, float, float] | None = None  # how far down, how high, how slanting
    shadow: float = 1.0  # what is left of the light where it falls
    shadow_turn: float = 0.0
    shadow_edge: float = 12.0
    dim: float = 0.0  # how much darker one side is
    light: tuple[float, float, float] = (1.0, 1.0, 1.0)
    blur: float = 0.0  # pixels
    noise: float = 0.0
    quality: int = 85
    table: tuple[int, int, int] = (92, 64, 44)
    thumb: int | None = None  # the corner it covers
    seed: int = field(default=0)


def any_shot(rng, **facts) -> Shot:
    """Return a photo as one of many is taken."""
    upright = rng.choice([0, 0, 0, 90, 180, 270])
    chosen = {
        "long_edge": int(rng.integers(1800, 2900)),
        "turn": float(upright + rng.normal(0, 4)),
        "fills": float(rng.uniform(0.72, 0.95)),
        "slant": tuple(rng.normal(0, 0.05, 2).clip(-0.12, 0.12)),
        "bend": tuple(rng.normal(0, 0.9, 2).clip(-2.5, 2.5)),
        "shadow": float(rng.uniform(0.45, 1.0)) if rng.random() < 0.6 else 1.0,
        "shadow_turn": float(rng.uniform(0, 360)),
        "shadow_edge": float(rng.uniform(4, 40)),
        "dim": float(rng.uniform(0, 0.5)),
        "light": (1.0, float(rng.uniform(0.92, 1)), float(rng.uniform(0.75, 1))),
        "blur": float(rng.uniform(0, 1.3)),
        "noise": float(rng.uniform(1, 9)),
        "quality": int(rng.integers(60, 91)),
        "table": _TABLES[rng.integers(len(_TABLES))],
        "thumb": int(rng.integers(4)) if rng.random() < 0.03 else None,
        "seed": int(rng.integers(1 << 30)),
    }
    return Shot(**chosen | facts)


def photograph(sheet: Image.Image, scale: float, shot: Shot) -> Image.Image:
    """Return the photo of a sheet whose image has `scale` pixels for a millimetre."""
    rng = np.random.default_rng(shot.seed)
    wide, high = sheet.width / scale, sheet.height / scale
    size = round(shot.long_edge * 3 / 4), shot.long_edge
    if abs(round(shot.turn / 90)) % 2:
        size = size[::-1]
    corners = _held(wide, high, size, shot)
    flat = [(0, 0), (wide, 0), (wide, high), (0, high)]
    lying = _on_table(_thumbed(sheet, scale, shot), scale, shot)
    photo = _drawn(lying, fit_plane(corners, flat), (wide, high), scale, size, shot)
    if shot.blur:
        photo = photo.filter(ImageFilter.GaussianBlur(shot.blur))
    grain = shot.noise * rng.standard_normal(size[::-1], np.float32)
    light = _light(size, shot)
    bands = [
        (np.asarray(band, np.float32) * (light * share) + grain).clip(0, 255).astype(np.uint8)
        for band, share in zip(photo.split(), shot.light, strict=True)
    ]
    return Image.merge("RGB", [Image.fromarray(band) for band in bands])


def jpeg_of(photo: Image.Image, quality: int, **facts) -> bytes:
    file = io.BytesIO()
    photo.save(file, "JPEG", quality=quality, **facts)
    return file.getvalue()


def _held(wide, high, size, shot):
    """Return where in the photo the four corners of the sheet are."""
    corners = np.array([(-wide, -high), (wide, -high), (wide, high), (-wide, high)]) / 2
    across, down = shot.slant
    corners[:, 0] *= 1 + down * np.sign(corners[:, 1])
    corners[:, 1] *= 1 + across * np.sign(corners[:, 0])
    turn = np.radians(shot.turn)
    rotation = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    corners = corners @ rotation
    spread = corners.max(axis=0) - corners.min(axis=0)
    grown = shot.fills * min(size[0] / spread[0], size[1] / spread[1])
    middle = (corners.max(axis=0) + corners.min(axis=0)) / 2
    return (corners - middle) * grown + np.array(size) / 2


def _thumbed(sheet, scale, shot):
    if shot.thumb is None:
        return sheet
    covered = sheet.copy()
    x, y = [(10, 10), (200, 10), (200, 287), (10, 287)][shot.thumb]
    ellipse = [(v * scale) for v in (x - 11, y - 9, x + 11, y + 9)]
    ImageDraw.Draw(covered).ellipse(ellipse, fill=(196, 150, 126))
    return covered


def _on_table(sheet, scale, shot):
    around = round(_AROUND * scale)
    lying = Image.new("RGB", (sheet.width + 2 * around, sheet.height + 2 * around), shot.table)
    lying.paste(sheet, (around, around))
    return lying


def _drawn(lying, back, page, scale, size, shot):
    """Draw the photo cell by cell: what lies where the sheet was bent to."""
    across, down = np.arange(0, size[0] + _CELL, _CELL), np.arange(0, size[1] + _CELL, _CELL)
    grid = np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)
    flat = moved(back, grid)
    x, y = flat[:, 0] / page[0], flat[:, 1] / page[1]
    flat[:, 1] += shot.bend[0] * np.sin(np.pi * x) * np.sin(np.pi * y)
    flat[:, 0] += shot.bend[1] * np.sin(np.pi * y) * np.sin(np.pi * x)
    if shot.crease is not None:
        _fold(flat, page, *shot.crease)
    pixels = (flat + _AROUND) * scale
    pixels = pixels.reshape(len(down), len(across), 2)
    mesh = []
    for row in range(len(down) - 1):
        for column in range(len(across) - 1):
            one, two = pixels[row, column], pixels[row, column + 1]
            three, four = pixels[row + 1, column + 1], pixels[row + 1, column]
            box = (across[column], down[row], across[column + 1], down[row + 1])
            mesh.append((tuple(map(int, box)), (*one, *four, *three, *two)))
    return lying.transform(
        size, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR, fillcolor=shot.table
    )


def _fold(flat, page, down, high, slant):
    """Let the paper rise to a sharp ridge: what is near it lies beside where it would lie flat."""
    away = flat[:, 1] - (down + slant * (flat[:, 0] - page[0] / 2))
    rise = high * np.clip(1 - np.abs(away) / _RIDGE, 0, None)
    within = (flat[:, 0] > 0) & (flat[:, 0] < page[0])
    flat[:, 1] += np.where(within, rise * np.sign(away) * 0.5, 0)
    flat[:, 0] += np.where(within, rise * 0.3, 0)


def _light(size, shot):
    """Return how much light falls where; shape (height, width)."""
    x, y = np.meshgrid(np.linspace(-1, 1, size[0] // 16), np.linspace(-1, 1, size[1] // 16))
    turn = np.radians(shot.shadow_turn)
    along = x * np.cos(turn) + y * np.sin(turn)
    fall = 1 / (1 + np.exp(-(along - 0.1) * 100 / shot.shadow_edge))
    light = (shot.shadow + (1 - shot.shadow) * fall) * (1 - shot.dim * (x * 0.5 + 0.5))
    whole = Image.fromarray(light.astype(np.float32)).resize(size, Image.Resampling.BILINEAR)
    return np.asarray(whole)
