"""Why a server lets nobody in is understood in the language of this computer too."""

import errno

import pytest

from wcafe.i18n import words_for
from wcafe.store.postgres.first_words import state_in, why_never_there

FRENCH_SYSTEM = {
    errno.ECONNREFUSED: "Connexion refusée",
    errno.ENOENT: "Aucun fichier ou dossier de ce type",
    errno.ETIMEDOUT: "Connexion terminée par expiration du délai d'attente",
    errno.ECONNRESET: "Connexion ré-initialisée par le correspondant",
    errno.EPIPE: "Relais brisé (pipe)",
    errno.ENETUNREACH: "Le réseau n'est pas accessible",
    errno.EHOSTUNREACH: "Aucun chemin d'accès pour atteindre l'hôte cible",
}
WHY = {
    errno.ECONNREFUSED: "nobody listens there",
    errno.ENOENT: "nobody listens there",
    errno.ETIMEDOUT: "it does not answer",
    errno.ECONNRESET: "the connection broke off",
    errno.EPIPE: "the connection broke off",
    errno.ENETUNREACH: "this computer is not in its network",
    errno.EHOSTUNREACH: "this computer is not in its network",
}


@pytest.mark.parametrize("number", WHY, ids=errno.errorcode.get)
def test_what_a_french_computer_says_of_a_connection_is_understood(number, monkeypatch):
    said = f'connection to server at "hall" (::1), port 5432 failed: {FRENCH_SYSTEM[number]}'
    monkeypatch.setattr("os.strerror", lambda _asked: "in another language")
    assert why_never_there(said) is None, "which no word in English tells"

    monkeypatch.setattr("os.strerror", lambda asked: FRENCH_SYSTEM.get(asked, "?"))

    assert str(why_never_there(said)) == WHY[number]
    assert words_for("fr").gettext(WHY[number]) != WHY[number]


@pytest.mark.parametrize(
    "said",
    [
        'FATAL:  permission denied for database "wcafe"',
        "FATAL:  droit refusé pour la base de données « wcafe »",
    ],
)
def test_a_role_that_may_not_come_in_is_understood(said):
    assert state_in(f"connection to server failed: {said}\nDETAIL:  CONNECT") == "28000"
