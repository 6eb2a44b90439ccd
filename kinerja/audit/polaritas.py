"""What a cell of the column polaritas says, in the words that offices use."""

from __future__ import annotations

from types import MappingProxyType

from kinerja.domain.indikator import Polaritas

_SEBUTAN = MappingProxyType(
    {
        Polaritas.MAKSIMAL: (
            "maks", "max", "maksimum", "maximum", "maksimalkan", "maximize", "positif", "naik", "tinggi",
            "higher is better", "semakin tinggi semakin baik", "makin tinggi makin baik", "semakin besar semakin baik",
        ),
        Polaritas.MINIMAL: (
            "min", "minimum", "minimalkan", "minimize", "negatif", "turun", "rendah", "lower is better",
            "semakin rendah semakin baik", "makin rendah makin baik", "semakin kecil semakin baik",
        ),
        Polaritas.STABIL: ("stabilize", "tetap", "target is better"),
    }
)  # fmt: skip
_DIKENAL = MappingProxyType(
    {p.value.casefold(): p for p in Polaritas} | {s: p for p, semua in _SEBUTAN.items() for s in semua}
)


def baca_polaritas(teks: str) -> Polaritas | None:
    """The polarity that a text names; None for an unknown word and for none."""
    return _DIKENAL.get(" ".join(teks.casefold().replace("-", " ").split()).strip(" ."))
