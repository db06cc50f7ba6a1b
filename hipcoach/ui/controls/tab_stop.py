"""Where Tab stops among radio buttons of which one holds."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton


def stop_at_chosen(parts: Iterable[QAbstractButton]) -> None:
    """Let Tab stop at the one that holds, or at the first where none does.

    Qt stops at the one that had the focus last, whichever holds now: a choice that was taken back
    would be gone from under the arrow keys.
    """
    parts = list(parts)
    one_holds = any(part.isChecked() for part in parts)
    tab = Qt.FocusPolicy.TabFocus
    for part in parts:
        policy, stops = part.focusPolicy(), part.isChecked() or not one_holds
        part.setFocusPolicy(policy | tab if stops else policy & ~tab)
