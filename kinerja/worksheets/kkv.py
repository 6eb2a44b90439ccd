"""The Kertas Kerja Validasi of one period: what the Tim checks, decides on, prints and signs.

The workbook is made anew at every run. What people typed is read back first (`kkv_baca`), kept in the register by
the finding's identity, and written in again here. The last two columns of `Temuan` are hidden: the identity, and a
fingerprint of the decision as it was written, so that only what a person changed counts as typed.
"""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from kinerja.domain.kiriman import Status
from kinerja.domain.nip import format_nip
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.findings import Finding, Tingkat
from kinerja.register.model import DITERIMA, PILIHAN_KEPUTUSAN, Keputusan, Kiriman, Perjalanan
from kinerja.register.temuan import kunci_unik
from kinerja.worksheets.kkv_gaya import Cap, Gaya, Isi, Kolom, Tautan, siapkan, tulis_judul, tulis_tabel
from kinerja.worksheets.kkv_model import BerkasKKV, DataKKV
from kinerja.worksheets.kkv_pantau import LEMBAR_PEMANTAUAN, tulis_pemantauan
from kinerja.worksheets.kkv_periksa import (
    TIDAK,
    TIDAK_LENGKAP,
    TIDAK_VALID,
    VALID,
    YA,
    BarisPeriksa,
    daftar_periksa,
)
from kinerja.worksheets.tabel_panjang import IsiPanjang, isi_pola, tulis_pola

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LEMBAR = ("Ringkasan", "Daftar Periksa", "Temuan", "Riwayat", "Pengesahan")
LEMBAR_TEMUAN = "Temuan"
LEMBAR_PERIKSA = "Daftar Periksa"
KEPUTUSAN, ALASAN, OLEH, TANGGAL = "Keputusan Tim", "Alasan", "Diperiksa Oleh", "Tanggal"
CATATAN = "Catatan Tim"
IDENTITAS, SEMULA = "Identitas", "Semula"
SIFAT_PERIODE = "kinerja_periode"

_PILIHAN_GALAT = tuple(p for p in PILIHAN_KEPUTUSAN if p != DITERIMA)  # a galat cannot be accepted

_CAP_STATUS = {
    Status.VALID: Cap("√ Valid", "hijau"),
    Status.VALID_DENGAN_CATATAN: Cap("√ Valid dengan catatan", "kuning"),
    Status.TIDAK_LENGKAP: Cap("! Tidak lengkap", "kuning"),
    Status.TIDAK_VALID: Cap("× Tidak valid", "merah"),
    Status.DITOLAK: Cap("× Ditolak", "merah"),
}
_CAP_BELUM = Cap("– Belum masuk", "abu")
_CAP_TINGKAT = {
    Tingkat.GALAT: Cap("× Galat", "merah"),
    Tingkat.PERINGATAN: Cap("! Peringatan", "kuning"),
    Tingkat.CATATAN: Cap("i Catatan", "biru"),
}
_CAP_HASIL = {VALID: Cap("√ Valid", "hijau"), TIDAK_VALID: Cap("× Tidak Valid", "merah"),
              TIDAK_LENGKAP: Cap("! Tidak Lengkap", "kuning")}  # fmt: skip
_CAP_JALAN = {
    Perjalanan.BARU: Cap("+ Baru", "kuning"),
    Perjalanan.TETAP: Cap("= Masih ada", "merah"),
    Perjalanan.DIPERBAIKI: Cap("√ Diperbaiki", "hijau"),
    Perjalanan.MUNCUL_LAGI: Cap("! Muncul lagi", "merah"),
    Perjalanan.DITERIMA: Cap("√ Diterima", "biru"),
}


def kertas_kerja_validasi(data: DataKKV) -> bytes:
    """The workbook as bytes; the same data give the same bytes."""
    import xlsxwriter

    periksa = daftar_periksa(data)
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True, "strings_to_formulas": False}) as wb:
        nama = data.master.instansi.nama
        wb.set_properties(
            {"title": f"Kertas Kerja Validasi {data.periode.nama}", "author": nama,
             "created": datetime.combine(data.periode.akhir, time())}
        )  # fmt: skip
        wb.set_custom_property(SIFAT_PERIODE, data.periode.id, "text")
        gaya = Gaya(wb)
        # The sheet of the weekly papers stands last: the others keep their places.
        nama_lembar = (*LEMBAR, LEMBAR_PEMANTAUAN) if data.pantau else LEMBAR
        lembar = {judul: wb.add_worksheet(judul) for judul in nama_lembar}
        for ws in lembar.values():
            siapkan(ws, kepala=nama, kaki=data.periode.nama, kertas=data.kertas)
            ws.protect("", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True})
        awal = _daftar_periksa(lembar[LEMBAR_PERIKSA], gaya, data.periode, len(periksa))
        _ringkasan(lembar["Ringkasan"], gaya, data)
        _temuan(lembar[LEMBAR_TEMUAN], gaya, data)
        _riwayat(lembar["Riwayat"], gaya, data)
        _pengesahan(lembar["Pengesahan"], gaya, data)
        if data.pantau:
            tulis_pemantauan(lembar[LEMBAR_PEMANTAUAN], gaya, data)
    baris = (_baris_periksa(n, b) for n, b in enumerate(periksa, 1))
    bagian = f"xl/worksheets/sheet{LEMBAR.index(LEMBAR_PERIKSA) + 1}.xml"
    return isi_pola(keluar.getvalue(), bagian, awal, _KOLOM_PERIKSA, baris)


def sidik_keputusan(k: Keputusan | None) -> str:
    """Fingerprint of the cells that the Tim fills in beside a finding; empty for none."""
    if k is None or k.kosong:
        return ""
    teks = "\x1f".join(x or "" for x in (k.keputusan, k.alasan, k.oleh, k.tanggal, k.catatan))
    return hashlib.sha256(teks.encode()).hexdigest()[:12]


def _ringkasan(ws: Worksheet, gaya: Gaya, data: DataKKV) -> None:
    nama = {u.kode: u.nama for u in data.master.unit}
    per_unit: dict[str | None, list[tuple[Isi, ...]]] = {
        u: [(u, nama.get(u, ""), None, None, _CAP_BELUM, None, None, None, "belum masuk", None, None, None)]
        for u in data.belum_masuk
    }
    for b in data.berkas:
        k, hitung = b.kiriman, Counter(t.tingkat for t in b.temuan)
        per_unit.setdefault(k.unit, []).append(
            (
                k.unit or "–", nama.get(k.unit or "", "Unit tidak diketahui"), k.diterima, k.revisi,
                _CAP_STATUS[b.status], hitung[Tingkat.GALAT], hitung[Tingkat.PERINGATAN], hitung[Tingkat.CATATAN],
                _ketepatan(b), _berkas(b), Tautan("buka", k.path), b.batas_perbaikan,
            )
        )  # fmt: skip
    urut = [r for u in nama for r in per_unit.pop(u, [])] + [r for sisa in per_unit.values() for r in sisa]
    baris: list[tuple[Isi, ...]] = [(n, *r) for n, r in enumerate(urut, 1)]
    kalimat = [data.master.instansi.nama, f"Periode: {data.periode.nama}", _rangkuman(data)]
    if data.tenggat is not None:
        kalimat.insert(2, f"Batas pengumpulan formulir: {format_tanggal(data.tenggat)}")
    kolom = (
        Kolom("No", 5, "center"), Kolom("Unit", 9), Kolom("Nama Unit", 32), Kolom("Diterima", 17, "center"),
        Kolom("Revisi", 8.5, "center"), Kolom("Status", 25), Kolom("Galat", 8, "center"),
        Kolom("Peringatan", 12.5, "center"), Kolom("Catatan", 10, "center"), Kolom("Ketepatan Waktu", 21),
        Kolom("Berkas", 38), Kolom("Tautan", 9, "center"), Kolom("Batas Perbaikan", 12.5, "center"),
    )  # fmt: skip
    tulis_tabel(ws, gaya, tulis_judul(ws, gaya, "Kertas Kerja Validasi Data Kinerja", kalimat), kolom, baris)


def _ketepatan(b: BerkasKKV) -> str:
    """Lateness of the first arrival: a correction is not late for the first deadline."""
    if b.kiriman.unit is None:
        return "–"
    teks = f"terlambat {b.terlambat_hari} hari" if b.terlambat_hari else "tepat waktu"
    return teks if b.kiriman.revisi == 1 else f"{teks} (revisi 1)"


def _berkas(b: BerkasKKV) -> str:
    """The file, and who sent it by mail."""
    dari = ", ".join(p or "pengirim yang tidak tercantum" for p in b.pengirim)
    return f"{b.kiriman.path}, surel dari {dari}" if b.pengirim else b.kiriman.path


def _rangkuman(data: DataKKV) -> str:
    """One sentence: how many units, and how they stand."""
    wajib = len(data.master.unit_pelapor)
    per_unit = {b.kiriman.unit: b.status for b in data.berkas if b.kiriman.unit is not None}
    hitung = Counter(per_unit.values())
    bagian = [f"{n} {_CAP_STATUS[s].teks[2:].lower()}" for s in _CAP_STATUS if (n := hitung[s])]
    if data.belum_masuk:
        bagian.append(f"{len(data.belum_masuk)} belum masuk")
    return f"Dari {wajib} unit yang wajib mengirim: {', '.join(bagian) or 'belum ada yang mengirim'}."


_KOLOM_PERIKSA = (
    Kolom("No", 5, "center"), Kolom("Unit", 8), Kolom("Kode", 10), Kolom("Indikator", 31),
    Kolom("Target Periode Ini", 11, "right"), Kolom("Nilai Diisi", 18, "right"), Kolom("Lengkap", 10, "center"),
    Kolom("Bukti Ada", 10, "center"), Kolom("Bukti Cocok", 10, "center"), Kolom("Berkas Bukti", 22),
    Kolom("Hitung Ulang = Isian", 12, "center"), Kolom("Wajar terhadap Lalu/Target", 13, "center"),
    Kolom("Hasil", 15), Kolom("Catatan", 47), Kolom("Batas Perbaikan", 12.5, "center"),
)  # fmt: skip
_JAWAB = {YA: Cap("√ Ya", "hijau"), TIDAK: Cap("× Tidak", "merah")}


def _daftar_periksa(ws: Worksheet, gaya: Gaya, periode: Periode, banyak: int) -> int:
    """The checklist without its rows; gives the row of its headings."""
    kalimat = [
        f"Periode: {periode.nama}",
        "“Periksa”: bukti yang disebut tidak ada di antara berkas yang dikirim, jadi dinilai Tim; “–”: tidak berlaku.",
        "Di belakang nama berkas bukti tertulis 12 huruf pertama sidiknya, yaitu awal namanya di map arsip.",
    ]
    awal = tulis_judul(ws, gaya, "Daftar Periksa per Unit dan Indikator", kalimat)
    tulis_pola(ws, gaya, awal, _KOLOM_PERIKSA, banyak)
    return awal


def _baris_periksa(n: int, b: BarisPeriksa) -> tuple[IsiPanjang, ...]:
    return (
        n, b.unit, b.kode, b.nama, b.target, b.nilai,
        *(_JAWAB.get(x, x) for x in (b.lengkap, b.bukti_ada, b.bukti_cocok)), b.berkas_bukti,
        *(_JAWAB.get(x, x) for x in (b.hitung_ulang, b.wajar)),
        _CAP_HASIL.get(b.hasil, b.hasil), b.catatan, b.batas,
    )  # fmt: skip


def _temuan(ws: Worksheet, gaya: Gaya, data: DataKKV) -> None:
    baris: list[tuple[Isi, ...]] = []
    tingkat: list[Tingkat] = []
    for b in data.berkas:
        pemilik = b.kiriman.pemilik
        for kunci, t in sorted(kunci_unik(b.temuan), key=lambda x: list(Tingkat).index(x[1].tingkat)):
            putusan = data.keputusan.get((pemilik, kunci))
            tingkat.append(t.tingkat)
            baris.append(
                (
                    len(baris) + 1, b.kiriman.unit or "–", b.kiriman.revisi, _CAP_TINGKAT[t.tingkat], t.kode,
                    t.indikator, t.sumber.berkas.rsplit("/", 1)[-1], t.sumber.lembar, _tautan(t), t.tertulis,
                    t.diharapkan, t.pesan, t.saran,
                    *_isian_tim(putusan),
                    f"{pemilik}|{kunci}", sidik_keputusan(putusan),
                )
            )  # fmt: skip
    kolom = (
        Kolom("No", 4.5, "center"), Kolom("Unit", 8), Kolom("Revisi", 8, "center"), Kolom("Tingkat", 13),
        Kolom("Kode", 9), Kolom("Indikator", 10.5), Kolom("Berkas", 15), Kolom("Lembar", 11.5),
        Kolom("Sel", 7.5, "center"),
        Kolom("Tertulis", 14), Kolom("Diharapkan", 12), Kolom("Temuan", 30), Kolom("Yang Harus Dilakukan", 29),
        Kolom(KEPUTUSAN, 14, isian=True), Kolom(ALASAN, 17, isian=True), Kolom(OLEH, 12, isian=True),
        Kolom(TANGGAL, 11, isian=True), Kolom(CATATAN, 15, isian=True),
        Kolom(IDENTITAS, 12, tersembunyi=True), Kolom(SEMULA, 12, tersembunyi=True),
    )  # fmt: skip
    petunjuk = (
        "Tim mengisi lima kolom terakhir yang berwarna kuning muda. Yang diketik di situ dibaca kembali dan tetap ada "
        "setiap kali kertas kerja ini dibuat ulang; tulisan di tempat lain tidak."
    )
    kalimat = [f"Periode: {data.periode.nama}", petunjuk]
    awal = tulis_judul(ws, gaya, "Temuan dan Keputusan Tim", kalimat)
    tulis_tabel(ws, gaya, awal, kolom, baris)
    k = next(n for n, kol in enumerate(kolom) if kol.judul == KEPUTUSAN)
    for n, satu in enumerate(tingkat, awal + 1):
        ws.data_validation(n, k, n, k, _pilihan_keputusan(satu))


def _isian_tim(k: Keputusan | None) -> tuple[str | None, ...]:
    """What stands in the columns of the Tim."""
    return (None,) * 5 if k is None else (k.keputusan, k.alasan, k.oleh, k.tanggal, k.catatan)


def _pilihan_keputusan(tingkat: Tingkat) -> dict[str, object]:
    galat = tingkat is Tingkat.GALAT
    return {
        "validate": "list",
        "source": list(_PILIHAN_GALAT if galat else PILIHAN_KEPUTUSAN),
        "input_title": "Keputusan Tim",
        "input_message": (
            "Galat tidak dapat diterima: kembalikan kepada unit untuk diperbaiki."
            if galat
            else "Bila diterima, isi juga Alasan dan Diperiksa Oleh."
        ),
        "error_title": "Pilih dari daftar",
        "error_message": "Pilih salah satu keputusan dari daftar; penjelasan ditulis di kolom Alasan.",
    }


def _tautan(t: Finding) -> Tautan:
    """Leads to the cell of the finding; to the file where there is none."""
    sel = t.sumber.sel
    pertama = sel.split(",", maxsplit=1)[0].split(":", maxsplit=1)[0].strip() if sel else None
    return Tautan(sel or "buka", t.sumber.berkas, t.sumber.lembar, pertama)


def _riwayat(ws: Worksheet, gaya: Gaya, data: DataKKV) -> None:
    baris: list[tuple[Isi, ...]] = []
    tebal: dict[int, str] = {}
    for u in data.master.unit:
        for k in (k for k in data.kiriman if k.unit == u.kode and k.status is not Status.DITOLAK):
            tebal[len(baris)] = "bagian"
            rinci = _rinci(k, data) if not k.bentrok else []
            hitung = Counter(r[4].teks[2:].lower() for r in rinci if isinstance(r[4], Cap))
            ringkas = ", ".join(f"{n} {kata}" for kata, n in hitung.items()) or "tanpa temuan"
            if k.bentrok:
                ringkas = "bertentangan dengan berkas lain untuk revisi yang sama; tidak dipakai"
            baris.append(
                (u.kode, k.revisi, k.diterima, _CAP_STATUS[k.status], None, None, None, None,
                 f"Revisi {k.revisi} ({k.path}): {ringkas}", None, None, None, None)
            )  # fmt: skip
            baris += rinci
    kolom = (
        Kolom("Unit", 9), Kolom("Revisi", 8, "center"), Kolom("Diterima", 17, "center"), Kolom("Status", 22),
        Kolom("Keadaan", 14), Kolom("Tingkat", 14), Kolom("Kode", 9), Kolom("Indikator", 11), Kolom("Temuan", 54),
        Kolom(KEPUTUSAN, 15), Kolom(ALASAN, 30), Kolom(OLEH, 18), Kolom(TANGGAL, 14),
    )  # fmt: skip
    petunjuk = (
        "Tiap revisi dibandingkan dengan revisi sebelumnya: apa yang diperbaiki, yang masih ada, yang baru, dan yang "
        "diterima Tim beserta alasannya."
    )
    kalimat = [f"Periode: {data.periode.nama}", petunjuk]
    tulis_tabel(ws, gaya, tulis_judul(ws, gaya, "Riwayat Perbaikan", kalimat), kolom, baris, tebal=tebal)


def _rinci(k: Kiriman, data: DataKKV) -> list[tuple[Isi, ...]]:
    """Findings of one revision: those that stand in it, and those mended since the one before.

    An acceptance stands from the revision on in which it was given. A finding that only the neighbours of this form
    reveal is not kept with it, and is told once it is accepted.
    """
    urutan = list(Perjalanan)
    riwayat = data.riwayat.get(k.unit or "", ())
    rinci = [(keadaan, r) for r in riwayat if (keadaan := dict(r.perjalanan).get(k.id)) is not None]
    hasil: list[tuple[Isi, ...]] = []
    for keadaan, r in sorted(rinci, key=lambda x: urutan.index(x[0])):
        putusan = data.keputusan.get((k.pemilik, r.kunci))
        if r.diterima is not None and keadaan not in (Perjalanan.DITERIMA, Perjalanan.DIPERBAIKI):
            putusan = None
        hasil.append(_baris_riwayat(k, keadaan, r.temuan, putusan, r.diterima_pada))
    dikenal = {r.kunci for r in riwayat}
    for kunci, t in kunci_unik(t for b in data.berkas if b.kiriman.id == k.id for t in b.temuan):
        putusan = data.keputusan.get((k.pemilik, kunci))
        if putusan is not None and putusan.menerima and kunci not in dikenal and t.tingkat is not Tingkat.GALAT:
            hasil.append(_baris_riwayat(k, Perjalanan.DITERIMA, t, putusan, None))
    return hasil


def _baris_riwayat(
    k: Kiriman, keadaan: Perjalanan, t: Finding, putusan: Keputusan | None, dicatat: date | None
) -> tuple[Isi, ...]:
    """`dicatat`: when an acceptance was recorded, for those who left the date empty."""
    tim: tuple[str | None, ...] = (None,) * 4
    if putusan is not None:
        tanggal = putusan.tanggal or (format_tanggal(dicatat) if dicatat is not None else None)
        catatan = f"{CATATAN}: {putusan.catatan}" if putusan.catatan else None
        alasan = "\n".join(x for x in (putusan.alasan, catatan) if x) or None
        tim = (putusan.keputusan, alasan, putusan.oleh, tanggal)
    return (
        k.unit, k.revisi, k.diterima, None, _CAP_JALAN[keadaan], _CAP_TINGKAT[t.tingkat], t.kode, t.indikator, t.pesan,
        *tim,
    )  # fmt: skip


def _pengesahan(ws: Worksheet, gaya: Gaya, data: DataKKV) -> None:
    i = data.master.instansi
    pernyataan = (
        f"Data kinerja {data.periode.nama} telah diperiksa oleh Tim Pengukuran Kinerja dengan hasil sebagaimana "
        "tercantum dalam kertas kerja ini."
    )
    tempat = f"{i.tempat}, tanggal ........................................"
    kalimat = [i.nama, pernyataan, _rangkuman(data), "", tempat]
    baris: list[tuple[Isi, ...]] = [
        (n, a.kedudukan, a.nama, format_nip(a.nip) if a.nip else None, a.jabatan, None)
        for n, a in enumerate(data.master.tim, 1)
    ]
    kolom = (
        Kolom("No", 5, "center"), Kolom("Kedudukan dalam Tim", 26), Kolom("Nama", 36), Kolom("NIP", 24),
        Kolom("Jabatan", 36), Kolom("Tanda Tangan", 34),
    )  # fmt: skip
    awal = tulis_judul(ws, gaya, "Pengesahan", kalimat)
    tulis_tabel(ws, gaya, awal, kolom, baris, saring=False)
    for n in range(len(baris)):
        ws.set_row(awal + 1 + n, 44)
