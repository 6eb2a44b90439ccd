"""Whatever stands in the cells: the rules answer with findings and never raise."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from dunia_kecil import KA, Formulir, K, L
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.catalogue import ATURAN
from kinerja.workbook.model import Jenis, Sel

_FORMAT = st.sampled_from(
    [
        "General",
        "0%",
        "0.00%",
        '"95%"',
        "0,",
        ";;;",
        "[<1]0%;0",
        '0"%"',
        "@",
        "_-* #,##0_-",
        "[$-421]dd",
        "\\",
        '"',
        "[",
    ]
)
_TEKS = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="0123456789.,-–%/: ", max_size=14),
    st.sampled_from(["n/a", "-", "1.125", "80-90", "1:32", "3 Kab", "Ya", "BB", "=1+1", "Rp 5.000,00", "1e400"]),
)
_NILAI = st.one_of(
    st.tuples(st.just(Jenis.KOSONG), st.none()),
    st.tuples(st.just(Jenis.BELUM_DIHITUNG), st.none()),
    st.tuples(st.just(Jenis.GALAT), st.sampled_from(["#DIV/0!", "#REF!", "#N/A"])),
    st.tuples(st.just(Jenis.LOGIKA), st.booleans()),
    st.tuples(st.just(Jenis.TEKS), _TEKS),
    st.tuples(
        st.just(Jenis.ANGKA),
        st.one_of(
            st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**6), max_value=10**6),
            st.sampled_from([Decimal("1e300"), Decimal("-1e-300"), Decimal(0), Decimal("-0"), Decimal("0.95")]),
        ),
    ),
    st.tuples(
        st.just(Jenis.TANGGAL),
        st.one_of(
            st.dates(date(1900, 1, 1), date(9999, 1, 1)),
            st.datetimes(datetime.fromisoformat("1900-01-01")),
            st.just(time(3, 5)),
            st.just(timedelta(hours=30)),
        ),
    ),
)
SEL = st.builds(
    lambda nilai, fmt, rumus: Sel("A1", nilai[0], nilai[1], fmt, rumus),
    _NILAI,
    _FORMAT,
    st.one_of(st.none(), st.sampled_from(["", "A1", "'[1]Rekap'!B4"])),
)
_TEMPAT = st.one_of(
    st.tuples(
        st.sampled_from(["PSN", "JML", "RSO", "PRD", "YAT", "MIN", "RTG", "KUM", "RSK", "SEM"]), st.sampled_from(K)
    ),
    st.tuples(st.just("6.01.01"), st.sampled_from(KA)),
    st.sampled_from(L),
)


@given(st.lists(st.tuples(_TEMPAT, SEL), min_size=1, max_size=12))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_rules_never_raise(ubahan: list[tuple[Any, Sel]]) -> None:
    f = Formulir()
    for tempat, sel in ubahan:
        if isinstance(tempat, L):
            f.pengesahan[tempat] = sel
        elif tempat[1] in (K.KODE, KA.KODE):
            f.isi(*tempat, sel.teks)
        else:
            f.isi(*tempat, sel)
    hasil = f.nilai()
    assert all(t.kode in ATURAN and "{" not in t.pesan.replace(t.tertulis or "", "") for t in hasil.temuan)
    kunci = [(t.kode, t.sumber.lembar, t.sumber.sel) for t in hasil.temuan]
    assert len(kunci) == len(set(kunci))
