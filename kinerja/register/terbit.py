"""What was issued: versions of the master workbook and blank forms."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from kinerja.domain.formulir import AnggaranTerbit, BarisTerbit, FormTerbit, IdentitasForm
from kinerja.register.basis import Basis


class BagianTerbit(Basis):
    """Part of the register: master versions and issued forms."""

    def catat_versi(self, versi: str, sha256: str, waktu: datetime) -> bool:
        """Note that this version of the master is current; True when it was not known."""
        if self._execute("SELECT 1 FROM versi_master WHERE versi = ?", (versi,)):
            return False
        self._execute("INSERT INTO versi_master VALUES (?, ?, ?)", (versi, sha256, waktu.isoformat()))
        return True

    def versi_master(self) -> dict[str, str]:
        """Every master version that was ever current here, the oldest first, with the hash of its workbook."""
        return {str(v): str(sha) for v, sha in self._execute("SELECT versi, sha256 FROM versi_master ORDER BY rowid")}

    def versi_pada(self, waktu: datetime) -> str | None:
        """The version that was in use then: the last one seen by that time, else the first; None: there is none."""
        semua = self._execute("SELECT versi, pertama_dilihat FROM versi_master ORDER BY rowid")
        dulu = [v for v, dilihat in semua if datetime.fromisoformat(dilihat) <= waktu]
        return str((dulu or [v for v, _ in semua[:1]] or [""])[-1]) or None

    def catat_sidik_versi(self, versi: str, sha256: str) -> None:
        """Note which workbook is kept for a version; several may say the same."""
        self._execute("UPDATE versi_master SET sha256 = ? WHERE versi = ?", (sha256, versi))

    def versi_dipakai(self, tahun: int) -> dict[tuple[str, str], str]:
        """By unit and collection period of the year: the master version of the form in use.

        That is the accepted submission, else the fresh form that was issued last.
        """
        pola = f"{tahun}-%"
        terbit = self._execute(
            "SELECT unit, periode, versi_master FROM form_terbit WHERE menjawab = 0 AND periode LIKE ? ORDER BY rowid",
            (pola,),
        )
        diterima = self._execute(
            "SELECT k.unit, k.periode, k.versi_master FROM kiriman_layak l JOIN kiriman k ON k.id = l.id "
            "WHERE k.versi_master IS NOT NULL AND k.periode LIKE ? ORDER BY k.unit, k.periode",
            (pola,),
        )
        return {(unit, periode): versi for unit, periode, versi in (*terbit, *diterima)}

    def versi_dikenal(self) -> frozenset[str]:
        """Every master version that was ever current here."""
        return frozenset(r[0] for r in self._execute("SELECT versi FROM versi_master"))

    def save_terbit(self, form: FormTerbit, waktu: datetime) -> None:
        """Keep a form as issued. One identity may be issued again with other figures: each issue is kept."""
        i = form.identitas
        self._execute(
            "INSERT INTO form_terbit (unit, periode, versi_master, menjawab, waktu, isi) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING",
            (i.unit, i.periode, i.versi_master, i.menjawab_revisi, waktu.isoformat(), _teks(form)),
        )

    def terbit(self, identitas: IdentitasForm) -> tuple[FormTerbit, ...]:
        """Every issue of the form with this identity, the latest last; empty when it was not issued from here."""
        i = identitas
        return tuple(
            _form(r[0])
            for r in self._execute(
                "SELECT isi FROM form_terbit WHERE unit = ? AND periode = ? AND versi_master = ? AND menjawab = ? "
                "ORDER BY rowid",
                (i.unit, i.periode, i.versi_master, i.menjawab_revisi),
            )
        )


def _teks(form: FormTerbit) -> str:
    return json.dumps(asdict(form), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _form(teks: str) -> FormTerbit:
    isi: dict[str, Any] = json.loads(teks)
    return FormTerbit(
        identitas=IdentitasForm(**isi["identitas"]),
        baris=tuple(BarisTerbit(**b) for b in isi["baris"]),
        anggaran=tuple(AnggaranTerbit(**a) for a in isi["anggaran"]),
    )
