"""README.txt of a period's archive: what lies where, how to check it, how to go on with the program."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja import __version__
from kinerja.domain.tanggal import format_tanggal
from kinerja.master.model import Master
from kinerja.pipeline.final import Final
from kinerja.pipeline.terkirim import Pengiriman

_ISI = """\
ISI

  README.txt            berkas ini
  dokumen/              laporan final tiap versi (Word, PDF, Excel), surat pengirimannya, dan pindaian bertanda tangan
  data/                 angka laporan sebagai tabel CSV; arti tiap kolom ada di datapackage.json
  diterima/             formulir unit sebagaimana diterima, semua revisi, dan berkas buktinya
  peristiwa/            catatan semua yang terjadi: diterima, dinilai, diputuskan, disetujui, difinalkan, dikirim
  map_kerja/            map kerja untuk program kinerja: induk, setelan, templat, register, arsip asli
  manifest_sha256.txt   sidik SHA-256 setiap berkas di atas
  manifest.json         daftar yang sama untuk program

Semuanya dibuka dengan program biasa: Word, Excel, LibreOffice, penampil PDF, atau penyunting teks. Berkas kunci_*.json
di dokumen/ menyebut semua masukan laporan beserta sidiknya: formulir mana, revisi berapa, induk dan templat yang mana.


MEMERIKSA KEUTUHANNYA

Tanpa program kinerja: hitung SHA-256 sebuah berkas dan bandingkan dengan barisnya di manifest_sha256.txt.

  Windows (Command Prompt):   certutil -hashfile NAMA-BERKAS SHA256
  Linux dan macOS, sekaligus: sha256sum -c manifest_sha256.txt   (macOS: shasum -a 256 -c manifest_sha256.txt)


MELANJUTKAN DENGAN PROGRAM
"""


def bacalah(
    master: Master, final: Final, versi: Sequence[Final], terkirim: Sequence[Pengiriman], dilewati: Sequence[str]
) -> bytes:
    """UTF-8 with its mark and Windows line ends, so that every Notepad shows it right."""
    judul = f"ARSIP LAPORAN KINERJA {master.instansi.nama.upper()}"
    baris = [
        judul,
        f"{master.instansi.pemda.upper()}, {final.periode.nama.upper()}",
        "",
        *(_versi(f) for f in versi),
        *(f"Versi {p.versi} diterima {format_tanggal(p.tanggal)}, dikirim oleh {p.oleh}." for p in terkirim),
        "",
        "",
        *_ISI.splitlines(),
        "",
        f"Arsip ini dibuat oleh kinerja {__version__}. Pasang versi itu atau yang lebih baru, lalu:",
        "",
        "  kinerja restore BERKAS-ARSIP-INI.zip map-baru",
        f"  kinerja -C map-baru verify {final.periode.id}",
        "",
        "Perintah kedua membuat laporan itu lagi dari arsip dan membandingkannya dengan yang final.",
        *(["", "", "YANG TIDAK IKUT", "", *(f"  {d}" for d in dict.fromkeys(dilewati))] if dilewati else []),
    ]
    return "".join(f"{b}\r\n" for b in baris).encode("utf-8-sig")


def _versi(f: Final) -> str:
    angka = ", angka sementara" if f.sementara else ""
    keadaan = "berlaku"
    if f.dibuka is not None:
        keadaan = f"dibuka kembali oleh {f.dibuka.oleh}: {f.dibuka.alasan.rstrip(' .')}"
    return f"Versi {f.versi}: nomor {f.nomor}, {format_tanggal(f.tanggal)}{angka}; {keadaan}."
