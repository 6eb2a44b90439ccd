"""Contoh: formulir yang datang lewat surel bersama berkas buktinya: lengkap, kurang satu, dan dari alamat pribadi."""

from __future__ import annotations

import email.policy
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage
from email.utils import format_datetime

_WIB = timezone(timedelta(hours=7))
_ALAMAT = "@tirtaamertakab.go.id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surel:
    """Satu surel: nama berkasnya di masuk/, pengirim, perihal, dan bukti (nama berkas, pembuat isinya)."""

    nama: str
    dari: str
    perihal: str
    bukti: tuple[tuple[str, Callable[[str], bytes]], ...] = field(default=())


def _pdf(judul: str) -> bytes:
    """Satu halaman kosong yang sah, dengan judulnya."""
    bagian = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        f"<< /Title ({judul}) >>".encode("ascii"),
    ]
    hasil, letak = bytearray(b"%PDF-1.4\n"), []
    for n, isi in enumerate(bagian, 1):
        letak.append(len(hasil))
        hasil += b"%d 0 obj\n%s\nendobj\n" % (n, isi)
    awal = len(hasil)
    tabel = b"".join(b"%010d 00000 n \n" % x for x in letak)
    hasil += b"xref\n0 5\n0000000000 65535 f \n" + tabel
    hasil += b"trailer\n<< /Size 5 /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % awal
    return bytes(hasil)


def _register(judul: str) -> bytes:
    """Buku kerja unit sendiri, yang bukan formulir."""
    import xlsxwriter

    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True}) as buku:
        buku.set_properties({"title": judul, "created": datetime(2026, 1, 2)})
        lembar = buku.add_worksheet("Register")
        lembar.write_row(0, 0, ("No", "Nomor Surat Tugas", "Tanggal", "Obyek Pengawasan"))
        for n in range(1, 9):
            lembar.write_row(n, 0, (n, f"800.1.11.1/{100 + n}/2026", f"{n + 2:02d}/08/2026", f"Desa {n}"))
    return keluar.getvalue()


def _kosong(_judul: str) -> bytes:
    """Berkas yang pengunggahannya terputus."""
    return b""


SUREL: dict[tuple[int, str], Surel] = {
    (5, "SBP"): Surel(
        nama="Data Kinerja Mei - Sub Bagian Perencanaan.eml",
        dari=f"Sub Bagian Perencanaan <perencanaan.insp{_ALAMAT}>",
        perihal="Data Kinerja Mei 2026",
        bukti=(("LRA 05 2026.pdf", _pdf),),
    ),
    (8, "IRB2"): Surel(
        nama="kinerja agustus irban 2.eml",
        dari=f"Irban II <irban2.insp{_ALAMAT}>",
        perihal="Fwd: kinerja agustus",
        bukti=(
            ("Rekap_TLHP_IRB2_082026.pdf", _pdf),
            ("Register surat tugas Irban II Agustus 2026.xlsx", _register),
        ),
    ),
    (10, "IRB1"): Surel(
        nama="Formulir Oktober.eml",
        dari="Endang Susilowati <endang.susilowati.1985@contoh.test>",
        perihal="Formulir Oktober Irban I",
        bukti=(
            ("Rekap_TLHP_IRB1_102026.pdf", _pdf),
            ("Register surat tugas Irban I Oktober 2026.xlsx", _register),
            ("Daftar_waktu_LHP_IRB1_10.xlsx", _kosong),
        ),
    ),
}


def buat_surel(surel: Surel, formulir: str, isi: bytes, diterima: datetime) -> bytes:
    """Berkas .eml seperti yang disimpan dari program surel."""
    s = EmailMessage(policy=email.policy.SMTP)
    s["From"], s["To"], s["Subject"] = surel.dari, f"inspektorat{_ALAMAT}", surel.perihal
    s["Date"] = format_datetime(diterima.replace(tzinfo=_WIB))
    s["Message-ID"] = f"<{diterima:%Y%m%d%H%M}{_ALAMAT}>"
    s.set_content("Yth. Tim Pengukuran Kinerja,\n\nTerlampir data kinerja kami beserta buktinya.\n\nTerima kasih.\n")
    for nama, data in ((formulir, isi), *((n, buat(n.rpartition(".")[0])) for n, buat in surel.bukti)):
        s.add_attachment(data, maintype="application", subtype="octet-stream", filename=nama)
    s.set_boundary(f"kinerja-{diterima:%Y%m%d%H%M}")
    return bytes(s)
