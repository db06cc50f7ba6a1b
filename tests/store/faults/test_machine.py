"""Random use, random failures, random ends: the diary holds exactly what was acknowledged."""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from hipcoach.store.errors import StoreError

EXAMPLES = int(os.environ.get("HIPCOACH_EXAMPLES", "200"))
"""How many random lives of a diary are lived through."""

STEPS = ["add", "add", "change", "delete", "restore", "several", "abandon", "tidy"]


class Life(RuleBasedStateMachine):
    """A diary that is used, fails, is killed, loses power, and is opened again."""

    def __init__(self, disk: Any, user: Any, crash: type[BaseException]) -> None:
        super().__init__()
        self.disk, self.user, self.crash = disk, user, crash

    @rule(
        way=st.sampled_from(["error", "late", "short", "crash", "late-crash"]),
        after=st.integers(1, 30),
        in_a_row=st.integers(1, 4),
        says=st.sampled_from([errno.EIO, errno.ENOSPC, errno.EROFS, errno.EDQUOT]),
    )
    def fail_soon(self, way: str, after: int, in_a_row: int, says: int) -> None:
        first = self.disk.calls + after
        self.disk.plan = dict.fromkeys(range(first, first + in_a_row), way)
        self.disk.errno = says

    @rule(step=st.sampled_from(STEPS), times=st.integers(1, 4))
    def use(self, step: str, times: int) -> None:
        for _ in range(times):
            self._try(lambda: self._opened() and getattr(self.user, step)())

    def _opened(self) -> bool:
        if self.user.store is None:
            self.user.open()
        return True

    def _try(self, step: Callable[[], object]) -> None:
        try:
            step()
        except StoreError:
            assert self.user.store is None
        except self.crash:
            self.kill()

    @precondition(lambda self: self.user.store)
    @rule()
    def close(self) -> None:
        self._try(self.user.close)

    @rule()
    def kill(self) -> None:
        self.user.store = None
        self.disk.disk.stop()

    @rule(seed=st.integers(0, 1000))
    def lose_power(self, seed: int) -> None:
        self.user.store = None
        self.disk.disk.lose_power(random.Random(seed))

    def teardown(self) -> None:
        self.disk.plan.clear()
        self.kill()
        self.user.open()


def test_a_diary_holds_what_was_acknowledged(make_disk, make_user, crash) -> None:
    how = settings(max_examples=EXAMPLES, stateful_step_count=30, deadline=None, derandomize=True)

    def life() -> Life:
        disk = make_disk()
        return Life(disk, make_user(disk), crash)

    run_state_machine_as_test(life, settings=how)
