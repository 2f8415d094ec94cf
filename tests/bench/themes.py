"""How well suggestions find again what people sorted, beside chance and TF-IDF with k-means.

    .venv/bin/python -m tests.bench.themes [FOLDER]

FOLDER holds the real notes and themes (../shared/data). For each set, in one run:

- top 1, top 3: three notes of each theme are sorted, drawn `DRAWS` times; how often the theme of
  each of the others is the first proposed, or among the first three. TF-IDF is the middle of the
  three notes, of whole words.
- piles: adjusted Rand index and V-measure of a first split of `SPLIT` notes drawn at a time. Who
  is left alone counts as a pile of one. k-means is told how many piles ours has; chance puts
  notes into as many at random.
"""

import csv
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean

import numpy as np

from wcafe.domain.suggestions import Method
from wcafe.suggest.arrays import directions
from wcafe.suggest.methods import best_method, comparing
from wcafe.suggest.piles import label
from wcafe.suggest.themes import rank
from wcafe.suggest.words import content_words, root

DRAWS, SEEDS, SPLIT = 20, 3, 100
TARGET = (0.60, 0.85)
SETS = {
    "Hivemind (en)": (
        "themes/en_scoop_hivemind_nz.csv",
        ",",
        "comment",
        "conversation_theme",
    ),
    "Convention (fr)": ("themes/fr_convention_citoyenne_climat.csv", ",", "proposition", "theme"),
    "Paris (fr)": ("themes/fr_paris_budget_participatif_laureats.csv", ",", "titre", "thematique"),
    "Dinan (fr)": ("notes/fr_dinan_ateliers_pcaet/notes_flat.csv", ";", "note", "table_theme"),
}


def read_set(folder: Path, name: str) -> tuple[list[str], list[str]]:
    """Return the texts of a set, and the theme that people gave each."""
    path, delimiter, text, theme = SETS[name]
    with (folder / path).open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=delimiter) if row[text].strip()]
    return [row[text] for row in rows], [row[theme] for row in rows]


def tf_idf(texts: Sequence[str]) -> np.ndarray:
    """Return the plain directions of texts by whole words, as a text book has them."""
    places: dict[str, int] = {}
    counts = [Counter(map(root, content_words(text))) for text in texts]
    for word in (word for count in counts for word in count):
        places.setdefault(word, len(places))
    rows = np.zeros((len(texts), max(1, len(places))), dtype=np.float32)
    for at, count in enumerate(counts):
        for word, times in count.items():
            rows[at, places[word]] = times
    rarity = np.log((1 + len(texts)) / (1 + np.count_nonzero(rows, axis=0)))
    return directions(rows * rarity)


def rows_of(method: Method, texts: Sequence[str]) -> np.ndarray:
    by = comparing(method)
    return by.compare(by.read(texts), texts)


def drawn(labels: Sequence[str]) -> Iterator[tuple[list[list[int]], list[int], np.ndarray]]:
    """Yield the places of the sorted notes of each theme, of the rest, and which theme is right."""
    chance = random.Random(1)
    by_theme: dict[str, list[int]] = {}
    for place, theme in enumerate(labels):
        by_theme.setdefault(theme, []).append(place)
    themes = [theme for theme in sorted(by_theme) if len(by_theme[theme]) > SEEDS]
    for _draw in range(DRAWS):
        seeds = [chance.sample(by_theme[theme], SEEDS) for theme in themes]
        sorted_ = {place for inside in seeds for place in inside}
        rest = [place for theme in themes for place in by_theme[theme] if place not in sorted_]
        yield seeds, rest, np.array([themes.index(labels[place]) for place in rest])


def hits(ranked: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Return the shares of right themes; chance decides between themes that are equally likely."""
    ranked = ranked + np.random.default_rng(1).random(ranked.shape) * 1e-6
    first = np.argsort(-ranked, axis=1, kind="stable")[:, :3] == right[:, None]
    return float(first[:, 0].mean()), float(first.any(axis=1).mean())


def proposals(rows: np.ndarray, labels: Sequence[str], *, plain: bool = False) -> list[float]:
    """Return the shares of right themes at the first place and among three, over all draws."""
    found = []
    for seeds, rest, right in drawn(labels):
        if plain:
            middles = directions(np.stack([rows[inside].mean(axis=0) for inside in seeds]))
            ranked = rows[rest] @ middles.T
        else:
            ranked = rank(rows[rest], [rows[inside] for inside in seeds])
        found.append(hits(ranked, right))
    return [fmean(each) for each in zip(*found, strict=True)]


def by_chance(labels: Sequence[str]) -> list[float]:
    numbers = np.random.default_rng(1)
    found = [
        hits(numbers.random((len(rest), len(seeds))), right) for seeds, rest, right in drawn(labels)
    ]
    return [fmean(each) for each in zip(*found, strict=True)]


def k_means(rows: np.ndarray, piles: int) -> list[int]:
    """Return the pile of each row, the best of five beginnings by k-means++."""
    numbers, best = np.random.default_rng(1), (-1.0, [0])
    for _try in range(5):
        middles = rows[[int(numbers.integers(len(rows)))]]
        while len(middles) < piles:
            far = np.maximum(1 - (rows @ middles.T).max(axis=1), 1e-9) ** 2
            middles = np.vstack([middles, rows[numbers.choice(len(rows), p=far / far.sum())]])
        for _round in range(20):
            pile = np.argmax(rows @ middles.T, axis=1)
            sums = np.stack([rows[pile == at].sum(axis=0) for at in range(piles)])
            middles = np.where((pile == np.arange(piles)[:, None]).any(1)[:, None], sums, middles)
            middles = directions(middles)
        fit = float((rows @ middles.T).max(axis=1).sum())
        best = max(best, (fit, [int(each) for each in np.argmax(rows @ middles.T, axis=1)]))
    return best[1]


def table(one: Sequence[object], other: Sequence[object]) -> np.ndarray:
    ones, others = (np.unique(each, return_inverse=True)[1] for each in (one, other))
    counts = np.zeros((ones.max() + 1, others.max() + 1))
    np.add.at(counts, (ones, others), 1)
    return counts


def adjusted_rand(one: Sequence[object], other: Sequence[object]) -> float:
    """L. Hubert and P. Arabie, 1985: 1 for the same split, 0 for what chance would give."""
    counts = table(one, other)
    pairs, ones, others = (
        float((each * (each - 1) / 2).sum()) for each in (counts, counts.sum(1), counts.sum(0))
    )
    expected = ones * others / (counts.sum() * (counts.sum() - 1) / 2)
    return (pairs - expected) / ((ones + others) / 2 - expected)


def v_measure(one: Sequence[object], other: Sequence[object]) -> float:
    """A. Rosenberg and J. Hirschberg, 2007: it grows with the number of piles, also by chance."""
    shares = table(one, other) / len(one)

    def entropy(of: np.ndarray) -> float:
        return float(-(of[of > 0] * np.log(of[of > 0])).sum())

    ones, others = entropy(shares.sum(1)), entropy(shares.sum(0))
    return 2 * (ones + others - entropy(shares)) / (ones + others) if ones + others else 1.0


def splits(texts: list[str], labels: list[str]) -> Iterator[tuple[str, list[float]]]:
    """Yield for each way of splitting its adjusted Rand index, V-measure, piles, share alone."""
    chance, found = random.Random(1), {}
    for draw in range(5):
        these = chance.sample(range(len(texts)), min(SPLIT, len(texts)))
        some, right = [texts[at] for at in these], [labels[at] for at in these]
        piles: dict[str, list[int]] = {}
        for method in ways():
            piles[method.name.lower()] = label(rows_of(method, some))
        number = sum(times > 1 for times in Counter(piles["words"]).values())
        piles["TF-IDF + k-means"] = k_means(tf_idf(some), number)
        numbers = random.Random(draw)
        piles["chance"] = [numbers.randrange(number) for _note in some]
        for way, made in piles.items():
            sizes = Counter(made)
            several = sum(times > 1 for times in sizes.values())
            alone = sum(times == 1 for times in sizes.values()) / len(some)
            facts = (adjusted_rand(right, made), v_measure(right, made), several, alone)
            found.setdefault(way, []).append(facts)
    for way, facts in found.items():
        yield way, [fmean(each) for each in zip(*facts, strict=True)]


def ways() -> list[Method]:
    """Return the methods that are there."""
    return [Method.WORDS] + [Method.MEANING] * (best_method() is Method.MEANING)


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    if not folder.is_dir():
        print(f"the real notes are not here: {folder}")
        return
    if Method.MEANING not in ways():
        print("without the extra wcafe[suggest]: notes are compared by their words alone")
    for name in SETS:
        texts, labels = read_set(folder, name)
        print(f"\n{name}: {len(texts)} notes, {len(set(labels))} themes")
        print(f"  {'proposed themes':<18}  top 1  top 3")
        shown = {
            "chance": by_chance(labels),
            "TF-IDF": proposals(tf_idf(texts), labels, plain=True),
        }
        for method in ways():
            shown[method.name.lower()] = proposals(rows_of(method, texts), labels)
        for way, (first, three) in shown.items():
            is_there = first >= TARGET[0] and three >= TARGET[1]
            print(f"  {way:<18}  {first:5.2f}  {three:5.2f}{'  on target' if is_there else ''}")
        print(f"  {'piles':<18}   ARI      V  piles  alone")
        for way, (rand, v, several, alone) in splits(texts, labels):
            print(f"  {way:<18} {rand:5.2f}  {v:5.2f}  {several:5.1f}  {alone:5.0%}")


if __name__ == "__main__":
    main()
