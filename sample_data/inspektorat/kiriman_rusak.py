"""Contoh: berkas yang datang selain formulir biasa: yang rusak, terkunci, kembar, bertentangan, atau bukan formulir.

Yang tidak dapat dibaca dikirim ulang oleh unitnya sesudah batas waktu.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kinerja.domain.periode import Periode
from kinerja.forms.blank import Pencetak
from kinerja.forms.terbit import terbitkan
from kinerja.master.contoh import example_master, example_toml
from kinerja.master.pengaturan import load_pengaturan
from kinerja.master.reader import load_master
from sample_data.inspektorat.kiriman_bentuk import KINERJA, Buku
from sample_data.inspektorat.kiriman_rencana import TAHUN, Kirim, kirim, kiriman_pertama, map_masuk, saat
from sample_data.pengisi import isi_formulir


@dataclass(frozen=True, slots=True, kw_only=True)
class Tambahan:
    """Satu berkas tambahan. `buat` membuat isinya dari formulir terisi unit itu dan berkas yang dikirimnya."""

    kirim: Kirim
    kode: str
    buat: Callable[[Kirim, bytes, bytes], bytes]
    ket: str


def _potong(_kirim: Kirim, isi: bytes, _terkirim: bytes) -> bytes:
    return isi[: len(isi) * 3 // 5]


def _html(_kirim: Kirim, _isi: bytes, _terkirim: bytes) -> bytes:
    return (
        b"<html><head><meta charset='utf-8'><title>Formulir Maret</title></head><body><table border='1'>"
        b"<tr><th>Kode</th><th>Realisasi</th></tr><tr><td>IKK-07</td><td>Ya</td></tr>"
        b"<tr><td>IKK-08</td><td>0</td></tr></table></body></html>"
    )


def _csv(_kirim: Kirim, _isi: bytes, _terkirim: bytes) -> bytes:
    return b"Kode;Pembilang;Penyebut;Realisasi\r\nIKK-04;;;96,1\r\nIKK-10;6;6;100\r\n"


def _apa_adanya(_kirim: Kirim, isi: bytes, _terkirim: bytes) -> bytes:
    return isi


def _sama(_kirim: Kirim, _isi: bytes, terkirim: bytes) -> bytes:
    return terkirim


def _lain(kirim: Kirim, isi: bytes, _terkirim: bytes) -> bytes:
    """Formulir yang sama dengan satu angka yang berbeda."""
    buku = Buku(isi, kirim.unit, kirim.bulan)
    buku.tulis(KINERJA, "IKU-03", {"Realisasi": 4})
    return buku.simpan()


def _kunci(_kirim: Kirim, _isi: bytes, _terkirim: bytes) -> bytes:
    nama = "Endang Susilowati"
    return (bytes([len(nama)]) + nama.encode()).ljust(55, b" ") + nama.encode("utf-16-le").ljust(110, b" ")


def _instansi_lain(kirim: Kirim, _isi: bytes, _terkirim: bytes) -> bytes:
    """Formulir kantor lain, yang terkirim karena keliru memilih lampiran."""
    master, _ = load_master(example_master(TAHUN))
    pengaturan, _ = load_pengaturan(example_toml("karanganyar", TAHUN, "bulanan"))
    assert master is not None
    assert pengaturan is not None
    periode = Periode.bulanan(TAHUN, kirim.bulan)
    form = terbitkan(master, pengaturan, "IRB1", periode)
    tenggat = periode.berikutnya.awal.replace(day=pengaturan.batas_isian)
    return isi_formulir(Pencetak(master, pengaturan).cetak(form, tenggat), {})


def _pertama(kirim: Kirim, kode: str, buat: Callable[[Kirim, bytes, bytes], bytes], ket: str) -> Tambahan:
    return Tambahan(kirim=kirim, kode=kode, buat=buat, ket=ket)


_SANDI = kiriman_pertama(5, "SEK", ".xlsx")

TAMBAHAN: tuple[Tambahan, ...] = (
    _pertama(kiriman_pertama(1, "IRB4", ".xlsx"), "BRK008", _potong, "Berkas terpotong saat dikirim."),
    _pertama(kiriman_pertama(3, "SBU", ".xls"), "BRK005", _html, "Halaman web yang namanya diganti .xls."),
    Tambahan(
        kirim=Kirim(bulan=5, unit="SEK", path=_SANDI.path, diterima=_SANDI.diterima, simpan="sandi"),
        kode="BRK007", buat=_apa_adanya, ket="Berkas berkata sandi.",
    ),
    _pertama(kiriman_pertama(8, "SBP", ".xlsx"), "BTK020", _instansi_lain, "Formulir instansi lain."),
    _pertama(kiriman_pertama(10, "SBP", ".xlsx"), "BRK006", _csv, "Berkas CSV yang namanya diganti .xlsx."),
    Tambahan(
        kirim=Kirim(
            bulan=2, unit="SBE", path=f"{map_masuk(2)}/SBE Februari (salinan).xlsx", diterima=saat(2, 4, 15),
        ),
        kode="BRK030", buat=_sama, ket="Berkas yang sama dikirim dua kali dengan nama lain.",
    ),
    Tambahan(
        kirim=Kirim(bulan=7, unit="IRB2", path=f"{map_masuk(7)}/irban2 juli.xlsx", diterima=saat(7, 5, 16, 40)),
        kode="BRK031", buat=_lain, ket="Dua berkas berbeda untuk unit dan bulan yang sama.",
    ),
    Tambahan(
        kirim=Kirim(
            bulan=9, unit="IRB1", path=f"{map_masuk(9)}/Irban I/~$September 2026.xlsx", diterima=saat(9, 3, 11),
        ),
        kode="BRK002", buat=_kunci, ket="Berkas kunci sementara ikut tersalin.",
    ),
)  # fmt: skip

# Berkas yang dipilih Tim di antara yang bertentangan.
PILIHAN = {7: kirim(7, "IRB2").path}
