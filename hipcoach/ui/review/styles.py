"""Text styles of the review that no other page has."""

from __future__ import annotations

from hipcoach.ui.tokens import TextStyle

NAME = TextStyle(size=15, line=20, weight=600)
COLUMN = TextStyle(size=13, line=18, weight=600)
