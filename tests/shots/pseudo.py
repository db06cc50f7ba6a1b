"""A language that nobody speaks: English with accents, in brackets and 35 % longer.

What is still plain English in it was never handed to `tr`; what is cut would be cut in German too.
"""

from __future__ import annotations

import gettext
import re
from math import ceil

LONGER = 0.35

_FIELD = re.compile(r"(\{[^{}]*\})")
_ACCENTS = str.maketrans("aceinorsuyACEINORSUY", "áçéîñöŕšüýÁÇÉÎÑÖŔŠÜÝ")
_WORDS = "ëïlǫ ïps üm dölör ŝit ämet çön sëct ëtür ädip ïsçî"


class Pseudo(gettext.NullTranslations):
    """Makes the translation of any text; fields such as {score} stay as they are."""

    def gettext(self, message: str) -> str:
        return _longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return _longer(msgid1 if n == 1 else msgid2)


def _longer(text: str) -> str:
    parts = [p if _FIELD.fullmatch(p) else p.translate(_ACCENTS) for p in _FIELD.split(text)]
    room = max(ceil(LONGER * len(text)) - 2, 1)
    gap = " " if room > 6 else ""  # a short word gets longer, a sentence gets more words
    padding = (_WORDS * (room // len(_WORDS) + 1))[:room].replace(" ", " " if gap else "")
    return f"[{''.join(parts)}{gap}{padding.strip()}]"
