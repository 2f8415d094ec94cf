"""How paper is made: pages, tags, fonts and flowables; it knows nothing of cafés."""
