"""Suggestions from short notes: what is alike, what may belong together, and why. Pure.

Others import from here and from none of its modules.
"""

from wcafe.suggest.door import Question, answer, read
from wcafe.suggest.methods import best_method
from wcafe.suggest.notes import ReadNote

__all__ = ["Question", "ReadNote", "answer", "best_method", "read"]
