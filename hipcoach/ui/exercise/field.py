"""A control under its name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hipcoach.ui.box import Box
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class Field(Box):
    """The name in small letters, behind its icon where there is one, and `control` below."""

    def __init__(self, theme: Theme, name: str, control: QWidget, icon: str = "") -> None:
        super().__init__(theme, spacing=6)
        label = Label(theme, name, "small_strong", wrap=True)
        label.setBuddy(control)
        if icon:
            head = Box(theme, across=True, spacing=6)
            head.add(IconView(theme, icon, 18, "ink2"))
            head.box.addWidget(label, 1)
            self.add(head)
        else:
            self.add(label)
        self.add(control)
