"""Run as a child process: `kinerja validate` that dies, without any clean-up, at the n-th step towards the disk.

python validate_mati.py MAP N       (N = 0: count the steps and print them)
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from kinerja.deliver import arsip, tulis
from kinerja.pipeline.progress import diam
from kinerja.pipeline.validate import validate
from kinerja.pipeline.workspace import Workspace
from kinerja.register.basis import Basis

WAKTU = datetime(2026, 2, 6, 9)


def main(akar: Path, mati: int) -> None:
    hitung = 0

    def langkah(asli: Callable[..., Any]) -> Callable[..., Any]:
        def dengan_maut(*args: Any, **kwargs: Any) -> Any:
            nonlocal hitung
            hitung += 1
            if hitung == mati:
                os._exit(9)
            return asli(*args, **kwargs)

        return dengan_maut

    Basis._execute = langkah(Basis._execute)  # type: ignore[method-assign]  # counts, and dies at one
    arsip.ganti = langkah(tulis.ganti)
    tulis.ganti = arsip.ganti
    validate(Workspace(akar), None, (), waktu=WAKTU, lapor=diam)
    print(hitung)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
