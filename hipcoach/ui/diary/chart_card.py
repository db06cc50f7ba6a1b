"""Back pain over time: the sentence, what the marks mean, and the chart or the same as a table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.text import tr
from hipcoach.ui.announce import announce
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.diary.cell_delegate import BAR, SIDE
from hipcoach.ui.diary.closed_card import ClosedCard
from hipcoach.ui.diary.day_table import DayTable
from hipcoach.ui.diary.legend import Legend
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

CHART_HEIGHT, ANY = 352, 16_777_215
"""Pixels of the chart at 100 % text (design.md 3), and what a widget takes at most."""

SENTENCE, VERDICT = (
    TextStyle(size=14, line=23, weight=400),
    TextStyle(size=14, line=23, weight=600),
)
"""Lines so high that the words, aligned below, stand on the title's base line."""


class Standing(Enum):
    """What stands on the card."""

    LOADING = "loading"
    EMPTY = "empty"
    CLOSED = "closed"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords:
    """What the card says: the sentence, the verdict in bold after it, and why it is closed."""

    standing: Standing = Standing.LOADING
    sentence: str = ""
    verdict: str = ""
    closed: str = ""
    weekly: bool = False
    band: bool = True
    flares: bool = False


class ChartCard(Box):
    """`look_asked`: open it in low-focus mode. `view_changed`: as a table (True) or the chart.

    The chart is put in with `put_chart` once it is loaded; `table` is filled by who owns the card
    while `is_table`.
    """

    look_asked = Signal()
    view_changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=0)
        self.words = CardWords()
        self.chart: QWidget | None = None
        self.is_table = False
        self._make_head()
        self._legend = Legend(theme)
        self._place = Box(theme)
        self.table = DayTable(theme)
        self._instead = ClosedCard(theme)
        self._place.add(self._instead, self.table)
        self._keys = Spread()
        keys = Box(theme)  # keeps the switch at the right while there is no legend
        keys.add(self._legend)
        self._keys.addWidget(keys)
        self._keys.addWidget(self.switch)
        head = Box(theme, edges=(SIDE, 0, SIDE + BAR, 4))
        head.add(self._told)
        head.box.addLayout(self._keys)
        self.add(head)
        self.box.addWidget(self._place, 1)
        self._instead.look.clicked.connect(self.look_asked)
        self._fit()
        theme.changed.connect(self._fit)
        self._show()

    def put_chart(self, chart: QWidget) -> None:
        """The chart that was loaded."""
        beside = Box(self.theme, edges=(SIDE, 0, SIDE + BAR, 0))
        beside.add(chart)
        chart.setMinimumWidth(1)  # it would be cut off where the text is large
        self.chart = beside
        self._place.add(beside)
        self._show()

    def show_words(self, words: CardWords) -> None:
        """Another sentence, or another thing to stand here."""
        if words != self.words:
            self.words = words
            self._show()

    def show_weekly(self, weekly: bool) -> None:
        """Whether a point is a week from now on."""
        words = self.words
        self._legend.show_keys(weekly=weekly, band=words.band, flares=words.flares)

    def _make_head(self) -> None:
        theme = self.theme
        self.title = Label(theme, tr("Back pain"), "section")
        self._sentence = Label(theme, "", SENTENCE, "ink2", wrap=True)
        self._verdict = Label(theme, "", VERDICT, wrap=True)
        self.switch = Button(theme, tr("Show as table"), "quiet", size="small")
        self.switch.clicked.connect(self._on_switched)
        self._line, self._told = Flow(), QWidget()
        self._told.setLayout(self._line)
        self._line.addWidget(self.title)
        for part in (self._sentence, self._verdict):
            self._line.addWidget(part)
            self._line.setAlignment(part, Qt.AlignmentFlag.AlignBottom)

    def _on_switched(self) -> None:
        self.is_table = not self.is_table
        self._show()
        self.view_changed.emit(self.is_table)

    def _show(self) -> None:
        """What stands here, in the words of now."""
        words = self.words
        is_open = words.standing is Standing.OPEN
        self._sentence.setText(words.sentence)
        self._verdict.setText(words.verdict)
        self._sentence.setVisible(is_open and bool(words.sentence))
        self._verdict.setVisible(is_open and bool(words.verdict))
        self.switch.setVisible(is_open)
        self.switch.show_text(tr("Show chart") if self.is_table else tr("Show as table"))
        self.show_weekly(words.weekly)
        self._legend.setVisible(is_open and not self.is_table)
        self._show_place(words, is_open=is_open)
        self._fit()

    def _show_place(self, words: CardWords, *, is_open: bool) -> None:
        """One of the three: the table, the chart, or why there is none."""
        is_table = is_open and self.is_table
        is_chart = is_open and not self.is_table and self.chart is not None
        self.table.setVisible(is_table)
        if self.chart is not None:
            self.chart.setVisible(is_chart)
        self._instead.show_text(_told(words), look=words.standing is Standing.CLOSED)
        self._instead.setVisible(not is_table and not is_chart)

    def tell(self) -> None:
        """Have the sentence said: the chart was opened."""
        announce(self, f"{self.words.sentence} {self.words.verdict}".strip())

    def _fit(self) -> None:
        px = self.theme.px
        keeps_place = self.words.standing in {Standing.LOADING, Standing.OPEN}
        self._place.setMinimumHeight(px(CHART_HEIGHT) if keeps_place else 0)
        self._place.setMaximumHeight(px(CHART_HEIGHT) if keeps_place else ANY)
        self._line.setSpacing(px(8))
        self._line.set_row_gap(px(2))
        self._keys.set_measures(px(12))


def _told(words: CardWords) -> str:
    """What stands in the chart's place."""
    if words.standing is Standing.CLOSED:
        return words.closed
    if words.standing is Standing.EMPTY:
        return tr("Nothing is noted yet. Your ratings and sessions appear here day by day.")
    return tr("Drawing the chart ...")
