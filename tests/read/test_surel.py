"""Mails as they really come: coded names, folded heads, forwarded letters, and heads made to choke a reader."""

from __future__ import annotations

import email.policy
import time
from contextlib import suppress
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from random import Random

import pytest

from kinerja.domain.pos_el import pecah_pos_el
from kinerja.findings import Finding
from kinerja.read.bukti import Bukti
from kinerja.read.intake import temukan
from kinerja.read.model import Kandidat
from kinerja.read.surel import Surat, buka_surel
from kinerja.workbook.errors import BerkasDitolak


def surel(
    dari: str | None = "sek@contoh.go.id", *lampiran: tuple[str, bytes], perihal: str = "Formulir"
) -> EmailMessage:
    s = EmailMessage(policy=email.policy.SMTP)
    s["Subject"] = perihal
    if dari is not None:
        s["From"] = dari
    s["Date"] = "Tue, 03 Feb 2026 16:20:00 +0700"
    s.set_content("Terlampir.")
    for nama, isi in lampiran:
        s.add_attachment(isi, maintype="application", subtype="octet-stream", filename=nama)
    return s


def mentah(kepala: bytes) -> Surat:
    return buka_surel(kepala + b"\r\nSubject: x\r\n\r\nisi\r\n")


@pytest.mark.parametrize(
    ("kepala", "pengirim"),
    [
        (b"From: SEK@Contoh.go.id", "sek@contoh.go.id"),
        (b"From: Sekretariat <sek@contoh.go.id>", "sek@contoh.go.id"),
        (b"From: Sekretariat<sek@contoh.go.id>", "sek@contoh.go.id"),
        (b"From: =?utf-8?B?U2VrcmV0YXJpYXQ=?=\r\n =?utf-8?Q?_Daerah?= <sek@contoh.go.id>", "sek@contoh.go.id"),
        (b"From: Nama\r\n\t<sek@contoh.go.id>", "sek@contoh.go.id"),
        (b"From: sek@contoh.go.id (Sekretariat, lantai 2)", "sek@contoh.go.id"),
        (b"From: Siti Aminah, S.E. <sek@contoh.go.id>", "sek@contoh.go.id"),
        (b"From: =?utf-8?Q?Sek_=3Csek=40contoh.go.id=3E?=", "sek@contoh.go.id"),
        (b"From: a@contoh.id, b@contoh.id", "a@contoh.id, b@contoh.id"),
        (b"From: a@contoh.id\r\nFrom: b@contoh.id", "a@contoh.id, b@contoh.id"),
        (b"From: jahat@contoh.test\r\nReply-To: sek@contoh.go.id\r\nSender: sek@contoh.go.id", "jahat@contoh.test"),
        (b"X-Lain: x", ""),
        (b"From: undisclosed", ""),
        (b"From: <>", ""),
        (b"From: " + b"(" * 3000, ""),
        (b"From: \xff\xfe\x00<sek@contoh.go.id>", "sek@contoh.go.id"),
    ],
)
def test_pengirim(kepala: bytes, pengirim: str) -> None:
    assert mentah(kepala).pengirim == pengirim


@pytest.mark.parametrize(
    "kepala",
    [
        b'From: "sek@contoh.go.id" <jahat@contoh.test>',
        b"From: =?utf-8?q?sek=40contoh.go.id=2C?= <jahat@contoh.test>",
        b'From: "Siti <sek@contoh.go.id>" <jahat@contoh.test>',
    ],
)
def test_nama_yang_berupa_alamat_tidak_dipercaya(kepala: bytes) -> None:
    assert mentah(kepala).pengirim == "jahat@contoh.test"


def test_alamat_di_depan_kurung_ikut_disebut() -> None:
    """Programs differ in which of the two they believe; both must be known then."""
    assert mentah(b"From: sek@contoh.go.id <jahat@contoh.test>").pengirim == "sek@contoh.go.id, jahat@contoh.test"


@pytest.mark.parametrize(
    ("teks", "alamat"),
    [
        (None, ()),
        ("-", ()),
        ("belum ada", ()),
        ("@contoh", ()),
        ("A@x.id; b@x.id,c@x.id  d@x.id", ("a@x.id", "b@x.id", "c@x.id", "d@x.id")),
        ("Umum <umum@x.id>; mailto:umum@x.id.", ("umum@x.id",)),
    ],
)
def test_pecah_pos_el(teks: str | None, alamat: tuple[str, ...]) -> None:
    assert pecah_pos_el(teks) == alamat


def _bagian(nama: bytes, sandi: bytes = b"base64", isi: bytes = b"ZGF0YQ==") -> bytes:
    return (
        b"From: a@contoh.id\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: " + sandi + b"\r\n"
        b"Content-Disposition: attachment; " + nama + b"\r\n\r\n" + isi + b"\r\n--b--\r\n"
    )


@pytest.mark.parametrize(
    ("nama", "harap"),
    [
        (b'filename="formulir SEK.xlsx"', "formulir SEK.xlsx"),
        (b"filename*=UTF-8''formulir%20%C3%A9.xlsx", "formulir é.xlsx"),
        (b'filename*0="formulir yang ";\r\n filename*1="panjang.xlsx"', "formulir yang panjang.xlsx"),
        (b"filename*0*=UTF-8''formulir%20; filename*1*=%C3%A9.xlsx", "formulir é.xlsx"),
        (b'filename="=?utf-8?B?Zm9ybXVsaXIgw6kueGxzeA==?="', "formulir é.xlsx"),
        (b'filename="=?utf-8?Q?formulir_=C3=A9?=\r\n =?utf-8?Q?=2Exlsx?="', "formulir é.xlsx"),
        (b'filename="C:\\\\dokumen\\\\..\\\\a.xlsx"', "C_/dokumen/a.xlsx"),
    ],
)
def test_nama_lampiran(nama: bytes, harap: str) -> None:
    [lampiran] = buka_surel(_bagian(nama)).lampiran
    assert (lampiran.nama, lampiran.isi) == (harap, b"data")


def test_quoted_printable_dan_bagian_bersarang() -> None:
    [lampiran] = buka_surel(_bagian(b"filename=a.csv", b"quoted-printable", b"Kode=3B1=\r\n2")).lampiran
    assert lampiran.isi == b"Kode;12"


def test_logo_tanda_tangan_bukan_lampiran() -> None:
    s = surel("a@contoh.id", ("rekap.pdf", b"%PDF"))
    s.add_attachment(b"logo", maintype="image", subtype="png", filename="image001.png", disposition="inline", cid="<1>")
    s.add_attachment(b"foto", maintype="image", subtype="jpeg", filename="foto.jpg")
    assert [x.nama for x in buka_surel(bytes(s)).lampiran] == ["rekap.pdf", "foto.jpg"]


@pytest.mark.parametrize("cara", ["message/rfc822", "berkas .eml", "tanpa nama"])
def test_surel_di_dalam_surel(cara: str) -> None:
    """The inner letter is the unit's; the outer one only brought it."""
    dalam = surel("Irban <irban1@contoh.go.id>", ("a.xlsx", b"form"), perihal="Kinerja Januari/Irban I")
    dalam.replace_header("Date", "Mon, 02 Feb 2026 08:00:00 +0700")
    luar = surel("inspektur@contoh.go.id", perihal="Fwd: Kinerja")
    if cara == "berkas .eml":
        luar.add_attachment(bytes(dalam), maintype="application", subtype="octet-stream", filename="Irban.eml")
    elif cara == "tanpa nama":
        luar.add_attachment(dalam)
    else:
        luar.add_attachment(dalam, filename="Irban.eml")
    surat = buka_surel(bytes(luar))
    assert surat.pengirim == "inspektur@contoh.go.id"
    [lampiran] = surat.lampiran
    assert lampiran.nama == ("Kinerja Januari_Irban I.eml" if cara == "tanpa nama" else "Irban.eml")
    assert lampiran.surat is not None
    assert (lampiran.surat.pengirim, lampiran.surat.tanggal) == ("irban1@contoh.go.id", datetime(2026, 2, 2, 8))
    assert [x.nama for x in lampiran.surat.lampiran] == ["a.xlsx"]


def test_surel_dalam_surel_tanpa_akhir() -> None:
    s = surel("a@contoh.id", ("a.xlsx", b"form"))
    for _ in range(40):
        luar = surel("b@contoh.id")
        luar.add_attachment(s, filename="isi.eml")
        s = luar
    surat: Surat | None = buka_surel(bytes(s))
    dalam = 0
    while surat is not None and surat.lampiran:
        surat, dalam = surat.lampiran[0].surat, dalam + 1
    assert dalam == 6


@pytest.mark.parametrize(
    "isi",
    [
        b"Content-Type: multipart/mixed; " + b"; ".join(b'a%d="x"' % n for n in range(60_000)) + b"\r\n\r\nx",
        b"From: " + b'"a" <a@contoh.id>, ' * 50_000 + b"\r\n\r\nx",
        _bagian(b"filename*0=" + b'"' * 300_000),
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\n" * 100_000,
        b"Content-Type: message/rfc822\r\n\r\n" * 5_000,
        b"From: a@contoh.id\r\nDate: " + b"9" * 200_000 + b"\r\n\r\nx",
        b"\xff\xfe\x00" * 50,
    ],
    ids=["parameter", "alamat", "nama", "bagian", "dalam", "tanggal", "bukan surel"],
)  # fmt: skip
def test_kepala_yang_bermusuhan_tidak_menahan_program(isi: bytes) -> None:
    awal = time.process_time()
    with suppress(BerkasDitolak):
        assert len(buka_surel(isi).pengirim) < 6_000
    assert time.process_time() - awal < 5


def test_nama_dengan_bita_yang_bukan_teks() -> None:
    [lampiran] = buka_surel(_bagian(b'filename="form\xff\xfe.xlsx"')).lampiran
    assert lampiran.nama.encode()
    assert lampiran.nama.endswith(".xlsx")


def test_surel_yang_dirusak_tidak_menghentikan_apa_pun(tmp_path: Path) -> None:
    """Whatever a damaged mail still yields can be stored: names and senders are text."""
    dalam = surel("Irban <irban1@contoh.go.id>", ("a.xlsx", b"PK isi"), ("bukti é.pdf", b"%PDF"))
    asli = bytes(surel("Sek <sek@contoh.go.id>", ("b.xlsx", b"PK isi"))) + b"\r\n" + bytes(dalam)
    luar = surel("c@contoh.go.id", ("k.zip", b"PK\x05\x06" + b"\0" * 18))
    luar.add_attachment(dalam)
    acak = Random(9)
    for n in range(400):
        isi = bytearray(bytes(luar) if n % 2 else asli)
        for _ in range(acak.randint(1, 30)):
            tempat = acak.randrange(min(len(isi), 1500))
            isi[tempat : tempat + acak.randint(0, 4)] = acak.randbytes(acak.randint(0, 4))
        (tmp_path / "x.eml").write_bytes(isi)
        for t in temukan(tmp_path, tmp_path):
            path = t.sumber.berkas if isinstance(t, Finding) else t.path
            assert path.encode()
            if isinstance(t, Bukti | Kandidat):
                assert (t.pengirim or "").encode() is not None
            if isinstance(t, Bukti) and t.alir is not None:
                assert sum(map(len, t.alir())) == t.ukuran
