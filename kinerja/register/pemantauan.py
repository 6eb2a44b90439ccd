"""Monitoring papers: what was issued, what came, what they say. A paper is no submission and never becomes one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from kinerja.domain.pemantauan import (
    IdentitasPantau,
    IsiPantau,
    NilaiMinggu,
    PantauTerbit,
    StatusTindakan,
    Tindakan,
    pantau_rows,
    parse_pantau,
)
from kinerja.findings import Finding, Tingkat
from kinerja.register.basis import Basis
from kinerja.register.fakta import nilai_teks, teks_nilai
from kinerja.register.model import KertasPantau
from kinerja.sources import CellRef

_KOLOM = "id, path, sha256, diterima, unit, periode, terbit, sidik"


class BagianPemantauan(Basis):
    """Part of the register: monitoring papers."""

    def save_pantau_terbit(self, terbit: PantauTerbit, waktu: datetime) -> None:
        """Keep a paper as issued; each issue of a unit and month is kept."""
        i = terbit.identitas
        self._execute(
            "INSERT INTO pantau_terbit (unit, periode, waktu, isi) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (i.unit, i.periode, waktu.isoformat(), _teks_terbit(terbit)),
        )

    def pantau_terbit(self, identitas: IdentitasPantau) -> tuple[PantauTerbit, ...]:
        """Every issue of the paper of this unit and month, the latest last."""
        return tuple(
            t
            for r in self._execute(
                "SELECT isi FROM pantau_terbit WHERE unit = ? AND periode = ? ORDER BY rowid",
                (identitas.unit, identitas.periode),
            )
            if (t := _terbit(r[0])) is not None
        )

    def simpan_pantau(
        self, *, path: str, sha256: str, diterima: datetime, terbit: PantauTerbit | None, sidik: str
    ) -> KertasPantau:
        """Register a received paper, one without `terbit` as refused; the same bytes again renew what is there."""
        i = terbit.identitas if terbit is not None else None
        isi = _teks_terbit(terbit) if terbit is not None else None
        [r] = self._execute(
            "INSERT INTO pantau (path, sha256, diterima, unit, periode, terbit, sidik) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (sha256) DO UPDATE SET unit = excluded.unit, periode = excluded.periode, "
            f"terbit = excluded.terbit, sidik = excluded.sidik RETURNING {_KOLOM}",
            (path, sha256, diterima.isoformat(), i.unit if i else None, i.periode if i else None, isi, sidik),
        )
        return _kertas(r)

    def simpan_hasil_pantau(self, pantau_id: int, isi: IsiPantau, temuan: Iterable[Finding]) -> None:
        """Replace what a paper says and what was found."""
        with self.transaction():
            for tabel in ("pantau_nilai", "pantau_tindakan", "pantau_temuan"):
                self._execute(f"DELETE FROM {tabel} WHERE pantau = ?", (pantau_id,))
            self._executemany(
                "INSERT INTO pantau_nilai VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (pantau_id, n.indikator, n.minggu, nilai_teks(n.nilai), _teks(n.pembilang), _teks(n.penyebut),
                     n.lembar, n.sel)
                    for n in isi.nilai
                ],
            )  # fmt: skip
            self._executemany(
                "INSERT INTO pantau_tindakan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (pantau_id, t.indikator, t.periode, t.minggu, t.uraian, t.penanggung_jawab,
                     t.batas.isoformat() if t.batas is not None else None, t.status.value, t.selesai, t.lembar, t.sel)
                    for t in isi.tindakan
                ],
            )  # fmt: skip
            self._executemany(
                "INSERT INTO pantau_temuan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (pantau_id, urut, t.kode, t.tingkat.value, t.sumber.berkas, t.sumber.lembar, t.sumber.sel,
                     t.pesan, t.saran, t.indikator, t.medan, t.tertulis, t.diharapkan)
                    for urut, t in enumerate(temuan, 1)
                ],
            )  # fmt: skip

    def pantau(self, periode: str | None = None) -> tuple[KertasPantau, ...]:
        """Papers that were accepted as ours, of one month when named: by unit, month and arrival, the latest last."""
        return tuple(
            _kertas(r)
            for r in self._execute(
                f"SELECT {_KOLOM} FROM pantau WHERE unit IS NOT NULL AND (? IS NULL OR periode = ?) "
                "ORDER BY unit, periode, diterima, id",
                (periode, periode),
            )
        )

    def pantau_kini(self, periode: str | None = None) -> tuple[KertasPantau, ...]:
        """The current papers: of each unit and month the one received last."""
        return tuple({(k.unit, k.periode): k for k in self.pantau(periode)}.values())

    def pantau_ditolak(self) -> tuple[KertasPantau, ...]:
        """Papers that are none of ours."""
        return tuple(_kertas(r) for r in self._execute(f"SELECT {_KOLOM} FROM pantau WHERE unit IS NULL ORDER BY id"))

    def isi_pantau(self, pantau_id: int) -> IsiPantau:
        """What a paper says."""
        return IsiPantau(
            nilai=tuple(
                _nilai(r)
                for r in self._execute(
                    "SELECT indikator, minggu, nilai, pembilang, penyebut, lembar, sel FROM pantau_nilai "
                    "WHERE pantau = ? ORDER BY rowid",
                    (pantau_id,),
                )
            ),
            tindakan=tuple(
                _tindakan(r)
                for r in self._execute(
                    "SELECT indikator, periode, minggu, uraian, penanggung_jawab, batas, status, selesai, lembar, sel "
                    "FROM pantau_tindakan WHERE pantau = ? ORDER BY rowid",
                    (pantau_id,),
                )
            ),
        )

    def temuan_pantau(self, pantau_id: int) -> tuple[Finding, ...]:
        """What was found in a paper by itself."""
        return tuple(
            Finding(
                kode=r[0], tingkat=Tingkat(r[1]), sumber=CellRef(r[2], r[3], r[4]), pesan=r[5], saran=r[6],
                indikator=r[7], medan=r[8], tertulis=r[9], diharapkan=r[10],
            )
            for r in self._execute(
                "SELECT kode, tingkat, berkas, lembar, sel, pesan, saran, indikator, medan, tertulis, diharapkan "
                "FROM pantau_temuan WHERE pantau = ? ORDER BY urut",
                (pantau_id,),
            )
        )  # fmt: skip


def _teks_terbit(terbit: PantauTerbit) -> str:
    """Rows of the hidden sheet, as JSON: one way of writing it down is enough."""
    return json.dumps(pantau_rows(terbit), ensure_ascii=False, separators=(",", ":"))


def _terbit(teks: str) -> PantauTerbit | None:
    return parse_pantau(json.loads(teks))


def _teks(x: Fraction | None) -> str | None:
    return None if x is None else str(x)


def _pecahan(teks: str | None) -> Fraction | None:
    return None if teks is None else Fraction(teks)


def _kertas(r: Sequence[Any]) -> KertasPantau:
    return KertasPantau(
        id=r[0], path=r[1], sha256=r[2], diterima=datetime.fromisoformat(r[3]), unit=r[4], periode=r[5],
        terbit=_terbit(r[6]) if r[6] is not None else None, sidik=r[7],
    )  # fmt: skip


def _nilai(r: Sequence[Any]) -> NilaiMinggu:
    return NilaiMinggu(
        indikator=r[0], minggu=r[1], nilai=teks_nilai(r[2]), pembilang=_pecahan(r[3]), penyebut=_pecahan(r[4]),
        lembar=r[5], sel=r[6],
    )  # fmt: skip


def _tindakan(r: Sequence[Any]) -> Tindakan:
    return Tindakan(
        indikator=r[0], periode=r[1], minggu=r[2], uraian=r[3], penanggung_jawab=r[4],
        batas=date.fromisoformat(r[5]) if r[5] is not None else None, status=StatusTindakan(r[6]), selesai=r[7],
        lembar=r[8], sel=r[9],
    )  # fmt: skip
