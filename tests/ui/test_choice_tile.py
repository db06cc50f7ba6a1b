"""Choice tiles: one of several, or some of several."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hipcoach.ui.controls.choice_tile import CheckTile, ChoiceTile


@pytest.fixture
def tiles(theme, show):
    """Three answers, none preselected, the first with the focus."""
    page = QWidget()
    column = QVBoxLayout(page)
    made = [ChoiceTile(theme, title) for title in ("No", "Yes", "Not sure")]
    for tile in made:
        column.addWidget(tile)
    show(page, 400, 320)
    made[0].setFocus()
    yield made
    page.hide()


def chosen(tiles) -> list[str]:
    return [tile.accessibleName() for tile in tiles if tile.isChecked()]


def test_nothing_is_chosen_and_arrows_alone_choose_nothing(tiles, qtbot):
    assert chosen(tiles) == []
    qtbot.keyClick(tiles[0], Qt.Key.Key_Down)
    assert tiles[1].hasFocus()
    assert chosen(tiles) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_choose(tiles, qtbot, key):
    qtbot.keyClick(tiles[0], Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), key)
    assert chosen(tiles) == ["Yes"]


def test_the_whole_tile_is_to_be_clicked_and_takes_the_choice_from_the_other(tiles, qtbot):
    tiles[0].show_chosen(True)
    corner = QPoint(tiles[2].width() - 8, 8)
    qtbot.mouseClick(tiles[2], Qt.MouseButton.LeftButton, pos=corner)
    text = tiles[1].childAt(60, tiles[1].height() // 2)
    assert chosen(tiles) == ["Not sure"]
    assert text is None or text.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_tab_stops_at_the_tile_that_holds_and_at_any_where_none_does(tiles):
    def stops() -> list[str]:
        policies = ((tile, tile.focusPolicy()) for tile in tiles)
        return [tile.accessibleName() for tile, it in policies if it & Qt.FocusPolicy.TabFocus]

    tiles[2].show_chosen(True)
    assert stops() == ["Not sure"]
    tiles[2].show_chosen(False)
    assert stops() == ["No", "Yes", "Not sure"]


def test_a_choice_can_be_taken_back_in_silence(tiles):
    told: list[bool] = []
    tiles[1].toggled.connect(told.append)
    tiles[1].show_chosen(True)
    tiles[1].show_chosen(False)
    assert chosen(tiles) == []
    assert told == []
    tiles[1].click()
    tiles[0].click()
    assert told == [True, False]


def test_screen_readers_meet_radio_button_and_check_box(theme, qtbot):
    radio, check = ChoiceTile(theme, "Yes", "we show what to do"), CheckTile(theme, "Red band")
    for tile, role in (
        (radio, QAccessible.Role.RadioButton),
        (check, QAccessible.Role.CheckBox),
    ):
        qtbot.addWidget(tile)
        assert QAccessible.queryAccessibleInterface(tile).role() is role
    face = QAccessible.queryAccessibleInterface(radio)
    assert face.text(QAccessible.Text.Name) == "Yes, we show what to do"


def test_check_tiles_do_not_exclude_each_other(theme, show, qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    bands = [CheckTile(theme, name) for name in ("Yellow", "Red")]
    for band in bands:
        column.addWidget(band)
    show(page, 300, 200)
    qtbot.mouseClick(bands[0], Qt.MouseButton.LeftButton)
    qtbot.keyClick(bands[1], Qt.Key.Key_Return)
    assert chosen(bands) == ["Yellow", "Red"]


def test_a_tile_grows_with_its_text_and_is_never_small(theme, show):
    page = QWidget()
    column = QVBoxLayout(page)
    long = "Trouble starting or stopping urine, or not feeling the bladder fill"
    short, grown = ChoiceTile(theme, "No"), ChoiceTile(theme, long, long)
    column.addWidget(short)
    column.addWidget(grown)
    column.addStretch()
    show(page, 300, 700)
    assert short.height() == 80
    assert grown.height() >= 28 + 3 * 24 + 3 * 20
