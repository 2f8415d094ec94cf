"""What stands in lists of people: names, headings, answers, and columns about something else."""

_NAMES = """
Zoé|Noël|Maëlys|Hélène|François|Aïssatou|Jean-Luc|Marie-Ève|Øystein|Åsa|José|Ana|Ben|Loïc|\
Anne-Sophie|Bérénice|Ümit|Yann|Chloé|Émile|Thérèse|Jo
d'Ân-Lê|Œuvrard|Ødegård|Le Goff|de La Tour|Müller|Núñez|O’Brien|Bréhat|Kermarrec|Castagnet|\
Lévêque|Saint-Exupéry|van der Berg|Dupont|Silva|Benoît|Çelik|Strauß|Ruiz|Perrigault|Abgrall
Björk|Stromae|Camélia|Sélène|Tilio
"""
GIVEN, FAMILY, ONE_WORD = (tuple(line.split("|")) for line in _NAMES.strip().splitlines())
ENCODINGS = {
    "utf-8": 8,
    "utf-8-sig": 5,
    "cp1252": 5,
    "cp850": 3,
    "mac_roman": 3,
    "utf-16": 2,
    "utf-16-le": 2,
    "utf-16-be": 1,
    "twice": 2,
}
NAME_HEADINGS = {
    "parts": [
        ("Prénom", "Nom"),
        ("First Name", "Last Name"),
        ("Given name", "Family name"),
        ("Prénom de l'invité·e", "Nom de l'invité·e"),
        ("Prénom", "Nom de famille"),
        ("Forename", "Surname"),
        ("Prénom du participant", "Nom du participant"),
        ("Quel est votre prénom ?", "Quel est votre nom ?"),
        ("What is your first name?", "What is your last name?"),
    ],
    "whole": [
        "Nom et prénom",
        "Nom complet",
        "Full Name",
        "Participant·e",
        "Name",
        "Attendee",
        "Votre nom",
        "Nom Prénom",
        "Adhérent·e",
        "What is your name?",
        "Invité(e)",
    ],
}
EMAIL_HEADINGS = ("E-mail", "Courriel", "Adresse e-mail", "Email Address", "Votre courriel ?")
STATUS = {
    "words": (
        ("Statut", "Status", "État de l'inscription", "Attendee Status", "Statut de la commande"),
        (
            ("Confirmé", "Annulé"),
            ("Inscrit", "Désinscrit"),
            ("accepted", "declined"),
            ("Payé", "Remboursé"),
            ("Going", "Not going"),
            ("Validé", "Refusé"),
            ("confirmed", "cancelled"),
            ("Approved", "Denied"),
            ("Inscription confirmée", "Inscription annulée le 3/10"),
            ("Order completed", "Order cancelled by buyer"),
            ("Confirmé·e", "Liste d'attente"),
            ("registered", "waitlisted"),
            ("VALIDÉE", "ANNULÉE"),
            ("Inscrit·e", "Désisté·e"),
            ("Actif", "Absent excusé"),
            ("attending", "no longer attending"),
            ("Completed", "Refunded in full"),
            ("Présent", "Excusé"),
            ("Valid", "Void"),
            ("approved", "pending"),
        ),
    ),
    "question": (
        (
            "Serez-vous présent·e ?",
            "Viendrez-vous ?",
            "Will you attend?",
            "Présence",
            "RSVP",
            "Participerez-vous à la rencontre ?",
            "Je participe",
            "Are you coming?",
            "Votre réponse",
        ),
        (
            ("Oui", "Non"),
            ("Yes", "No"),
            ("oui", "non"),
            ("Oui, avec plaisir", "Non, désolé"),
            ("OUI", "NON"),
        ),
    ),
    "turned": (
        (
            "Annulé",
            "Cancelled",
            "Désinscrit",
            "Liste d'attente",
            "Absent",
            "Waitlisted",
            "Annulé ?",
            "Is cancelled",
            "Inscription annulée",
            "On waiting list",
            "Désistement",
            "Ne vient pas",
        ),
        (("Non", "Oui"), ("No", "Yes"), ("", "x"), ("0", "1"), ("false", "true"), ("", "Oui")),
    ),
}
DECOYS = {
    "N° de commande": ["HA-10021", "HA-10377", "77120", "A-9"],
    "Order ID": ["583920", "583921", "583977"],
    "Téléphone": ["06 00 00 00 01", "+33 2 99 00 00 00", ""],
    "Date d'inscription": ["12/03/2026 10:02", "2026-03-14", "15/03/2026 09:00"],
    "Ticket Type": ["Full price", "Reduced", "Free"],
    "Tarif": ["Plein tarif", "Prix libre", "Gratuit"],
    "Je souhaite recevoir la lettre d'information": ["Oui", "Non"],
    "Régime alimentaire": ["Végétarien", "", "sans gluten", "Végan"],
    "Nom de l'acheteur": ["Pernelle Guillou", "Anatole Riou"],
    "Ville": ["Brest", "Saint-Malo", "Orléans", "Sète"],
    "Code postal": ["29200", "35400", "45000"],
    "Commentaire": ['Je dis "oui", mais', "à bientôt ; merci", "rien", "", "deux\nlignes"],
    "Taille": ["S", "M", "XL"],
    "Email de l'acheteur": ["pernelle@example.com", "anatole@example.com"],
    "Buyer First Name": ["Pernelle", "Anatole"],
    "Billing Name": ["Pernelle Guillou", "Anatole Riou"],
    "Pays": ["France", "Belgique"],
    "Civilité": ["M.", "Mme"],
    "Première participation ?": ["Oui", "Non"],
    "J'accepte le règlement": ["Oui"],
    "Besoin d'un interprète ?": ["Non", "Oui"],
    "Accepte d'animer une table": ["oui", "non"],
    "Montant": ["0", "5,00", "12,00"],
    "Moyen de paiement": ["Carte", "Chèque", ""],
    "Nom de l'événement": ["Café des voisins"],
    "Mobile": ["+33 6 00 00 00 07", ""],
    "Année de naissance": ["1980", "1954", ""],
}
SHAPES = (
    "parts",
    "parts",
    "parts",
    "whole",
    "whole",
    "last, first",
    "LAST First",
    "address",
    "bare",
)
LETTERHEADS = ("Ville de Lanvélec", "Café des voisins – 21 octobre", "Liste des inscrits", "")
ORGANISATION_HEADINGS = ("Structure", "Organisation", "Company", "Organisme")
ORGANISATIONS = ("Médiathèque", "École, rue Haute", "Habitante", "Mairie", "")
COURTESIES = ("Mme", "M.", "Dr", "Mme.", "Prof.")
TITLES = ("Quartier nord", "Groupe A", "Service culture", "ÉLUS")
TOTALS = ("Total", "TOTAL GÉNÉRAL", "Total inscrits")
