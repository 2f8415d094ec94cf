"""From the millimetres of a flat sheet to the pixels of a photo of it, and back.

A homography is a 3 × 3 array; points are rows of two numbers. Source: Hartley and Zisserman,
Multiple View Geometry, 4.1 (direct linear transformation, with normalised points).
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image

Floats = NDArray[np.float64]


def fit_affine(source: ArrayLike, target: ArrayLike) -> Floats:
    """Return the homography without perspective that fits three points or more best."""
    points = np.asarray(source, float)
    ones = np.column_stack([points, np.ones(len(points))])
    solved, *_rest = np.linalg.lstsq(ones, np.asarray(target, float), rcond=None)
    return np.vstack([solved.T, [0, 0, 1]])


def fit_plane(source: ArrayLike, target: ArrayLike, weights: ArrayLike | None = None) -> Floats:
    """Return the homography that takes four points or more from `source` to `target` best.

    `weights` say how much each point counts; all alike if there are none.
    """
    one, one_back = _normal(np.asarray(source, float))
    two, two_back = _normal(np.asarray(target, float))
    count = np.ones(len(one)) if weights is None else np.sqrt(np.asarray(weights, float))
    (x, y), (u, v) = one.T, two.T
    nought, ones = np.zeros_like(x), np.ones_like(x)
    across = np.column_stack([x, y, ones, nought, nought, nought, -u * x, -u * y, -u])
    down = np.column_stack([nought, nought, nought, x, y, ones, -v * x, -v * y, -v])
    rows = np.vstack([across * count[:, None], down * count[:, None]])
    solved = np.linalg.svd(rows)[2][-1].reshape(3, 3)
    fitted: Floats = np.linalg.inv(two_back) @ solved @ one_back
    fitted /= fitted[2, 2]
    return fitted


def moved(plane: Floats, points: ArrayLike) -> Floats:
    """Return where `plane` takes the points."""
    flat = np.asarray(points, float).reshape(-1, 2)
    across, down, depth = plane @ np.column_stack([flat, np.ones(len(flat))]).T
    return np.column_stack([across / depth, down / depth])


def straighten(
    image: Image.Image, plane: Floats, size: tuple[float, float], scale: float
) -> Image.Image:
    """Return the page as if it had been scanned.

    Args:
        image: the photo.
        plane: from millimetres of the page to pixels of the photo.
        size: of the page, in millimetres.
        scale: pixels for a millimetre of it.
    """
    width, height = (round(length * scale) for length in size)
    half = np.array([[1 / scale, 0, 0], [0, 1 / scale, 0], [0, 0, 1]])
    back = plane @ half
    values = (back / back[2, 2]).ravel()[:8]
    return image.transform(
        (width, height),
        Image.Transform.PERSPECTIVE,
        values.tolist(),
        Image.Resampling.BILINEAR,
        fillcolor="white",
    )


def _normal(points: Floats) -> tuple[Floats, Floats]:
    """Return the points about nought, a step or so from it, and the plane that took them there."""
    middle = points.mean(axis=0)
    scale = 1 / max(np.abs(points - middle).mean(), 1e-9)
    plane = np.array([[scale, 0, -scale * middle[0]], [0, scale, -scale * middle[1]], [0, 0, 1]])
    return (points - middle) * scale, plane
