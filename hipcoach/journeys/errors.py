"""What a journey refuses."""

from __future__ import annotations

from hipcoach.core.text import Message, say


class NotAllowed(Exception):
    """It may not be done now, and nothing was stored. `told` is the sentence for the user."""

    exit_code = 2

    def __init__(self, told: Message) -> None:
        super().__init__(told)
        self.told = told

    def __str__(self) -> str:
        return say(self.told)


class Unfit(ValueError):
    """A change that cannot be made; nothing was stored. `told` is the sentence for the user."""

    def __init__(self, told: Message) -> None:
        super().__init__(told)
        self.told = told

    def __str__(self) -> str:
        return say(self.told)
