"""Text styles of these steps, larger than elsewhere: they are read once, and with care."""

from __future__ import annotations

from hipcoach.ui.tokens import TextStyle

HEADING = TextStyle(size=34, line=42, weight=600, spacing=-2)
QUESTION = TextStyle(size=18, line=28, weight=400)
SIGN = TextStyle(size=18, line=26, weight=400)
STRONG_SIGN = TextStyle(size=18, line=26, weight=600)
