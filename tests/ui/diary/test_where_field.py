"""Where it hurts: the body and its boxes, side by side or one below the other."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from hipcoach.ui.controls.check_box import CheckBox
from hipcoach.ui.diary.body_chart import BodyChart
from hipcoach.ui.diary.where_field import WhereField


@pytest.mark.parametrize(("width", "beside"), [(342, True), (210, False)])
def test_the_boxes_stand_beside_the_body_where_there_is_room(theme, show, width, beside):
    around, field = QWidget(), WhereField(theme)
    field.setParent(around)
    field.resize(width, 700)
    show(around, 400, 700)
    QApplication.processEvents()
    body, box = field.findChild(BodyChart), field.findChild(CheckBox)
    assert field.minimumSizeHint().width() <= width
    place = box.mapTo(field, box.rect().topLeft())
    assert (place.x() >= body.geometry().right()) is beside
    assert (place.y() >= body.geometry().bottom()) is not beside
