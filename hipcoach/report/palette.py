"""The colours of the printed page: the light theme of the design's tokens."""

from __future__ import annotations

PAPER = "#FFFFFF"
INK = "#18212B"
INK_2 = "#454E5A"
INK_3 = "#5A636F"
LINE = "#D5D2C8"
LINE_STRONG = "#807E75"
PRIMARY = "#0E625C"
INDIGO = "#3B4A86"
AMBER_INK = "#6F4000"
AMBER_LINE = "#B97F1E"
AMBER_SOFT = "#FBF0DA"
AWAY = "#E6E4DC"
