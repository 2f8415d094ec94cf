"""In a picture without anything dark no mark is found, however small or long it is."""

import pytest
from PIL import Image

from wcafe.scan.marks import find_marks


@pytest.mark.parametrize(
    ("size", "colour"),
    [((60, 40), "blue"), ((1, 1), "white"), ((400, 300), "white"), ((900, 2), "black")],
)
def test_nothing_is_found_in_a_picture_of_nothing(size, colour):
    assert list(find_marks(Image.new("L", size, colour))) == []
