"""Child process of the fuzz test: reads and judges spoilt forms with little memory and a watchdog; tells how it went.

`python pekerja_fuzz.py SAMPEL JENIS AWAL AKHIR` prints one line of JSON. Case N of JENIS is always the same bytes.
"""

from __future__ import annotations

import dataclasses
import faulthandler
import hashlib
import json
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path
from random import Random

from mutasi import mutasi_biff, mutasi_byte, mutasi_xml, zip_dari

from kinerja.domain.periode import Periode
from kinerja.forms.blank import Pencetak
from kinerja.forms.terbit import terbitkan
from kinerja.pipeline.workspace import Workspace, load_isi
from kinerja.read.form import read_form
from kinerja.read.intake import temukan
from kinerja.read.intip import intip_identitas
from kinerja.read.model import HasilBaca, Kandidat
from kinerja.validate.engine import validate_form
from kinerja.validate.model import HasilValidasi, Konteks
from kinerja.workbook import pekerja, reader
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Buku
from kinerja.worksheets.pengembalian import salinan_beranotasi

BATAS_MEMORI = 512 << 20
BATAS_DETIK = 10
SAAT = datetime.fromisoformat("2026-02-03T09:10:00")
# What no document can hold: SQLite, Excel and Word would each trip over it later.
TERLARANG = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _terpisah(isi: bytes, format_berkas: str) -> Buku:
    """What the disposable process does, here: this process is limited itself, and starting one takes long."""
    hasil = pekerja.baca(isi, format_berkas)
    if isinstance(hasil, BerkasDitolak):
        raise hasil
    return hasil


class Penguji:
    def __init__(self, sampel: Path) -> None:
        self.isi = load_isi(Workspace(sampel))
        self.pencetak = Pencetak(self.isi.master, self.isi.pengaturan)
        self.sisa = tempfile.TemporaryDirectory()
        self.masuk = Path(self.sisa.name) / "masuk"
        self.masuk.mkdir()

    def satu(self, isi: bytes, akhiran: str, *, kembalikan: bool) -> list[str]:
        """How each form in these bytes ended: a refusal's code, or the status."""
        intip_identitas(isi)
        if akhiran not in (".zip", ".eml"):
            kandidat = Kandidat(
                path=f"masuk/a{akhiran}", isi=isi, sha256=hashlib.sha256(isi).hexdigest(), diterima=SAAT
            )
            return [self.nilai(kandidat, kembalikan=kembalikan)]
        (self.masuk / f"a{akhiran}").write_bytes(isi)
        hasil = []
        for t in temukan(self.masuk, self.masuk.parent):
            if isinstance(t, Kandidat):
                hasil.append(self.nilai(t, kembalikan=False))
            else:
                hasil.append(type(t).__name__ if not hasattr(t, "kode") else t.kode)
        return hasil

    def nilai(self, kandidat: Kandidat, *, kembalikan: bool) -> str:
        baca = read_form(kandidat)
        _periksa(baca.temuan)
        if baca.form is None:
            return baca.temuan[0].kode
        hasil = self._validasi(baca)
        _periksa(hasil)
        if kembalikan and hasil.status in ("tidak_valid", "tidak_lengkap"):
            self._kembalikan(kandidat, baca, hasil)
        return str(hasil.status)

    def _validasi(self, baca: HasilBaca) -> HasilValidasi:
        assert baca.form is not None
        try:
            periode = Periode.parse(baca.form.identitas.periode)
        except ValueError:
            periode = Periode.parse("2026-01")
        konteks = Konteks(
            master=self.isi.master, pengaturan=self.isi.pengaturan, profil=self.isi.profil, periode=periode,
            unit=baca.form.identitas.unit, diterima=SAAT, tenggat=SAAT, terbit=None,
            versi_dikenal=frozenset({self.isi.master.versi}), revisi_terakhir=0,
        )  # fmt: skip
        return validate_form(baca.form, baca.temuan, konteks)

    def _kembalikan(self, kandidat: Kandidat, baca: HasilBaca, hasil: HasilValidasi) -> None:
        assert baca.form is not None
        i = baca.form.identitas
        terbit = baca.form.terbit or terbitkan(
            self.isi.master, self.isi.pengaturan, i.unit, Periode.parse(i.periode), (), (), 1
        )
        salinan = salinan_beranotasi(
            kandidat.isi, baca.form, hasil.temuan,
            menjawab=1, terbit=terbit, pencetak=self.pencetak, tenggat=date(2026, 2, 9),
        )  # fmt: skip
        ulang = read_form(Kandidat(path="masuk/b.xlsx", isi=salinan.isi, sha256="0" * 64, diterima=SAAT))
        assert ulang.form is not None, [t.kode for t in ulang.temuan]
        assert ulang.form.identitas == i.answering(1)


def _periksa(nilai: object) -> None:
    """No text anywhere in a value holds what no document can."""
    if isinstance(nilai, str):
        assert not TERLARANG.search(nilai), repr(nilai[:200])
    elif dataclasses.is_dataclass(nilai):
        for f in dataclasses.fields(nilai):
            _periksa(getattr(nilai, f.name))
    elif isinstance(nilai, Mapping):
        _periksa(tuple(nilai.items()))
    elif isinstance(nilai, tuple | list):
        for x in nilai:
            _periksa(x)


def kasus(jenis: str, nomor: int, sumber: list[bytes]) -> bytes:
    """The spoilt bytes of one case."""
    r = Random(f"{jenis}/{nomor}")
    isi, lain = r.choice(sumber), r.choice(sumber)
    terzip = isi.startswith(b"PK")
    if terzip and not jenis.startswith("zip") and r.random() < 0.75:
        return mutasi_xml(r, isi)
    if jenis == "xls" and r.random() < 0.75:
        return mutasi_biff(r, isi)
    return mutasi_byte(r, isi, lain)


def _surel(isi: bytes) -> bytes:
    """A mail with a form and an archive of it."""
    surel = EmailMessage()
    surel["Date"] = "Tue, 03 Feb 2026 16:20:00 +0700"
    surel.set_content("Terlampir.")
    for nama, lampiran in (("formulir é.xlsx", isi), ("semua.zip", zip_dari({"b.xlsx": isi}))):
        surel.add_attachment(lampiran, maintype="application", subtype="octet-stream", filename=nama)
    return bytes(surel)


def _puncak_memori() -> int:
    """Peak MiB of this very program; `ru_maxrss` would count the test run that started it."""
    for baris in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if baris.startswith("VmHWM:"):
            return int(baris.split()[1]) // 1024
    raise AssertionError("VmHWM tidak ada")


def main(sampel: Path, jenis: str, awal: int, akhir: int, berkas: list[Path]) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (BATAS_MEMORI, BATAS_MEMORI))
    reader._terpisah = _terpisah
    penguji = Penguji(sampel)
    sumber = [b.read_bytes() for b in berkas]
    if jenis == "eml":
        sumber = [_surel(isi) for isi in sumber]
    akhiran = "." + jenis.partition("-")[0]
    hitung: Counter[str] = Counter()
    jatuh: list[str] = []
    terlama = (0.0, -1)
    for nomor in range(awal, akhir):
        isi = kasus(jenis, nomor, sumber)
        faulthandler.dump_traceback_later(BATAS_DETIK, exit=True)
        mulai = time.perf_counter()
        try:
            hitung.update(penguji.satu(isi, akhiran, kembalikan=nomor % 5 == 0))
        except BaseException:  # whatever it is, it would have ended the run
            jatuh.append(f"{jenis} {nomor}: {traceback.format_exc(limit=-4)}")
        terlama = max(terlama, (time.perf_counter() - mulai, nomor))
        faulthandler.cancel_dump_traceback_later()
    penguji.sisa.cleanup()
    memori = _puncak_memori()
    hasil = {"hitung": hitung, "jatuh": jatuh, "terlama": terlama, "memori_mib": memori}
    sys.stdout.write(json.dumps(hasil) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), [Path(p) for p in sys.argv[5:]])
