"""Renew requirements-dev.lock from pyproject.toml; `python3 dev.py lock` starts this.

A pin stays while it may, unless the arguments, which uv is handed, say --upgrade.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements-dev.lock"
WHAT = "--group dev --python-version 3.11 --universal --generate-hashes pyproject.toml"
STYLE = "--quiet --no-header --no-annotate --no-emit-index-url --output-file"


def main(arguments: Sequence[str]) -> int:
    """Write the lock anew; an exit code, with a sentence on standard error if it is not 0."""
    if not (uv := shutil.which("uv")):
        return told(3, "the lock is written by uv; this installs it: python3 -m pip install uv")
    new = LOCK.with_name(LOCK.name + ".new")
    shutil.copyfile(LOCK, new)
    command = [uv, "pip", "compile", *WHAT.split(), *STYLE.split(), str(new), *arguments]
    if subprocess.call(command, cwd=ROOT):
        return told(1, "uv did not resolve the dependencies; the lock stays as it was")
    if "://" in new.read_text(encoding="utf-8"):
        return told(1, f"the new lock holds an address and was left in {new}")
    new.replace(LOCK)
    return 0


def told(code: int, sentence: str) -> int:
    """Say why; the code it ends with."""
    print("lock:", sentence, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
