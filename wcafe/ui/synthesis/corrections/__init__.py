"""Corrections in Share: typed or read from filled forms, accepted or declined with a reason."""
