"""`kinerja check-report`: every figure of a Word report against what the register prints for its period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.errors import SalahPakai
from kinerja.koreksi.model import SIFAT_PERIODE, NaskahTerkoreksi
from kinerja.koreksi.naskah import baca_naskah
from kinerja.koreksi.petak import ganti_teks
from kinerja.pipeline.angka_register import AngkaRegister, baca_lembaran, laporan_lama
from kinerja.pipeline.berkas_word import baca_berkas_word
from kinerja.pipeline.keadaan import keadaan_periode
from kinerja.pipeline.nilai_angka import AngkaDiperiksa, Penilai, StatusAngka
from kinerja.pipeline.pengumpulan import periksa_angka, periode_pengumpulan
from kinerja.pipeline.pokok_angka import Pengenal
from kinerja.pipeline.progress import Lapor, diam
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.susun import Cetakan, susun
from kinerja.pipeline.versi import isi_berlaku
from kinerja.pipeline.workspace import Workspace, load_isi

_PERIODE = re.compile(r"(?<![0-9])20[0-9]{2}-(?:TW[1-4]|S[12]|0[1-9]|1[0-2])(?![0-9])", re.IGNORECASE)
_TAHUNAN = re.compile(r"(?i)tahunan_(20[0-9]{2})(?![0-9-])")
_SAMPUL = 40  # paragraphs in which the title names the period
_JEJAK = "jejak angka"
_LANGKAH = "Mencocokkan angka"
# Of the figures that are not right, and of all, one in so many from one report: the file may be that report.
_SEBAGIAN_BESAR, _BANYAK = 2, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilPeriksa:
    """The figures of a document, in its order. `catatan`: what to know before reading them."""

    periode: Periode
    angka: tuple[AngkaDiperiksa, ...]
    catatan: tuple[str, ...]

    @property
    def salah(self) -> tuple[AngkaDiperiksa, ...]:
        """Those that are not right."""
        return tuple(a for a in self.angka if a.status is not StatusAngka.COCOK)

    def banyak(self, status: StatusAngka) -> int:
        """How many have this status."""
        return sum(a.status is status for a in self.angka)


def check_report(
    ws: Workspace, berkas: Path, periode: Periode | None, *, waktu: datetime, lapor: Lapor
) -> HasilPeriksa:
    """Judge every figure of `berkas`, a report of `periode`; without it, the period is what the file says it is of.

    SalahPakai when there is no such file or its period cannot be told; KinerjaError when it cannot be read.
    """
    isi_berkas = baca_berkas_word(berkas, "Tulis letak berkas .docx laporan yang akan diperiksa.")
    lapor(_LANGKAH, 0, 3)
    terbaca = baca_naskah(isi_berkas, berkas.name)
    naskah = baca_lembaran(isi_berkas, berkas.name)
    isi = load_isi(ws)
    with buka(ws, waktu) as sesi:
        isi = isi_berlaku(sesi, isi)
        periode, catatan = _periode(berkas.name, terbaca, isi.master.instansi.tahun, periode)
        periksa_angka(isi, periode)
        lapor(_LANGKAH, 1, 3)
        keadaan = [keadaan_periode(sesi, isi, p) for p in periode_pengumpulan(isi, periode)]
        jejak = any(p.tingkat and _JEJAK in p.usulan.casefold() for p in terbaca.paragraf)
        cetakan = Cetakan(tanggal=waktu.date(), jejak=jejak)
        susunan = susun(sesi, isi, periode, keadaan, cetakan, lapor=diam)
        disimpan = {n.kunci: n.draf for n in susunan.narasi if n.disimpan is not None}
        benar = ganti_teks(baca_lembaran(susunan.naskah, "laporan"), disimpan)
        lapor(_LANGKAH, 2, 3)
        penilai = Penilai(naskah, benar, AngkaRegister(sesi, isi, periode), Pengenal(isi.master))
        angka = penilai.nilai(laporan_lama(sesi, periode), frozenset(disimpan))
        lapor(_LANGKAH, 3, 3)
    hasil = HasilPeriksa(periode=periode, angka=angka, catatan=catatan)
    return HasilPeriksa(periode=periode, angka=angka, catatan=(*catatan, *_tertukar(hasil)))


def _periode(
    nama: str, naskah: NaskahTerkoreksi, tahun: int, diminta: Periode | None
) -> tuple[Periode, tuple[str, ...]]:
    """The period that the report is of: as asked, by its file's name, by its properties, by its title.

    With a remark when the document itself says another one.
    """
    dalam = _judul(naskah, tahun) or _dari_id(naskah.sifat.get(SIFAT_PERIODE, ""))
    dipakai = diminta or _dari_nama(nama) or _dari_id(naskah.sifat.get(SIFAT_PERIODE, "")) or dalam
    if dipakai is None:
        raise SalahPakai(
            f"Periode laporan {nama} tidak diketahui dari nama, sifat, maupun judulnya.",
            "Sebutkan periodenya, misalnya --periode 2026-03.",
        )
    if dalam is None or dalam == dipakai:
        return dipakai, ()
    sebab = "menurut --periode" if diminta is not None else "menurut nama berkasnya"
    return dipakai, (f"Judul dokumen menyebut {dalam.nama}; diperiksa sebagai laporan {dipakai.nama} {sebab}.",)


def _dari_nama(nama: str) -> Periode | None:
    m = _PERIODE.search(nama)
    return _dari_id(m[0] if m else n[1] if (n := _TAHUNAN.search(nama)) else "")


def _dari_id(teks: str) -> Periode | None:
    try:
        return Periode.parse(teks)
    except ValueError:
        return None


def _judul(naskah: NaskahTerkoreksi, tahun: int) -> Periode | None:
    """The first paragraph of the cover that is the name of a period."""
    nama = {
        Periode(t, j, n).nama.casefold(): Periode(t, j, n)
        for t in (tahun - 1, tahun, tahun + 1)
        for j in JenisPeriode
        for n in range(1, 12 // j + 1)
    }
    for p in naskah.paragraf[:_SAMPUL]:
        teks = " ".join(p.usulan.casefold().partition("(")[0].split())
        if not p.daftar_isi and teks in nama:
            return nama[teks]
    return None


def _tertukar(hasil: HasilPeriksa) -> tuple[str, ...]:
    """That most of what is wrong is from one report: then this is that report, or was made before data changed."""
    asal = [a.asal for a in hasil.salah if a.asal is not None]
    if not asal:
        return ()
    sering = max(asal, key=lambda x: sum(x is y for y in asal))
    banyak = sum(x is sering for x in asal)
    if banyak * _SEBAGIAN_BESAR < len(hasil.salah) or banyak * _BANYAK < len(hasil.angka):
        return ()
    if sering.periode == hasil.periode:
        saran = f"datanya berubah sesudah itu, jadi buat lagi: kinerja build {hasil.periode.id}"
    else:
        saran = "mungkin berkasnya tertukar."
    return (f"Sebagian besar angka yang tidak cocok berasal dari {sering.sebut}; {saran}",)
