"""PySide6 and this Python fit together.

PySide6 6.12.0 on Python 3.11 gives away one reference to None with nearly every void call, until
the interpreter aborts. pyproject.toml pins around it; this notices if that ever stops working.
"""

from __future__ import annotations

import os
import subprocess
import sys

COUNT_REFERENCES = """
import sys
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication([])
label = QLabel()
before = sys.getrefcount(None)
for turn in range(200):
    label.setText(str(turn))
print(before - sys.getrefcount(None))
"""


def test_void_calls_keep_their_references_to_none() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNT_REFERENCES],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 100
