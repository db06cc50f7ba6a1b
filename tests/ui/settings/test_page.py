"""The page: the search, the keys, the names, and room for everything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipcoach.core.run import TEXT_SIZES

CONTROL = Qt.KeyboardModifier.ControlModifier
SIZES = [(1280, 800, 1), (960, 640, 1), (640, 480, 1), (1280, 800, 1.5), (640, 480, 1.75)]


def test_typing_leaves_what_fits(visitor) -> None:
    all_cards = visitor.cards
    visitor.type("switch SIDES")

    assert visitor.cards == ["Between the sets"]
    rows = {"Switch sides, turning over", "Switch sides, without turning"}
    assert rows < set(visitor.texts)
    assert "Rest between sets" not in visitor.texts
    visitor.key(Qt.Key.Key_Escape)
    assert visitor.cards == all_cards
    assert "Rest between sets" in visitor.texts


def test_the_name_of_a_card_finds_all_of_it_and_further_words_its_rows(visitor) -> None:
    visitor.type("appearance")
    assert (visitor.cards, "Text size" in visitor.texts) == (["Appearance"], True)
    visitor.key(Qt.Key.Key_Escape)
    visitor.type("dark")
    assert (visitor.cards, "Text size" in visitor.texts) == (["Appearance"], False)


def test_nothing_found_is_said_calmly(visitor) -> None:
    visitor.type("volume")

    assert visitor.cards == []
    assert 'Nothing found for "volume".' in visitor.texts
    visitor.key(Qt.Key.Key_Escape)
    assert 'Nothing found for "volume".' not in visitor.texts


def test_a_letter_on_the_page_itself_starts_a_search(visitor) -> None:
    visitor.control("Low-focus mode").setFocus()
    visitor.type("hints")

    assert visitor.page.search.field.text() == "hints"
    assert visitor.cards == ["Your day"]


def test_ctrl_f_goes_to_the_search_from_anywhere(visitor) -> None:
    visitor.control("More time").setFocus()
    visitor.key(Qt.Key.Key_F, CONTROL)
    assert visitor.focused == "Search settings"


def test_the_page_opens_on_an_empty_search(visitor) -> None:
    visitor.type("dark")
    visitor.flow.show()
    assert (visitor.focused, visitor.page.search.field.text()) == ("Search settings", "")


def test_ctrl_z_takes_back_a_change_while_the_search_is_empty(visitor) -> None:
    visitor.press("Low-focus mode")
    visitor.key(Qt.Key.Key_F, CONTROL)
    visitor.undo()
    assert not visitor.kept.low_focus


def test_every_control_is_reached_with_tab_and_named(visitor) -> None:
    reached: list[str] = []
    while not (visitor.focused == "Search settings" and reached):
        reached.append(visitor.focused)
        visitor.key(Qt.Key.Key_Tab)
        assert len(reached) < 60

    assert all(reached)
    order = [
        "Search settings",
        "Smaller text",
        "Morning session at",
        "Calendars begin on",
        "Low-focus mode",
        "Show all hints again",
        "None of them, the exercises go without a band",
        "Get in position at the start, seconds",
        "More time, seconds",
    ]
    assert [name for name in reached if name in order] == order


def test_the_text_grows_by_steps_under_the_pressed_button(visitor) -> None:
    visitor.control("Larger text").setFocus()
    seen = []
    for _ in TEXT_SIZES[TEXT_SIZES.index(100) + 1 : -1]:
        visitor.key(Qt.Key.Key_Return)
        seen.append((visitor.kept.text_size, visitor.focused))
    assert seen == [(size, "Larger text") for size in TEXT_SIZES if 100 < size < 175]


def test_at_an_end_the_focus_goes_to_the_button_that_leads_on(visitor) -> None:
    larger = visitor.control("Larger text")
    larger.setFocus()
    while larger.isEnabled():
        QTest.keyClick(larger, Qt.Key.Key_Space)

    assert visitor.kept.text_size == TEXT_SIZES[-1]
    assert visitor.focused == "Smaller text"
    assert visitor.control("Smaller text").accessibleDescription() == "175\N{NO-BREAK SPACE}%"


def test_the_focused_button_stays_in_view(visitor, qapp) -> None:
    visitor.window.resize(640, 480)
    larger = visitor.control("Larger text")
    larger.setFocus()
    for _ in range(3):
        QTest.keyClick(larger, Qt.Key.Key_Space)
        qapp.processEvents()

    page = visitor.page
    place = larger.mapTo(page.viewport(), larger.rect().center())
    assert page.viewport().rect().contains(place)


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_nothing_is_cut(visitor, theme, qapp, clipped, width, height, scale) -> None:
    visitor.press("Morning session at")
    visitor.window.resize(width, height)
    theme.show_look(qapp, dark=False, scale=scale)

    assert clipped(visitor.page.widget()) == []
    assert visitor.page.widget().width() <= visitor.page.viewport().width()


def test_two_columns_are_equally_wide_and_one_stands_where_two_do_not_fit(
    visitor, theme, qapp
) -> None:
    def lefts_and_widths() -> tuple[set[int], set[int]]:
        qapp.processEvents()
        cards = visitor.page._cards
        return {card.x() for card in cards}, {card.width() for card in cards}

    lefts, widths = lefts_and_widths()
    assert (len(lefts), len(widths)) == (2, 1)
    theme.show_look(qapp, dark=False, scale=1.5)
    lefts, widths = lefts_and_widths()
    assert (len(lefts), len(widths)) == (1, 1)


def test_it_says_that_nothing_leaves_and_what_is_not_reviewed(visitor) -> None:
    assert "Nothing leaves this computer" in visitor.texts
    not_reviewed = visitor.desk.catalogue.texts["not-reviewed"]
    assert any(not_reviewed in text for text in visitor.texts)


def test_the_wheel_over_a_control_changes_nothing(visitor) -> None:
    buttons: list[QWidget] = visitor.page.findChildren(QAbstractButton)
    assert buttons
    kept = visitor.kept
    for name in ("Calendars begin on", "Rest between sets"):
        control = visitor.control(name)
        control.setFocus()
        control.wheelEvent(_wheel(control))
    assert visitor.kept == kept


def _wheel(over: QWidget):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    middle = QPointF(over.rect().center())
    return QWheelEvent(
        middle,
        QPointF(over.mapToGlobal(over.rect().center())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
