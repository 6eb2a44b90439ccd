"""The optional sheets of words and dates: Libur, Aturan, LHE, Narasi, Rapat, Agenda."""

from __future__ import annotations

from datetime import date

from kinerja.domain.tanggal import format_tanggal
from kinerja.master.lembaga import unique_codes
from kinerja.master.model import Agenda, AturanKantor, BarisLHE, HariLibur, Narasi, Rapat
from kinerja.master.pembaca import Pembaca
from kinerja.master.skema import TINGKAT_ATURAN
from kinerja.master.tabel import Baris, Tabel


def read_libur(tabel: Tabel, baca: Pembaca) -> list[HariLibur]:
    """Sheet Libur; a date written twice is harmless and is named."""
    hasil: list[HariLibur] = []
    pertama: dict[date, Baris] = {}
    for b in tabel.baris:
        tanggal = baca.tanggal(b, "Tanggal", wajib=True)
        keterangan, dasar = baca.teks(b, "Keterangan", wajib=True), baca.teks(b, "Dasar")
        if tanggal is None or keterangan is None:
            continue
        if (lain := pertama.setdefault(tanggal, b)) is not b:
            baca.catat("MST110", b, "Tanggal", tanggal=format_tanggal(tanggal), lain=lain.sel("Tanggal").alamat)
            continue
        hasil.append(HariLibur(tanggal=tanggal, keterangan=keterangan, dasar=dasar))
    return hasil


def read_aturan(tabel: Tabel, baca: Pembaca, kode_indikator: frozenset[str] | None) -> list[AturanKantor]:
    """Sheet Aturan. The expression itself is judged by the room that evaluates it."""
    _, ganda = unique_codes(tabel, baca)
    hasil: list[AturanKantor] = []
    for b in tabel.baris:
        kode, syarat = baca.kode(b, "Kode", wajib=True), baca.teks(b, "Syarat", wajib=True)
        indikator = baca.rujukan(
            b, "Indikator", {*kode_indikator, "*"} if kode_indikator is not None else None, "Indikator", wajib=True
        )
        tingkat = baca.satu_dari(b, "Tingkat", TINGKAT_ATURAN, wajib=True)
        pesan, saran = baca.teks(b, "Pesan", wajib=True), baca.teks(b, "Saran")
        if kode is None or syarat is None or indikator is None or tingkat is None or pesan is None:
            continue
        if b.nomor in ganda:
            continue
        hasil.append(
            AturanKantor(
                kode=kode, indikator=indikator, syarat=syarat, tingkat=tingkat, pesan=pesan, saran=saran,
                sumber=b.ref("Syarat"),
            )
        )  # fmt: skip
    return hasil


def read_lhe(tabel: Tabel, baca: Pembaca) -> list[BarisLHE]:
    """Sheet LHE: recommendations of last year's evaluation."""
    hasil: list[BarisLHE] = []
    for b in tabel.baris:
        tahun, rekomendasi = baca.bulat(b, "Tahun", 2000, 2099, wajib=True), baca.teks(b, "Rekomendasi", wajib=True)
        lain = {j: baca.teks(b, j) for j in ("Tindak Lanjut", "Status", "Batas Waktu")}
        if tahun is not None and rekomendasi is not None:
            hasil.append(
                BarisLHE(
                    tahun=tahun, rekomendasi=rekomendasi, tindak_lanjut=lain["Tindak Lanjut"], status=lain["Status"],
                    batas_waktu=lain["Batas Waktu"],
                )
            )  # fmt: skip
    return hasil


def read_narasi(tabel: Tabel, baca: Pembaca) -> list[Narasi]:
    """Sheet Narasi: the office's own paragraphs; a Bagian may have several rows."""
    hasil: list[Narasi] = []
    for b in tabel.baris:
        bagian, teks = baca.teks(b, "Bagian", wajib=True), baca.teks(b, "Teks", wajib=True)
        if bagian is not None and teks is not None:
            hasil.append(Narasi(bagian=bagian, teks=teks))
    return hasil


def read_rapat(tabel: Tabel, baca: Pembaca) -> list[Rapat]:
    """Sheet Rapat."""
    hasil: list[Rapat] = []
    for b in tabel.baris:
        tanggal, acara = baca.tanggal(b, "Tanggal"), baca.teks(b, "Acara", wajib=True)
        waktu, tempat, peserta = (baca.teks(b, j) for j in ("Waktu", "Tempat", "Peserta"))
        if acara is not None:
            hasil.append(
                Rapat(tanggal=tanggal, waktu=waktu, tempat=tempat, acara=acara, peserta=peserta, baris=b.nomor)
            )
    return hasil


def read_agenda(tabel: Tabel, baca: Pembaca) -> list[Agenda]:
    """Sheet Agenda: numbers of letters that are taken."""
    hasil: list[Agenda] = []
    pertama: dict[str, Baris] = {}
    for b in tabel.baris:
        nomor, tanggal = baca.kode(b, "Nomor", wajib=True), baca.tanggal(b, "Tanggal")
        hal, tujuan = baca.teks(b, "Hal"), baca.teks(b, "Tujuan")
        if nomor is None:
            continue
        if (lain := pertama.setdefault(nomor, b)) is not b:
            baca.catat("MST018", b, "Nomor", lain=lain.sel("Nomor").alamat)
            continue
        hasil.append(Agenda(nomor=nomor, tanggal=tanggal, hal=hal, tujuan=tujuan))
    return hasil
