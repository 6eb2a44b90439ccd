"""`kinerja monitor`: the weekly monitoring papers of a month, for every unit that measures something in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kinerja.artifacts import Artifact
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.errors import SalahPakai
from kinerja.findings import Finding
from kinerja.pipeline.forms import jangan_timpa_isian
from kinerja.pipeline.pemantauan import terbuka_unit
from kinerja.pipeline.pengumpulan import cari_unit
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.tenggat import kalender_kantor
from kinerja.pipeline.versi import catat_induk, isi_berlaku
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.register.model import DokumenTercatat

JENIS_PANTAU = "pemantauan"


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilMonitor:
    """`tanpa`: units without a paper, as nothing of theirs is measured in this month."""

    dokumen: tuple[DokumenTercatat, ...]
    tanpa: tuple[str, ...]
    temuan: tuple[Finding, ...]
    disisihkan: tuple[tuple[str, str], ...]


def path_pemantauan(unit: str, periode: Periode) -> str:
    """Where the blank paper lies, relative to the workspace."""
    return f"formulir/{periode.id}/pemantauan_{unit}_{periode.id}.xlsx"


def monitor(ws: Workspace, periode: Periode, *, unit: str | None, waktu: datetime, lapor: Lapor) -> HasilMonitor:
    """Make and register the papers, with the actions that earlier months left open. One that somebody has typed into
    is never overwritten. SalahPakai when nothing is measured."""
    isi = load_isi(ws)
    _periksa(isi, periode)
    sasaran = isi.master.unit_pelapor if unit is None else (cari_unit(isi.master, unit),)
    dokumen: list[DokumenTercatat] = []
    tanpa: list[str] = []
    with buka(ws, waktu) as sesi:
        catat_induk(sesi, isi)
        induk = isi_berlaku(sesi, isi, sebelum=periode.bulan[0])
        for n, u in enumerate(sasaran):
            lapor("Membuat kertas kerja pemantauan", n, len(sasaran))
            dibuat = _buat(sesi, induk, u.kode, periode)
            if dibuat is None:
                tanpa.append(u.kode)
            else:
                dokumen.append(dibuat)
        lapor("Membuat kertas kerja pemantauan", len(sasaran), len(sasaran))
        if not dokumen:
            raise SalahPakai(
                f"Tidak ada indikator yang diukur pada {periode.nama}, jadi tidak ada yang dipantau.",
                "Periksa kolom Frekuensi dan sheet Target di induk.xlsx, atau sebutkan bulan lain.",
            )
        sesi.reg.catat_peristiwa("pemantauan_dibuat", waktu, periode.id, unit, {"path": [d.path for d in dokumen]})
    return HasilMonitor(
        dokumen=tuple(dokumen), tanpa=tuple(tanpa), temuan=isi.temuan, disisihkan=tuple(sesi.disisihkan)
    )


def _periksa(isi: Isi, periode: Periode) -> None:
    """SalahPakai unless this is a month of the master's year."""
    tahun = isi.master.instansi.tahun
    if periode.jenis is not JenisPeriode.BULAN or periode.tahun != tahun:
        raise SalahPakai(
            f"{periode.nama} bukan bulan tahun {tahun}; pemantauan mingguan dibuat per bulan.",
            f"Tulis bulan seperti {tahun}-01.",
        )


def _buat(sesi: Sesi, isi: Isi, unit: str, periode: Periode) -> DokumenTercatat | None:
    """One unit's paper; None when nothing of it is measured in this month."""
    from kinerja.forms.pemantauan import kertas_pemantauan
    from kinerja.forms.terbit_pantau import terbitkan_pantau

    terbit = terbitkan_pantau(
        isi.master, unit, periode, kalender_kantor(isi, periode), terbuka_unit(sesi, unit, sebelum=periode)
    )
    if not terbit.baris:
        return None
    path = path_pemantauan(unit, periode)
    jangan_timpa_isian(sesi, path)
    sesi.reg.save_pantau_terbit(terbit, sesi.waktu)
    naskah = kertas_pemantauan(isi.master, terbit, isi.pengaturan.kertas)
    return sesi.tulis(Artifact(JENIS_PANTAU, path, naskah), periode.id)
