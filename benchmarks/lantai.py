"""The floor: only unpack each file and let expat run over every sheet, with no handler.

python benchmarks/lantai.py FOLDER
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from xml.parsers import expat

for berkas in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    with zipfile.ZipFile(berkas) as z:
        for nama in z.namelist():
            if nama.startswith("xl/worksheets/sheet"):
                expat.ParserCreate().Parse(z.read(nama), True)
