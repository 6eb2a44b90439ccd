"""The iCalendar file, read back by a small reader of its own."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kinerja.sop.ical import Acara, ical


def _baca(isi: bytes) -> list[dict[str, str]]:
    """Unfold, split into events, undo the escapes."""
    baris = isi.decode().replace("\r\n ", "").split("\r\n")
    hasil: list[dict[str, str]] = []
    dalam = []
    for b in baris:
        nama, _, nilai = b.partition(":")
        if nama == "BEGIN":
            dalam.append(nilai)
            if nilai == "VEVENT":
                hasil.append({})
        elif nama == "END":
            assert dalam.pop() == nilai
        elif dalam[-1:] == ["VEVENT"]:
            polos, n = "", 0
            while n < len(nilai):
                if nilai[n] == "\\":
                    n += 1
                    polos += "\n" if nilai[n] == "n" else nilai[n]
                else:
                    polos += nilai[n]
                n += 1
            hasil[-1][nama] = polos
    assert dalam == []
    return hasil


def _acara(judul: str, **lain: str) -> Acara:
    return Acara(
        kunci=lain.get("kunci", "a"),
        judul=judul,
        uraian=lain.get("uraian", ""),
        mulai=date(2026, 2, 6),
        selesai=date(2026, 2, 7),
    )


def test_sehari_penuh_dan_hari_akhirnya_terbuka() -> None:
    (a,) = _baca(ical("Jadwal", [_acara("Memvalidasi")], date(2026, 1, 31)))
    assert (a["DTSTART;VALUE=DATE"], a["DTEND;VALUE=DATE"]) == ("20260206", "20260208")
    assert a["DTSTAMP"] == "20260131T000000Z"


def test_kunci_yang_sama_memberi_tanda_yang_sama() -> None:
    satu, dua, tiga = _baca(ical("J", [_acara("x"), _acara("y"), _acara("x", kunci="b")], date(2026, 1, 31)))
    assert satu["UID"] == dua["UID"] != tiga["UID"]


@given(
    st.text(
        st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Zs", "Co", "Cn"])
        | st.sampled_from(" \n;,\\:"),
        max_size=300,
    )
)
def test_teks_kembali_utuh_dan_baris_tidak_lebih_dari_75_oktet(teks: str) -> None:
    isi = ical("Jadwal", [_acara(teks, uraian=teks)], date(2026, 1, 31))
    assert all(len(b) <= 75 for b in isi.split(b"\r\n"))
    (a,) = _baca(isi)
    assert a["SUMMARY"] == a["DESCRIPTION"] == teks
