"""The list that the cafés of the command line are filled with."""

from tests.cafes import NAMES

PEOPLE = "Nom complet;Courriel;Hôte\n" + "\n".join(
    f"{NAMES[n % 5]} {n};p{n}@example.org;{'oui' if n % 3 == 0 else ''}" for n in range(30)
)
