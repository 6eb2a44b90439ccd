"""A tidy table as CSV, JSON and Parquet: exact, harmless in a spreadsheet, and never a changed number."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import KinerjaError
from kinerja.export.berkas import isi_berkas, teks_aman
from kinerja.export.model import Isi, Jenis, Kolom, Tabel

KOLOM = (
    Kolom("kode", Jenis.TEKS, "Kode.", wajib=True),
    Kolom("nilai", Jenis.ANGKA, "Nilai."),
    Kolom("banyak", Jenis.BULAT, "Banyak."),
    Kolom("lengkap", Jenis.YA_TIDAK, "Lengkap."),
    Kolom("waktu", Jenis.WAKTU, "Waktu."),
)
BARIS: tuple[tuple[Isi, ...], ...] = (
    ("A", Fraction(2, 3), 3, True, "2026-02-03T09:10:00"),
    ("B", Fraction(-5), 0, False, None),
    ("C", None, None, None, None),
    ("D", Fraction(10**15 + 1), 1, True, None),
    ("E", Fraction(0), 0, True, None),
)


def tabel(baris: tuple[tuple[Isi, ...], ...] = BARIS) -> Tabel:
    return Tabel(nama="contoh", judul="Contoh", uraian="Contoh.", kolom=KOLOM, kunci=("kode",), baris=baris)


def baca(isi: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(isi.decode("utf-8"), newline="")))


def test_csv_apa_adanya() -> None:
    isi = isi_berkas(tabel(), "csv")
    assert not isi.startswith(b"\xef\xbb\xbf")
    assert isi.count(b"\r\n") == len(BARIS) + 1
    assert baca(isi) == [
        ["kode", "nilai", "banyak", "lengkap", "waktu"],
        ["A", "0.666666666667", "3", "true", "2026-02-03T09:10:00"],
        ["B", "-5", "0", "false", ""],
        ["C", "", "", "", ""],
        ["D", "1000000000000001", "1", "true", ""],
        ["E", "0", "0", "true", ""],
    ]


def test_json_sama_dengan_csv() -> None:
    data = json.loads(isi_berkas(tabel(), "json"))
    assert [list(d.values()) for d in data][:2] == [
        ["A", "0.666666666667", 3, True, "2026-02-03T09:10:00"],
        ["B", "-5", 0, False, None],
    ]
    assert data[2]["nilai"] is None


@pytest.mark.parametrize(
    ("teks", "aman"),
    [
        ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
        ("+SUM(A1)", "'+SUM(A1)"),
        ("- kegiatan tertunda", "'- kegiatan tertunda"),
        ("@cmd", "'@cmd"),
        ("\tx", "'\tx"),
        ("'sudah", "''sudah"),
        ("-5,00", "-5,00"),
        ("-12", "-12"),
        ("–", "–"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)  # fmt: skip
def test_teks_yang_dapat_menjadi_rumus(teks: str, aman: str) -> None:
    assert teks_aman(teks) == aman


@given(st.text(max_size=30))
def test_teks_kembali_utuh(teks: str) -> None:
    teks = teks.replace("\r", "")  # of a text read back by csv only the line ends may differ
    isi = isi_berkas(tabel(((teks or "x", None, None, None, None),)), "csv")
    [_, [tertulis, *_]] = baca(isi)
    assert (tertulis.removeprefix("'") if tertulis.startswith("'") else tertulis) == (teks or "x")
    assert not tertulis.startswith(("=", "@"))


def test_byte_yang_sama() -> None:
    for bentuk in ("csv", "json"):
        assert isi_berkas(tabel(), bentuk) == isi_berkas(tabel(), bentuk)


def test_parquet_angka_tepat() -> None:
    pytest.importorskip("pyarrow", reason="pyarrow tidak terpasang: pip install pyarrow")
    from pyarrow import parquet

    isi = isi_berkas(tabel(), "parquet")
    assert isi == isi_berkas(tabel(), "parquet")
    t = parquet.read_table(io.BytesIO(isi))
    assert t.column_names == [k.nama for k in KOLOM]
    assert t.column("nilai").to_pylist() == [
        Decimal("0.666666666667"), Decimal(-5), None, Decimal(10**15 + 1), Decimal(0),
    ]  # fmt: skip
    assert t.column("banyak").to_pylist() == [3, 0, None, 1, 0]
    assert t.column("waktu").to_pylist()[0].isoformat() == "2026-02-03T09:10:00"
    assert not t.schema.field("kode").nullable


def test_parquet_tanpa_pustaka_menyebut_cara_memasangnya(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(KinerjaError) as e:
        isi_berkas(tabel(), "parquet")
    assert "pyarrow" in e.value.pesan
    assert "pip install pyarrow" in e.value.saran
    assert e.value.exit_code == 3
