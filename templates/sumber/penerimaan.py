"""The templates about what came in and what did not: tanda terima, daftar keterlambatan."""

from __future__ import annotations

from typing import Any

import bagian as b
from gaya import dokumen_baru, kepala_kaki, tambah
from unsur import Kolom, Tabel, p, r, tabel_polos, ulang

_TINGKAT = (("decimal", "%1."), ("lowerLetter", "%2."))
_MESIN = "Courier New"
_GARIS = (
    '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="auto"/></w:pBdr>'
    '<w:spacing w:before="0" w:after="160" w:line="120" w:lineRule="exact"/>'
)


def _baris(isi: str, *, lanjut: bool = True) -> str:
    return p(isi, lanjut=lanjut, sifat=b.RAPAT)


def _kepala(*baris: tuple[str, str]) -> str:
    """Label, colon, text."""
    return tabel_polos([[_baris(judul), _baris(":"), _baris(isi)] for judul, isi in baris], (2300, 300, 6188))


def _rincian(*baris: tuple[str, str]) -> str:
    """A ruled table of label and text; `isi` may be ready runs."""
    return tabel_polos(
        [[p(r(judul, tebal=True), "IsiTabel", lanjut=True), p(isi, "IsiTabel", lanjut=True)] for judul, isi in baris],
        (2300, 6488),
        garis=True,
    )


def _dua_tanda_tangan() -> tuple[str, ...]:
    """Who hands over on the left, who receives on the right; the lines of both stand level."""

    def nama(siapa: str) -> str:
        return (
            _baris(r(f"{{{{ {siapa}.nama }}}}", tebal=True, garis=True))
            + ulang(f"if {siapa}.pangkat")
            + _baris(f"{{{{ {siapa}.pangkat }}}}")
            + ulang("endif")
            + _baris(f"NIP. {{{{ {siapa}.nip }}}}", lanjut=False)
        )

    ruang = "".join(_baris("") for _ in range(3))
    baris = [
        [_baris(""), _baris("{{ ttd.tempat_tanggal }}")],
        [_baris("Yang menyerahkan,"), _baris("Yang menerima,")],
        [_baris("{{ pengirim.jabatan }}"), _baris("{{ ttd.jabatan }}")],
        [ruang, ruang],
        [nama("pengirim"), nama("ttd")],
    ]
    return b.jarak(10, lanjut=True), tabel_polos(baris, (4394, 4394))


def tanda_terima() -> Any:
    """Unit and deadline, the file with its hash, earlier files, how to check the hash, two signatures."""
    dok = dokumen_baru(_TINGKAT)
    kepala_kaki(dok.sections[0], "", isi=False)
    kolom = (
        Kolom("Revisi", "{{ x.revisi }}", 9, "center"),
        Kolom("Nama Berkas", "{{ x.nama }}", 27),
        Kolom("Diterima", "{{ x.diterima }}", 19),
        Kolom("SHA-256", "{{ x.sidik }}", 27),
        Kolom("Hasil Pemeriksaan", "{{ x.hasil }}", 18),
    )
    tambah(
        dok,
        *b.kop(),
        p("TANDA TERIMA", "Judul"),
        p("FORMULIR ISIAN DATA KINERJA {{ periode.nama_kapital }}", "Judul"),
        b.jarak(6),
        p("Tim Pengukuran Kinerja {{ instansi.nama }} telah menerima formulir isian data kinerja {{ periode.sebut }} "
          "dari:", "Isi"),
        _kepala(
            ("Unit kerja", "{{ unit }} ({{ kode }})"), ("Pimpinan", "{{ pimpinan }}"),
            ("Batas penyampaian", "{{ batas }}"), ("Pertama diterima", "{{ pertama }}"),
        ),
        ulang("for x in berkas"),
        b.jarak(8, lanjut=True),
        _rincian(
            ("Dokumen", "Formulir isian data kinerja, 1 (satu) berkas, revisi {{ x.revisi }}"),
            ("Nama berkas", "{{ x.nama }}"),
            ("Diterima", "{{ x.diterima }}"),
            ("Ukuran", "{{ x.ukuran }}"),
            ("Hasil pemeriksaan", "{{ x.hasil }}"),
            ("Sidik SHA-256", r("{{ x.sidik }}", huruf=_MESIN, ukuran=10)),
        ),
        ulang("endfor"),
        ulang("if sebelumnya"),
        b.jarak(8, lanjut=True),
        p("Kiriman lain dari unit ini untuk periode yang sama:", "Isi", lanjut=True),
        Tabel(kolom=kolom, loop="x in sebelumnya", uraian="Kiriman lain dari unit ini").xml(),
        ulang("endif"),
        b.jarak(6),
        p("Cara memastikan bahwa sidik di atas milik berkas Bapak/Ibu: di Windows, buka Command Prompt pada map tempat "
          "berkas itu disimpan dan jalankan perintah di bawah ini; hasilnya harus sama, sedangkan spasi dan pindah "
          "baris pada sidik hanya memudahkan pembacaan.", "Kecil", lanjut=True),
        p(r("{{ perintah }}", huruf=_MESIN, ukuran=9), "Kecil", lanjut=True),
        p("Berkas yang diterima disimpan utuh di arsip Tim.", "Kecil", lanjut=True),
        *_dua_tanda_tangan(),
    )  # fmt: skip
    return dok


def daftar_keterlambatan() -> Any:
    """Head of a nota dinas to the head of the office, a summary, one table per kind of delay, what is asked."""
    dok = dokumen_baru(_TINGKAT)
    kepala_kaki(dok.sections[0], "", isi=False)
    no, unit = Kolom("No.", "{{ x.no }}", 6, "center"), Kolom("Unit Kerja", "{{ x.unit }}", 26)
    hubungi = Kolom("Pimpinan dan Pos-el", "{{ x.hubungi }}", 47)

    def daftar(nama: str, judul: str, *kolom: Kolom) -> tuple[str, ...]:
        return (
            ulang(f"if {nama}"),
            p(r(judul, tebal=True), "SubAnalisis"),
            Tabel(kolom=kolom, loop=f"x in {nama}", uraian=judul).xml(),
            b.jarak(4),
            ulang("endif"),
        )

    tambah(
        dok,
        *b.kop(),
        p("NOTA DINAS", "Judul"),
        b.jarak(6),
        _kepala(
            ("Kepada", "{{ kepada }}"), ("Dari", "{{ dari }}"), ("Tanggal", "{{ tanggal }}"), ("Nomor", "{{ nomor }}"),
            ("Sifat", "{{ sifat }}"), ("Lampiran", "{{ lampiran }}"), ("Hal", "{{ hal }}"),
        ),
        p("", sifat=_GARIS),
        p("Dengan hormat disampaikan keadaan penyampaian formulir isian data kinerja {{ periode }} sampai dengan "
          "{{ saat }}. {{ ringkasan }}", "Isi"),
        ulang("if ketentuan"),
        p("{{ ketentuan }}", "Isi"),
        ulang("endif"),
        *daftar("belum", "Unit yang belum menyampaikan formulir", no, unit, hubungi,
                Kolom("Keadaan", "{{ x.keadaan }}", 26)),
        *daftar("perbaikan", "Formulir yang menunggu perbaikan", no, unit, hubungi,
                Kolom("Dikembalikan", "{{ x.dikembalikan }}", 21), Kolom("Batas Perbaikan", "{{ x.batas }}", 21)),
        *daftar("terlambat", "Unit yang menyampaikan terlambat", no, unit, hubungi,
                Kolom("Diterima", "{{ x.diterima }}", 21), Kolom("Keadaan", "{{ x.keadaan }}", 21)),
        ulang("if akibat"),
        p("{{ akibat }}", "Isi"),
        ulang("endif"),
        p("{{ penutup }}", "Isi", lanjut=True),
        *b.tanda_tangan(),
    )  # fmt: skip
    return dok
