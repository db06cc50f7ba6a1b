"""The frame of the entry panels: nothing that was typed goes unasked, and all is in reach."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from hipcoach.ui.buttons import Button
from hipcoach.ui.diary.panel_field import PanelField
from hipcoach.ui.diary.panel_frame import PanelFrame

WIDTH, HEIGHT = 384, 676


class Panel(PanelFrame):
    """A panel that asks for one name."""

    def __init__(self, theme):
        super().__init__(theme)
        self.field = QLineEdit()
        self.field.setAccessibleName("Name")
        self.named = PanelField(theme, "Name", self.field, aside="if you like")
        self.body.add(self.named)
        self.foot.add_aside(Button(theme, "Flare-up", "quiet-careful", icon="flag", size="small"))
        self.field.textEdited.connect(self.clear_told)
        self.show_title("New entry")

    def is_changed(self):
        return bool(self.field.text())


@pytest.fixture
def panel(theme, show):
    """The panel, shown with the focus on its field."""
    made = show(Panel(theme), WIDTH, HEIGHT)
    made.begin(made.field)
    return made


def press(panel: QWidget, name: str) -> None:
    """Press the visible button of this name."""
    buttons = [b for b in panel.findChildren(QAbstractButton) if b.accessibleName() == name]
    next(button for button in buttons if button.isVisible()).click()


def key(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget(), key)


def named(panel: QWidget) -> set[str]:
    """The names of the buttons in sight."""
    found = panel.findChildren(QAbstractButton)
    return {button.accessibleName() for button in found if button.isVisible()}


def test_esc_closes_a_panel_in_which_nothing_was_typed(panel, qtbot):
    with qtbot.waitSignal(panel.closed, timeout=0):
        key(Qt.Key.Key_Escape)


def test_the_close_button_asks_first_and_the_way_back_leads_to_where_one_was(panel, qtbot):
    QTest.keyClicks(panel.field, "half")
    with qtbot.assertNotEmitted(panel.closed):
        press(panel, "Close")
        assert "Save" not in named(panel)
        assert QApplication.focusWidget().accessibleName() == "Keep editing"
        key(Qt.Key.Key_Return)
    assert "Save" in named(panel)
    assert "Discard" not in named(panel)
    assert (QApplication.focusWidget(), panel.field.text()) == (panel.field, "half")


def test_what_was_typed_goes_only_when_one_says_so(panel, qtbot):
    QTest.keyClicks(panel.field, "half")
    key(Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(panel.closed):
        key(Qt.Key.Key_Escape)  # the second one takes the question back
    assert QApplication.focusWidget() is panel.field
    key(Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.closed, timeout=0):
        press(panel, "Discard")


def test_typing_on_takes_the_question_back(panel):
    QTest.keyClicks(panel.field, "half")
    key(Qt.Key.Key_Escape)
    QTest.keyClicks(panel.field, "-way")
    assert "Save" in named(panel)
    assert "Discard" not in named(panel)


def test_a_question_is_answered_by_saving_all_the_same_until_something_is_changed(panel, qtbot):
    panel.show_question("This is above the worst pain of that day.")
    assert panel.is_sure
    with qtbot.waitSignal(panel.save_asked, timeout=0):
        press(panel, "Save all the same")
    QTest.keyClicks(panel.field, "x")
    assert not panel.is_sure
    assert "Save" in named(panel)


def test_a_problem_is_told_with_the_focus_on_what_is_meant(panel):
    panel.show_problem("The diary could not be written.")
    assert QApplication.focusWidget().accessibleName() == "Save"
    assert not panel.is_sure
    panel.named.show_problem("A name is needed.")
    assert QApplication.focusWidget() is panel.field
    assert panel.field.property("wrong")
    assert panel.field.accessibleDescription() == "A name is needed."
    panel.named.show_problem("")
    assert not panel.field.property("wrong")


def test_tab_goes_through_head_body_and_foot_also_when_the_body_grows(panel):
    panel.show_delete("Delete")
    more = QLineEdit()
    more.setAccessibleName("More")
    panel.body.box.insertWidget(0, more)
    QApplication.processEvents()  # it comes up with the next turn
    panel.order_tabs()
    seen = []
    for _ in range(6):
        seen.append(QApplication.focusWidget().accessibleName())
        key(Qt.Key.Key_Tab)
    assert seen == ["Name", "Delete", "Flare-up", "Save", "Close", "More"]


def test_the_foot_stays_in_sight_and_the_body_keeps_its_width_when_it_scrolls(panel, theme):
    before = panel.field.width()
    for number in range(30):
        panel.body.add(Button(theme, f"Line {number}"))
    for _ in range(3):
        QApplication.processEvents()
    assert panel.foot.save.isVisible()
    assert panel.rect().contains(panel.foot.geometry().translated(panel.foot.parentWidget().pos()))
    assert panel.field.width() == before
    assert panel.findChild(QWidget, "qt_scrollarea_viewport") is not None


def test_the_head_follows_the_width_when_the_scroll_bar_comes_and_goes(panel, theme):
    for number in range(8):
        panel.body.add(Button(theme, f"Line {number}"))
    close = next(b for b in panel.findChildren(Button) if b.accessibleName() == "Close")
    for width, height in ((384, 400), (560, 900), (384, 400)):
        panel.resize(width, height)
        for _ in range(3):
            QApplication.processEvents()
        right = close.mapTo(panel, close.rect().topRight()).x()
        assert right == panel.foot.save.mapTo(panel, panel.foot.save.rect().topRight()).x()


@pytest.mark.parametrize(("scale", "width"), [(1.0, 384), (1.5, 480), (1.75, 440)])
def test_nothing_of_the_frame_is_cut(theme, show, clipped, qapp, scale, width):
    theme.show_look(qapp, dark=False, scale=scale)
    panel = show(Panel(theme), width, HEIGHT)
    panel.show_delete("Delete")
    panel.show_question("This is above the worst pain of that day, which you gave as 4.")
    assert clipped(panel) == []
    panel.field.setText("half")
    panel.ask_discard()
    assert clipped(panel) == []


def test_where_there_is_little_height_the_foot_scrolls_with_the_body(panel):
    save = panel.foot.save
    panel.resize(WIDTH, 300)
    QApplication.processEvents()
    body = panel._scroll
    assert body.isAncestorOf(save)
    assert body.viewport().height() > 200
    panel.field.setFocus()
    for _ in range(2):
        key(Qt.Key.Key_Tab)
    assert save.hasFocus()
    seen = save.mapTo(panel, save.rect().bottomLeft())
    assert panel.rect().contains(seen)
    panel.resize(WIDTH, HEIGHT)
    QApplication.processEvents()
    assert save.hasFocus()
    assert not body.isAncestorOf(save)
