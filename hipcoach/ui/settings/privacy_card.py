"""That nothing leaves the computer."""

from __future__ import annotations

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.settings.card import SettingsCard
from hipcoach.ui.theme import Theme


class PrivacyCard(SettingsCard):
    """Says it; there is nothing to set."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "shield-check", tr("Privacy"))
        inset = Box(theme, across=True, spacing=12, edges=(12, 10, 12, 10), kind="assured")
        words, ink = Box(theme, spacing=2), "on_primary_soft"
        nothing = tr("Nothing leaves this computer")
        none = tr("No account, no cloud, no statistics. Works without internet.")
        words.add(Label(theme, nothing, "body_strong", ink, wrap=True))
        words.add(Label(theme, none, "small", ink, wrap=True))
        inset.add(IconView(theme, "wifi-off", 24, ink))
        inset.box.addWidget(words, 1)
        self.add_widget(inset, f"{nothing} {none}")
