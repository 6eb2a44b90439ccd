"""Findings with an identity that lasts across revisions, their history, and the Tim's decisions on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from kinerja.findings import Finding, Tingkat
from kinerja.register.basis import Basis
from kinerja.register.model import Keputusan, Perjalanan, RiwayatTemuan
from kinerja.sources import CellRef

_KOLOM = (
    "t.kiriman, t.kunci, t.kode, t.tingkat, t.berkas, t.lembar, t.sel, t.pesan, t.saran, t.indikator, t.medan, "
    "t.tertulis, t.diharapkan"
)


def kunci_unik(temuan: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Pairs (identity, finding); a repeated identity gets `#2`, `#3`, … in order."""
    hitung: Counter[str] = Counter()
    for t in temuan:
        hitung[t.kunci] += 1
        ke = hitung[t.kunci]
        yield (t.kunci if ke == 1 else f"{t.kunci}#{ke}"), t


class BagianTemuan(Basis):
    """Part of the register: findings and decisions."""

    def temuan(self, kiriman_id: int) -> tuple[Finding, ...]:
        """Findings of one submission in the order in which they were saved."""
        return tuple(
            _finding(r)
            for r in self._execute(f"SELECT {_KOLOM} FROM temuan t WHERE t.kiriman = ? ORDER BY t.urut", (kiriman_id,))
        )

    def temuan_periode(self, periode: str) -> dict[int, list[Finding]]:
        """Findings of every submission of a period, by submission, in the order in which they were saved."""
        hasil: dict[int, list[Finding]] = {}
        for r in self._execute(
            f"SELECT {_KOLOM} FROM kiriman k JOIN temuan t ON t.kiriman = k.id "
            "WHERE k.periode = ? ORDER BY t.kiriman, t.urut",
            (periode,),
        ):
            hasil.setdefault(r[0], []).append(_finding(r))
        return hasil

    def riwayat_temuan(self, unit: str, periode: str) -> tuple[RiwayatTemuan, ...]:
        """Per finding, its state in each revision that counts (neither refused nor in conflict), oldest first."""
        syarat = "k.unit = ? AND k.periode = ? AND k.revisi IS NOT NULL AND k.status <> 'ditolak' AND k.bentrok = 0"
        revisi = [
            r[0] for r in self._execute(f"SELECT k.revisi FROM kiriman k WHERE {syarat} ORDER BY 1", (unit, periode))
        ]
        ada: dict[str, set[int]] = {}
        terakhir: dict[str, Finding] = {}
        for r in self._execute(
            f"SELECT {_KOLOM}, k.revisi FROM temuan t JOIN kiriman k ON k.id = t.kiriman WHERE {syarat} "
            "ORDER BY k.revisi, t.urut",
            (unit, periode),
        ):
            ada.setdefault(r[1], set()).add(r[13])
            terakhir[r[1]] = _finding(r)
        return tuple(
            RiwayatTemuan(kunci=kunci, temuan=terakhir[kunci], perjalanan=_perjalanan(revisi, di))
            for kunci, di in ada.items()
        )

    def simpan_keputusan(self, keputusan: Keputusan) -> bool:
        """Keep a decision by the finding's identity; an empty one withdraws it. True when anything changed."""
        k = keputusan
        if self.keputusan(k.periode, k.unit).get((k.unit, k.kunci)) == (None if k.kosong else k):
            return False
        kunci = (k.periode, k.unit, k.kunci)
        self._execute("DELETE FROM keputusan WHERE periode = ? AND unit = ? AND kunci = ?", kunci)
        if not k.kosong:
            self._execute(
                "INSERT INTO keputusan VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*kunci, k.keputusan, k.alasan, k.oleh, k.tanggal),
            )
        return True

    def keputusan(self, periode: str, unit: str | None = None) -> dict[tuple[str, str], Keputusan]:
        """Decisions of a period by (unit, kunci)."""
        return {
            (r[1], r[2]): Keputusan(
                periode=r[0], unit=r[1], kunci=r[2], keputusan=r[3], alasan=r[4], oleh=r[5], tanggal=r[6]
            )
            for r in self._execute(
                "SELECT periode, unit, kunci, keputusan, alasan, oleh, tanggal FROM keputusan "
                "WHERE periode = ? AND (? IS NULL OR unit = ?) ORDER BY unit, kunci",
                (periode, unit, unit),
            )
        }

    def _ganti_temuan(self, kiriman_id: int, temuan: Iterable[Finding]) -> None:
        self._execute("DELETE FROM temuan WHERE kiriman = ?", (kiriman_id,))
        self._executemany(
            "INSERT INTO temuan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    kiriman_id, urut, kunci, t.kode, t.tingkat.value, t.sumber.berkas, t.sumber.lembar, t.sumber.sel,
                    t.pesan, t.saran, t.indikator, t.medan, t.tertulis, t.diharapkan,
                )
                for urut, (kunci, t) in enumerate(kunci_unik(temuan), 1)
            ],
        )  # fmt: skip


def _finding(r: tuple[Any, ...]) -> Finding:
    return Finding(
        kode=r[2], tingkat=Tingkat(r[3]), sumber=CellRef(r[4], r[5], r[6]), pesan=r[7], saran=r[8],
        indikator=r[9], medan=r[10], tertulis=r[11], diharapkan=r[12],
    )  # fmt: skip


def _perjalanan(revisi: list[int], di: set[int]) -> tuple[tuple[int, Perjalanan], ...]:
    """States from the first revision in which the finding stood; nothing while it stays mended."""
    hasil: list[tuple[int, Perjalanan]] = []
    pernah = kemarin = False
    for r in revisi:
        kini = r in di
        if kini:
            hasil.append((r, Perjalanan.TETAP if kemarin else Perjalanan.MUNCUL_LAGI if pernah else Perjalanan.BARU))
        elif kemarin:
            hasil.append((r, Perjalanan.DIPERBAIKI))
        pernah, kemarin = pernah or kini, kini
    return tuple(hasil)
