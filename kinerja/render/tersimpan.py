"""What people worded, printed in place of the draft: one place over the finished context of a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kinerja.domain.narasi import NarasiDisimpan, baca_tanda, sidik_draf


@dataclass(frozen=True, slots=True, kw_only=True)
class NarasiTercetak:
    """A drafted paragraph of a report. `disimpan`: what is printed in its place."""

    kunci: str
    draf: str
    disimpan: NarasiDisimpan | None

    @property
    def usang(self) -> bool:
        """True when the facts of the draft have changed since somebody judged the wording."""
        return self.disimpan is not None and self.disimpan.sidik != sidik_draf(self.draf)


def apply_saved(
    konteks: Mapping[str, Any], disimpan: Mapping[str, NarasiDisimpan]
) -> tuple[dict[str, Any], tuple[NarasiTercetak, ...]]:
    """The context with saved wordings in it, and all its drafted paragraphs in order. Nothing given is changed."""
    tercetak: list[NarasiTercetak] = []

    def ganti(nilai: Any) -> Any:
        if isinstance(nilai, Mapping):
            if (milik := _milik(nilai)) is None:
                return {k: ganti(v) for k, v in nilai.items()}
            ada = disimpan.get(milik)
            tercetak.append(NarasiTercetak(kunci=milik, draf=nilai["teks"], disimpan=ada))
            return dict(nilai) if ada is None else {**nilai, "teks": ada.teks}
        return [ganti(v) for v in nilai] if isinstance(nilai, list | tuple) else nilai

    return {k: ganti(v) for k, v in konteks.items()}, tuple(tercetak)


def _milik(nilai: Mapping[str, Any]) -> str | None:
    """The kunci of a drafted paragraph; None for another dictionary, and for a draft that says nothing."""
    tanda = nilai.get("tanda")
    milik = baca_tanda(tanda) if isinstance(tanda, str) and nilai.get("teks") else None
    return None if milik is None else milik[0]
