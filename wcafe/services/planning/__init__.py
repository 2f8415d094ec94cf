"""From a café to a problem for the solver and back: compose, repair, swap, rehearse."""
