"""Family SLR: a figure that a report has printed already, and that this submission changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kinerja.domain.angka import format_rupiah
from kinerja.domain.fakta import Fakta
from kinerja.domain.formulir import LABEL_ALASAN_PERBAIKAN, LEMBAR_PENGESAHAN, Kolom, KolomAnggaran
from kinerja.domain.nilai import Nilai
from kinerja.domain.tanggal import format_tanggal
from kinerja.findings import Finding
from kinerja.read.model import FormTerbaca
from kinerja.sop.model import Profil
from kinerja.validate.baris import Baris, BarisAnggaran
from kinerja.validate.hasil import fakta_anggaran, fakta_baris
from kinerja.validate.indeks import Indeks
from kinerja.validate.isian import kutip, teks_isian
from kinerja.validate.model import Dilaporkan
from kinerja.validate.rules.dasar import temuan_anggaran, temuan_baris
from kinerja.validate.rules.terkunci import sama_nilai


def sama_fakta(a: Fakta, b: Fakta) -> bool:
    """True when two submissions report the same: equal parts of a Rasio, else equal values."""
    if a.pembilang is None or a.penyebut is None or b.pembilang is None or b.penyebut is None:
        return sama_nilai(a.nilai, b.nilai)
    return sama_nilai(a.pembilang, b.pembilang) and sama_nilai(a.penyebut, b.penyebut)


def alasan_perbaikan(form: FormTerbaca, profil: Profil) -> str | None:
    """The unit's reason in sheet Pengesahan; None when the row is not there or says nothing."""
    teks = " ".join(teks_isian(form.alasan_perbaikan).split())
    return teks if sum(h.isalpha() for h in teks) >= profil.ambang["uraian_huruf"] else None


def angka_terlapor(
    dilaporkan: Dilaporkan, baris: Sequence[Baris], anggaran: Sequence[BarisAnggaran], indeks: Indeks
) -> Iterable[Finding]:
    """SLR008, or SLR009 when the form says why: one for each figure that is not what the report printed.

    `baris` and `anggaran`: rows whose figure bears no galat. A figure that the report lacked is no correction.
    """
    k, alasan = indeks.konteks, alasan_perbaikan(indeks.form, indeks.konteks.profil)
    isi = {
        "periode": k.periode.nama,
        "laporan": dilaporkan.laporan.nama,
        "dibuat": format_tanggal(dilaporkan.dibuat),
        **({"cara": _cara(indeks)} if alasan is None else {"alasan": kutip(alasan)}),
    }
    kode = "SLR008" if alasan is None else "SLR009"
    fakta_dulu = {f.indikator: f for f in dilaporkan.isi.fakta}
    for b in baris:
        dulu, kini = fakta_dulu.get(b.kode), fakta_baris(b, indeks)
        if dulu is None or kini is None or sama_fakta(dulu, kini):
            continue
        kolom = _kolom_berubah(b, dulu.pembilang)
        d = b.indikator.desimal
        yield temuan_baris(
            kode, b, indeks, kolom, b.form.sel.get(kolom),
            tertulis=kini.tercetak(d), diharapkan=dulu.tercetak(d), **isi,
        )  # fmt: skip
    uang_dulu = {a.kode: a.realisasi for a in dilaporkan.isi.anggaran}
    for m in anggaran:
        semula, uang = uang_dulu.get(m.kode), fakta_anggaran(m, indeks)
        if semula is None or uang is None or sama_nilai(semula, uang.realisasi):
            continue
        yield temuan_anggaran(
            kode, m, indeks, KolomAnggaran.REALISASI, m.realisasi.sel,
            tertulis=format_rupiah(uang.realisasi), diharapkan=format_rupiah(semula), **isi,
        )  # fmt: skip


def _kolom_berubah(baris: Baris, pembilang: Nilai | None) -> Kolom:
    """Where the change was typed: of a Rasio the part that differs, the Pembilang when both do."""
    if not baris.rasio:
        return Kolom.REALISASI
    return Kolom.PENYEBUT if sama_nilai(pembilang, baris.pembilang.angka) else Kolom.PEMBILANG


def _cara(indeks: Indeks) -> str:
    """Where the unit writes its reason: forms issued earlier have no row for it."""
    sel = indeks.form.alasan_perbaikan
    if sel is None:
        return "sampaikan alasannya kepada Tim untuk dicatat di Kertas Kerja Validasi"
    lembar = indeks.nama_lembar(LEMBAR_PENGESAHAN)
    return f"tulis alasannya di lembar {lembar} sel {sel.alamat} ({LABEL_ALASAN_PERBAIKAN}), lalu kirim kembali"
