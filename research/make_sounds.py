"""Make the two sounds of a round: a soft call before the end, and a bell. Own work, CC0."""

import wave
from array import array
from collections.abc import Callable
from math import exp, pi, sin
from pathlib import Path

RATE = 44_100  # samples a second
LOUDEST = 0.8 * 32_767
ATTACK, RELEASE = 0.012, 0.12  # seconds in which a sound comes and goes without a click


def call(at: float) -> float:
    """Two tones, the second a third lower, like a door chime far away."""
    return tone(at, 659.26, fades=3.2) + (tone(at - 0.42, 523.25, fades=3.2) if at > 0.42 else 0)


def bell(at: float) -> float:
    """A small bell: the partials of a real one, the high ones gone first."""
    partials = ((0.5, 0.5, 1.6), (1, 1, 2.2), (1.2, 0.45, 2.6), (1.5, 0.3, 3.2), (2, 0.5, 3.6))
    return sum(
        loud * tone(at, 587.33 * ratio, fades=fades)
        for ratio, loud, fades in (*partials, (2.74, 0.22, 5.0), (3.76, 0.12, 7.0))
    )


def tone(at: float, pitch: float, *, fades: float) -> float:
    return min(at / ATTACK, 1) * exp(-fades * at) * sin(2 * pi * pitch * at)


def write(path: Path, sound: Callable[[float], float], seconds: float) -> None:
    """Write `sound` as mono WAV of 16 bits, as loud as it can be without cracking."""
    count = int(seconds * RATE)
    heard = [sound(n / RATE) * min(1.0, (seconds - n / RATE) / RELEASE) for n in range(count)]
    loudest = max(abs(value) for value in heard)
    samples = array("h", (round(LOUDEST * value / loudest) for value in heard))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


if __name__ == "__main__":
    folder = Path(__file__).parents[1] / "resources" / "sounds"
    write(folder / "call.wav", call, 1.4)
    write(folder / "bell.wav", bell, 1.65)
