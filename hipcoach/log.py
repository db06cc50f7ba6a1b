"""The log in the data folder: what the app did, never what the user wrote."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

SIZE, KEPT = 1_000_000, 3
FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def start_log(folder: Path) -> None:
    """Write the log of HipCoach to `folder`/logs; without it where the disk refuses."""
    logger = logging.getLogger("hipcoach")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        (folder / "logs").mkdir(mode=0o700, parents=True, exist_ok=True)
        file = folder / "logs" / "hipcoach.log"
        handler = RotatingFileHandler(file, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8")
    except OSError:
        logger.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter(FORMAT))
    logger.addHandler(handler)
