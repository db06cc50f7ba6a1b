"""The window's widgets on an offscreen application, in the real look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QLabel, QWidget

from hipcoach.paths import resource
from hipcoach.ui.theme import Theme


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication) -> Iterator[None]:
    """Let no widget outlive its test.

    Else Python would destroy it whenever it looks for garbage, also while Qt is going through all
    widgets to give them another look.
    """
    yield
    for widget in qapp.topLevelWidgets():
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The look, light, at 100 % text."""
    made = Theme(resource("style"), resource("fonts"), resource("icons"))
    made.install(qapp)
    return made


class AtOnce(QObject):
    """A worker that does what it is asked at once, and no thread."""

    failed = Signal(str)

    def ask(self, lane, work, then, **_more) -> None:
        then(work())

    def is_busy(self, lane: str) -> bool:
        return False


@pytest.fixture
def drawing(theme: Theme, tmp_path: Path) -> Callable[..., None]:
    """Let the look's figures be drawn at once, from the data in a folder."""
    worker = AtOnce()

    def begin(folder: Path | None = None) -> None:
        theme.figures.open(folder or resource("figure"), tmp_path / "stills", lambda: worker)
        theme.figures.begin(lambda: None)
        theme.figures.load()

    return begin


@pytest.fixture
def show(qtbot) -> Callable[..., QWidget]:
    """Show a widget in a size, laid out, as the active window; it is closed after the test."""

    def shown(widget: QWidget, width: int = 1280, height: int = 800) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return shown


@pytest.fixture
def clipped() -> Callable[[QWidget], list[str]]:
    """Tell what of a shown page has no room: each text, button and picture that is cut or covered.

    A page may scroll: what lies outside the window is no fault, what lies outside its parent is.
    """

    def found(page: QWidget) -> list[str]:
        for _ in range(3):  # a layout settles from the inside out
            QApplication.processEvents()
        shown = [widget for widget in page.findChildren(QWidget) if widget.isVisible()]
        faults = [f"{_told(w)}: {fault}" for w in shown for fault in _lacking(w)]
        return faults + [
            f"{_told(one)} covers {_told(other)}"
            for number, one in enumerate(shown)
            for other in shown[number + 1 :]
            if one.parent() is other.parent() and _is_content(one) and _is_content(other)
            if one.geometry().intersects(other.geometry())
        ]

    return found


def _told(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
    return f"{type(widget).__name__} {text[:40] or widget.accessibleName()[:40]!r}"


def _lacking(widget: QWidget) -> list[str]:
    """What the widget lacks: width, height, or a place inside its parent."""
    if not _is_content(widget):
        return []
    faults, least = [], widget.minimumSizeHint()
    if isinstance(widget, QAbstractButton) and widget.layout() is None and widget.text():
        least = least.expandedTo(widget.sizeHint())
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth() and widget.hasHeightForWidth():
        least.setHeight(layout.totalMinimumHeightForWidth(widget.width()))
    elif widget.hasHeightForWidth():
        least.setHeight(widget.heightForWidth(widget.width()))
    if widget.width() < min(least.width(), widget.maximumWidth()):
        faults.append(f"{widget.width()} wide, needs {least.width()}")
    if widget.height() < least.height():
        faults.append(f"{widget.height()} high, needs {least.height()}")
    parent = widget.parentWidget()
    if parent is not None and not parent.rect().contains(widget.geometry()):
        faults.append(f"at {widget.geometry().getRect()} outside of {parent.rect().getRect()}")
    return faults


def _is_content(widget: QWidget) -> bool:
    """Whether it is laid out, not a part of a scroll area or something that floats above."""
    parent = widget.parentWidget()
    floats = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    if isinstance(parent, QAbstractSpinBox) or parent is None:
        return False
    if floats and parent.layout() is None:
        return False
    named = {widget.objectName(), parent.objectName()}
    return not any(name.startswith("qt_scrollarea") for name in named)
