"""What the sample's `expected.toml` promises, and what the runs of a demo found, in the same shape."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from kinerja.pipeline.model import HasilValidate
from sample_data import inspektorat

CONTOH = Path(inspektorat.__path__[0])
Temuan = tuple[str, str, str, str]  # file, sheet, cell, code


def harapan(sampai: str = "9999") -> Counter[Temuan]:
    """Every planted finding in files of `masuk/` up to and with the period, and units missing at a validation."""
    data = tomllib.loads((CONTOH.parent / "expected.toml").read_text(encoding="utf-8"))["temuan"]
    return Counter(
        (t["berkas"], t["lembar"], t["sel"], t["kode"])
        for t in data
        if (t.get("periode") or t["berkas"].split("/")[1]) <= sampai
    )


def ditemukan(validasi: Iterable[HasilValidate]) -> Counter[Temuan]:
    """Findings of all validations together: a finding that several of them repeat counts once.

    A unit that has not sent is one finding of each period.
    """
    gabungan: dict[str, Counter[Temuan]] = defaultdict(Counter)
    for hasil in validasi:
        per_asal: dict[str, Counter[Temuan]] = defaultdict(Counter)
        for p in hasil.periode:
            for t in [*(t for b in p.berkas for t in b.temuan), *p.catatan]:
                asal = t.sumber.berkas
                if t.kode == "LKP001":
                    assert p.periode is not None
                    asal += p.periode.id
                per_asal[asal][t.sumber.berkas, t.sumber.lembar or "", t.sumber.sel or "", t.kode] += 1
        for t in (t for d in hasil.pantau for t in d.temuan):
            per_asal[t.sumber.berkas][t.sumber.berkas, t.sumber.lembar or "", t.sumber.sel or "", t.kode] += 1
        for asal, isi in per_asal.items():
            gabungan[asal] |= isi
    return sum(gabungan.values(), Counter())
