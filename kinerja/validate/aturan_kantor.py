"""The office's own checks, sheet Aturan: found faulty by `kinerja check`, applied to each row by the engine."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from kinerja.catalogue import ATURAN, temuan
from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.domain.formulir import Kolom
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.findings import Finding, Tingkat
from kinerja.master.model import AturanKantor, Master
from kinerja.validate.baris import Baris, nilai_terbit
from kinerja.validate.hitung_ulang import realisasi_sd
from kinerja.validate.indeks import Indeks
from kinerja.validate.isian import tampak, teks_isian
from kinerja.validate.ungkapan import FUNGSI, Hasil, Salah, hitung, parse

# Fields of a row that a Syarat may use.
MEDAN = frozenset(
    {
        "realisasi", "target", "pembilang", "penyebut", "capaian", "realisasi_lalu", "realisasi_sd",
        "realisasi_sd_lalu", "target_sd", "target_tahun", "target_bawah", "target_atas", "bulan",
        "faktor_pendorong", "faktor_penghambat", "tindak_lanjut", "data_pendukung",
    }
)  # fmt: skip

_KODE_SALAH = {"syarat": "ATR001", "nama": "ATR002", "unsur": "ATR003"}


def check_aturan(master: Master) -> tuple[Finding, ...]:
    """Every fault of the sheet's expressions and codes."""
    hasil: list[Finding] = []
    dipakai: set[str] = set()
    for a in master.aturan:
        oleh = "pemeriksaan bawaan program" if a.kode in ATURAN else "baris lain" if a.kode in dipakai else None
        if oleh is not None:
            tempat = master.cell_beside(a.sumber, "Kode")
            hasil.append(temuan("ATR004", tempat, medan="kode", tertulis=a.kode, aturan=a.kode, oleh=oleh))
        dipakai.add(a.kode)
        try:
            parse(a.syarat, MEDAN)
        except Salah as e:
            hasil.append(_salah(a, e))
    return tuple(hasil)


def _salah(a: AturanKantor, e: Salah) -> Finding:
    dikenal = sorted(MEDAN | set(FUNGSI))
    return temuan(
        _KODE_SALAH[e.jenis], a.sumber, medan="syarat", tertulis=a.syarat, diharapkan=", ".join(dikenal),
        aturan=a.kode, posisi=str(e.posisi), sebab=e.perihal, nama=e.perihal, unsur=e.perihal,
        mungkin=mungkin(terdekat(e.perihal, dikenal)),
    )  # fmt: skip


def aturan_kantor(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """The office's checks on one due row. One that cannot be read, or whose fields are empty, says nothing."""
    daftar = indeks.konteks.master.aturan
    if not daftar or not baris.wajib or not baris.terisi:
        return ()
    hasil: list[Finding] = []
    isi: dict[str, Hasil] | None = None
    for a in daftar:
        if a.indikator not in ("*", baris.kode):
            continue
        try:
            pohon = parse(a.syarat, MEDAN)
        except Salah:
            continue
        if isi is None:
            isi = medan_baris(baris, indeks)
        if hitung(pohon, isi) is False:
            hasil.append(_langgar(a, baris, indeks))
    return hasil


def _langgar(a: AturanKantor, baris: Baris, indeks: Indeks) -> Finding:
    sel = baris.sel_nilai
    alamat = sel.alamat if sel is not None else ""
    return Finding(
        kode=a.kode,
        tingkat=_tingkat(a.tingkat),
        sumber=indeks.ref(sel),
        pesan=a.pesan,
        saran=a.saran or f"Periksa sel {alamat}; syaratnya: {a.syarat}.",
        indikator=baris.kode,
        medan=f"aturan.{a.kode}",
        tertulis=tampak(sel) if sel is not None else None,
        diharapkan=a.syarat,
    )


def _tingkat(teks: str) -> Tingkat:
    try:
        return Tingkat(teks.strip().casefold())
    except ValueError:
        return Tingkat.PERINGATAN


def medan_baris(baris: Baris, indeks: Indeks) -> dict[str, Hasil]:
    """The row's fields as an expression sees them."""
    k, terbit = indeks.konteks, baris.terbit
    skala = k.master.skala_of(baris.indikator)
    lalu = indeks.lalu.get(baris.kode, ())
    rentang = baris.target if isinstance(baris.target, Rentang) else None

    def teks(kolom: Kolom) -> Hasil:
        return teks_isian(baris.form.sel.get(kolom)) or None

    return {
        "realisasi": _hasil(baris.nilai),
        "target": _hasil(baris.target),
        "pembilang": baris.pembilang.angka,
        "penyebut": baris.penyebut.angka,
        "capaian": baris.capaian.nilai if baris.capaian is not None else None,
        "realisasi_lalu": _hasil(lalu[-1].nilai) if lalu else None,
        "realisasi_sd": _hasil(realisasi_sd(baris, indeks)),
        "realisasi_sd_lalu": _hasil(nilai_terbit(terbit.realisasi_sd_lalu, skala)) if terbit is not None else None,
        "target_sd": _hasil(nilai_terbit(terbit.target_sd, skala)) if terbit is not None else None,
        "target_tahun": _hasil(indeks.target[baris.kode].tahun),
        "target_bawah": rentang.bawah if rentang is not None else None,
        "target_atas": rentang.atas if rentang is not None else None,
        "bulan": Fraction(k.periode.bulan_akhir),
        "faktor_pendorong": teks(Kolom.FAKTOR_PENDORONG),
        "faktor_penghambat": teks(Kolom.FAKTOR_PENGHAMBAT),
        "tindak_lanjut": teks(Kolom.TINDAK_LANJUT),
        "data_pendukung": teks(Kolom.DATA_PENDUKUNG),
    }


def _hasil(nilai: Nilai | None) -> Hasil:
    if isinstance(nilai, Predikat):
        return nilai.teks
    return None if isinstance(nilai, Rentang) else nilai
