"""The register: what was received, what it said, what was found, decided and written. One SQLite file, `kinerja.db`.

The class is put together from parts, one noun each (`terbit`, `berkas`, `kiriman`, `fakta`, `bukti`, `temuan`,
`peristiwa`, `pemantauan`, `narasi`, `koreksi`, `sidik`), over the connection in `basis`. Every number in it is exact
text; every time is an argument.
"""

from __future__ import annotations

from kinerja.register.berkas import BagianBerkas
from kinerja.register.kiriman import BagianKiriman
from kinerja.register.koreksi import BagianKoreksi
from kinerja.register.narasi import BagianNarasi
from kinerja.register.pemantauan import BagianPemantauan
from kinerja.register.sidik import BagianSidik
from kinerja.register.terbit import BagianTerbit


class Register(BagianTerbit, BagianBerkas, BagianKiriman, BagianPemantauan, BagianNarasi, BagianKoreksi, BagianSidik):
    """An open register; a context manager. Use `Register.open(path)`."""
