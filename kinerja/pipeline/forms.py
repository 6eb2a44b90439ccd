"""`kinerja forms`: blank forms for every unit, and the surat edaran that goes with them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from kinerja.artifacts import Artifact
from kinerja.deliver.tulis import baca_dokumen
from kinerja.domain.periode import Periode
from kinerja.errors import KinerjaError
from kinerja.findings import Finding
from kinerja.pipeline.logo import check_logo
from kinerja.pipeline.pengumpulan import cari_unit, periksa_pengumpulan
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.tenggat import kalender_kantor, tenggat_isian
from kinerja.pipeline.versi import catat_induk, isi_berlaku
from kinerja.pipeline.workspace import Workspace, load_isi
from kinerja.register.model import DokumenTercatat
from kinerja.register.peristiwa import FORMULIR_DIBUAT


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilForms:
    dokumen: tuple[DokumenTercatat, ...]
    temuan: tuple[Finding, ...]
    disisihkan: tuple[tuple[str, str], ...]


def path_formulir(unit: str, periode: Periode) -> str:
    """Where the blank form lies, relative to the workspace."""
    return f"formulir/{periode.id}/formulir_{unit}_{periode.id}.xlsx"


def forms(ws: Workspace, periode: Periode, *, unit: str | None, waktu: datetime, lapor: Lapor) -> HasilForms:
    """Make and register the forms. A form in `formulir/` that somebody has typed into is never overwritten."""
    from kinerja.forms.blank import Pencetak
    from kinerja.forms.terbit import terbitkan
    from kinerja.render.dokumen import surat_edaran

    isi = load_isi(ws)
    periksa_pengumpulan(isi, periode)
    sasaran = isi.master.unit_pelapor if unit is None else (cari_unit(isi.master, unit),)
    pencetak = Pencetak(isi.master, isi.pengaturan)
    dokumen: list[DokumenTercatat] = []
    with buka(ws, waktu) as sesi:
        catat_induk(sesi, isi)
        induk = isi_berlaku(sesi, isi, sebelum=periode.bulan[0]).master  # Target s.d. as the report will have it
        tenggat = tenggat_isian(periode, isi).date()
        for n, u in enumerate(sasaran):
            lapor("Membuat formulir", n, len(sasaran))
            lalu = sesi.reg.fakta(periode.tahun, sampai_bulan=periode.bulan[0] - 1, unit=u.kode)
            uang = sesi.reg.anggaran(periode.tahun, sampai_bulan=periode.bulan[0] - 1, unit=u.kode)
            form = terbitkan(induk, isi.pengaturan, u.kode, periode, lalu, uang)
            path = path_formulir(u.kode, periode)
            jangan_timpa_isian(sesi, path)
            sesi.reg.save_terbit(form, waktu)
            dokumen.append(sesi.tulis(Artifact("formulir", path, pencetak.cetak(form, tenggat)), periode.id))
        lapor("Membuat formulir", len(sasaran), len(sasaran))
        edaran = surat_edaran(
            isi.master,
            isi.pengaturan,
            periode,
            tanggal=waktu.date(),
            templat=ws.templates,
            akar=ws.akar,
            tenggat=tenggat,
            kerja=kalender_kantor(isi, periode).kerja,
        )
        path = f"output/{periode.id}/surat_edaran_{periode.id}.docx"
        dokumen.append(sesi.tulis(Artifact("surat_edaran", path, edaran), periode.id))
        sesi.reg.catat_peristiwa(FORMULIR_DIBUAT, waktu, periode.id, unit, {"unit": [u.kode for u in sasaran]})
    return HasilForms(
        dokumen=tuple(dokumen), temuan=(*isi.temuan, *check_logo(ws, isi.master)), disisihkan=tuple(sesi.disisihkan)
    )


def jangan_timpa_isian(sesi: Sesi, path: str) -> None:
    """KinerjaError when the form that lies there is not, byte for byte, the one that was made."""
    isi = baca_dokumen(sesi.ws.akar, path)
    if isi is None:
        return
    tercatat = sesi.reg.dokumen_pada(path)
    if tercatat is None or hashlib.sha256(isi).hexdigest() != tercatat.sha256:
        raise KinerjaError(
            f"{path} sudah berubah sejak dibuat; mungkin sudah diisi orang, jadi tidak ditimpa.",
            "Bila itu formulir terisi, pindahkan ke map masuk/; bila tidak diperlukan, hapus; lalu jalankan lagi.",
        )
