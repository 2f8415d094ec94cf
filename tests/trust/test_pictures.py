"""P13: a hostile picture costs 10 seconds and half a GiB of a process of its own, nothing else.

The control is a build that decodes what comes as it comes.
"""

import io
import subprocess
import sys
import zlib

import numpy as np
import pytest
from PIL import Image

from wcafe.domain.pictures import ReadPicture, Unread
from wcafe.errors import WcafeError
from wcafe.scan import decode as decoding
from wcafe.scan import door, read_pictures
from wcafe.scan.limits import LIMITS, MOST_PIXELS
from wcafe.workers.ends import End, Unfinished
from wcafe.workers.fence import Limits, fenced_within

_HELD = 150  # MiB in the process that asks
READ = """
import resource, sys
from pathlib import Path
from wcafe.domain.pictures import Unread
from wcafe.scan import read_pictures
for found in read_pictures([Path(sys.argv[1])]):
    said = type(found.error).__name__ if isinstance(found, Unread) else "read"
worker = resource.getrusage(resource.RUSAGE_CHILDREN)
status = Path("/proc/self/status").read_text()
held = next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]
print(said, worker.ru_utime + worker.ru_stime, worker.ru_maxrss // 1024, int(held) // 1024, sep="|")
"""

on_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="memory is measured by /proc"
)


def saved(drawn, kind, **facts):
    file = io.BytesIO()
    drawn.save(file, kind, **facts)
    return file.getvalue()


def png(width, height, *chunks):
    """Return a PNG of one colour that says it is so large, with chunks before its pixels."""

    def chunk(kind, data):
        body = kind + data
        return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 2, 0, 0, 0])
    pixels = zlib.compress(bytes(1 << 20), 9)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", head),
            *(chunk(kind, data) for kind, data in chunks),
            chunk(b"IDAT", pixels),
            chunk(b"IEND", b""),
        )
    )


def noisy(width, height):
    small = np.random.default_rng(1).integers(0, 255, (height // 10, width // 10, 3), np.uint8)
    return Image.fromarray(small).resize((width, height))


def pdf_of(filters, raw, width=1000, height=1000):
    """Return a PDF whose one page draws a picture of these bytes, and no table of its places."""
    return (
        b"%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</I 4 0 R>>>>>>"
        b"endobj\n4 0 obj<</Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace"
        b"/DeviceRGB/Filter[%s]/Length %d>>stream\n%s\nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\n%%%%EOF" % (width, height, filters, len(raw), raw)
    )


BURST = zlib.compress(zlib.compress(bytes(900_000_000), 9), 9)
CORPUS = {
    "900 megapixels": lambda: saved(Image.new("1", (30_000, 30_000)), "PNG"),
    "declares four thousand million": lambda: png(65_000, 65_000),
    "pixels that do not come": lambda: png(7000, 7000),
    "just below the limit": lambda: saved(Image.new("RGB", (7000, 7000)), "PNG"),
    "see-through, just below the limit": lambda: saved(Image.new("RGBA", (7000, 7000)), "PNG"),
    "progressive, just below": lambda: saved(noisy(7000, 7000), "JPEG", progressive=True),
    "a large WebP": lambda: saved(noisy(7000, 7000), "WEBP", method=0),
    "a WebP just below its limit": lambda: saved(noisy(4400, 4500), "WEBP", method=0),
    "words that burst": lambda: png(50, 50, (b"zTXt", b"k\0\0" + zlib.compress(bytes(90_000_000)))),
    "a profile that bursts": lambda: png(
        50, 50, (b"iCCP", b"k\0\0" + zlib.compress(bytes(90_000_000)))
    ),
    "moving pictures": lambda: saved(
        noisy(500, 500), "WEBP", save_all=True, append_images=[noisy(500, 500)] * 20
    ),
    "a page that bursts": lambda: pdf_of(b"/FlateDecode/FlateDecode", BURST),
    "a page of 900 megapixels": lambda: pdf_of(b"/FlateDecode", BURST, 30_000, 30_000),
    "a page that draws itself": lambda: pdf_of(b"/DCTDecode", b"\xff\xd8\xff").replace(
        b"/I 4 0 R", b"/I 3 0 R"
    ),
    "pages that hold themselves": lambda: pdf_of(b"/DCTDecode", b"\xff\xd8\xff").replace(
        b"/Kids[3 0 R]", b"/Kids[2 0 R]"
    ),
    "a picture and a web page": lambda: (
        saved(noisy(400, 400), "JPEG") + b"<script>alert(1)</script>"
    ),
    "a picture and a PDF": lambda: saved(noisy(400, 400), "JPEG") + pdf_of(b"/DCTDecode", b""),
}


@on_linux
@pytest.mark.parametrize("name", CORPUS)
def test_a_hostile_picture_stays_within_its_limits(tmp_path, name):
    path = tmp_path / "photo.jpg"
    path.write_bytes(CORPUS[name]())
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True
    )

    said, seconds, memory, held = done.stdout.strip().split("|")
    assert said == "read" or issubclass(
        getattr(__import__("wcafe.errors").errors, said), WcafeError
    )
    assert float(seconds) <= 2 * (LIMITS.processor + 1)  # a PDF is counted, then read
    assert int(memory) <= LIMITS.memory >> 20
    assert int(held) <= _HELD


def test_of_a_thousand_damaged_pictures_none_is_a_bug(figure):
    """Each is changed in some bytes or cut off; what comes out is a picture or a sentence."""
    rng = np.random.default_rng(7)
    whole = [saved(noisy(200, 150), kind) for kind in ("JPEG", "PNG", "WEBP")]
    whole.append(saved(noisy(200, 150), "JPEG", progressive=True))
    read = refused = 0
    for number in range(1000):
        data = bytearray(whole[number % len(whole)])
        if number % 5 == 0:
            del data[int(rng.integers(4, len(data))) :]
        for place in rng.integers(4, len(data), int(rng.integers(1, 9))):
            data[place] = rng.integers(256)
        try:
            kept = decoding.encode(decoding.decode(bytes(data), "photo").image)
            assert kept.startswith(b"\xff\xd8\xff")
            read += 1
        except WcafeError:
            refused += 1
    figure(f"1000 damaged pictures: {read} read, {refused} refused in a sentence, 0 bugs")
    assert read
    assert refused


def test_a_process_that_is_ended_is_told_and_the_next_picture_is_read(tmp_path, monkeypatch):
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(saved(noisy(400, 300), "JPEG"))
    ways = iter([Limits(memory=LIMITS.memory, processor=10, wall=0.01), LIMITS])
    monkeypatch.setattr(
        door, "fenced_within", lambda _limits, *work: fenced_within(next(ways), *work)
    )

    ended, other = read_pictures([tmp_path])
    assert isinstance(ended, Unread)
    assert str(ended.error).startswith("a.jpg could not be read (it takes longer")
    assert isinstance(other, ReadPicture)


def _decode_as_it_comes(data):
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB").size


@on_linux
def test_a_build_that_decodes_as_it_comes_is_ended_by_the_fence(tmp_path):
    """The control: without a look at the size the process goes past its memory, and ends alone."""
    data = saved(Image.new("1", (30_000, 30_000)), "PNG")
    assert MOST_PIXELS < 30_000**2

    with pytest.raises(Unfinished) as ended:
        fenced_within(LIMITS, _decode_as_it_comes, data)
    assert ended.value.end in (End.MEMORY, End.TIME)
