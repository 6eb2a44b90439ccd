"""Which step is next, and what to type for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.master.pelaksana import nama_pelaksana
from kinerja.pipeline.final import final_berlaku
from kinerja.pipeline.keadaan import Keadaan
from kinerja.pipeline.koreksi import JENIS_DAFTAR
from kinerja.pipeline.letak import Letak, periode_kini
from kinerja.pipeline.monitor import JENIS_PANTAU
from kinerja.pipeline.persetujuan import keputusan_semua, sah, wajib_setuju
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.terkirim import disiapkan
from kinerja.pipeline.workspace import Isi
from kinerja.sop.bukti import DARI_DATA, DIISI_ORANG, FINAL, MANUAL, PANTAU, PENGIRIMAN, SURAT
from kinerja.sop.periode import periode_langkah
from kinerja.sop.sebut import sebut_pelaksana
from kinerja.sop.status import Posisi, StatusLangkah

_DIBAGIKAN = ("formulir", "surat_edaran")


@dataclass(frozen=True, slots=True, kw_only=True)
class Berikutnya:
    """The step to do next, who does it (each role with the people behind it), and the command for it."""

    posisi: Posisi
    pelaksana: str
    perintah: str


def saran_berikut(sesi: Sesi, isi: Isi, letak: Letak, periode: Periode) -> Berikutnya | None:
    """What comes next, seen from `periode`; None when every step is done, or when none has its turn yet."""
    p = langkah_berikut(letak.langkah, periode)
    if p is None:
        return None
    hari_ini = sesi.waktu.date()
    orang = {x: nama_pelaksana(isi.master, x, hari_ini) for x in p.langkah.pelaksana}
    return Berikutnya(
        posisi=p,
        pelaksana=sebut_pelaksana(p.langkah, orang),
        perintah=_perintah(sesi, isi, p, letak),
    )


def langkah_berikut(posisi: Sequence[Posisi], periode: Periode) -> Posisi | None:
    """The step to do next: of the chain of this kind of period first, then of longer ones, then of weekly work.

    What is late, and then what was passed over, comes when nothing else has its turn. None when every step is done,
    or when none has its turn yet.
    """
    terbuka = [p for p in posisi if p.status is not StatusLangkah.SELESAI]
    rampung = {(p.sop, p.periode): n for n, p in enumerate(posisi) if p.status is StatusLangkah.SELESAI}  # the last
    calon = (
        [p for p in terbuka if p.giliran]
        or [p for p in terbuka if p.terlambat_hari]
        or [p for p in terbuka if posisi.index(p) < rampung.get((p.sop, p.periode), 0)]
    )
    return min(calon, key=lambda p: _urutan(p, periode), default=None)


def _urutan(p: Posisi, periode: Periode) -> tuple[bool, int, date]:
    beda = p.periode.jenis - periode.jenis
    return p.langkah.kala == "mingguan", beda if beda >= 0 else 100 - beda, p.tenggat or date.max


def _perintah(sesi: Sesi, isi: Isi, p: Posisi, letak: Letak) -> str:
    """The command with which this step is done, or marked as done."""
    bukti, milik = p.langkah.dihasilkan_oleh or MANUAL, p.periode
    ikut = [k for k in letak.keadaan.values() if set(k.periode.bulan) <= set(milik.bulan)]
    if bukti == "induk":
        return "kinerja check"
    if bukti in _DIBAGIKAN:
        ada = {d.periode for d in sesi.reg.dokumen() if d.jenis == bukti}
        kurang = next((k.periode for k in ikut if k.periode.id not in ada), milik)
        return f"kinerja forms {kurang.id}"
    if bukti in DARI_DATA:
        return f"kinerja validate {next((k.periode for k in ikut if not _beres(k)), milik).id}"
    if bukti == PANTAU:
        dibuat = any(d.jenis == JENIS_PANTAU for d in sesi.reg.dokumen(milik.id))
        return f"kinerja {'validate' if dibuat else 'monitor'} {milik.id}"
    if bukti == "data_hasil_analisis" or bukti.startswith("laporan_"):
        return f"kinerja build {milik.id}"
    if bukti == FINAL or (p.langkah.persetujuan and bukti == MANUAL):
        return _setujui(sesi, isi, p)
    if bukti == JENIS_DAFTAR and p.bukti is None:
        return "kinerja review BERKAS.docx"
    if bukti in PENGIRIMAN and (f := final_berlaku(sesi, milik)) is not None:
        kirim = f"kinerja deliver {milik.id}"
        return f"{kirim} --bukti PINDAIAN.pdf --oleh NAMA --tanggal TANGGAL" if disiapkan(sesi, f) else kirim
    if bukti in SURAT and not (bukti in DIISI_ORANG and p.bukti is not None):
        return f"kinerja letter {bukti} {milik.id}"
    kini = periode_langkah(p.langkah.kala, periode_kini(isi, sesi.waktu.date()))
    tambahan = f" --periode {milik.id}" if kini != milik else ""
    return f"kinerja step done {p.langkah.id} --oleh NAMA --tanggal TANGGAL{tambahan}"


def _setujui(sesi: Sesi, isi: Isi, p: Posisi) -> str:
    """The command for the approval that comes next, by who holds the role; to finalize when all are there."""
    ada = keputusan_semua(sesi, isi, p.periode)
    w = next((w for w in wajib_setuju(isi.profil, p.periode) if sah(ada, w) is None), None)
    if w is None:
        return f"kinerja finalize {p.periode.id}"
    nama = nama_pelaksana(isi.master, w.peran, sesi.waktu.date())
    oleh = f'"{nama[0]}"' if nama else "NAMA"
    return f"kinerja approve {p.periode.id} --langkah {w.langkah.id} --oleh {oleh}"


def _beres(k: Keadaan) -> bool:
    """All units have sent a form of this period, and all are valid."""
    return not k.belum_masuk and all(b.status.layak for b in k.berkas if b.status is not Status.DITOLAK)
