"""Findings with an identity that lasts across revisions, their history, and the Tim's decisions on them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from kinerja.findings import Finding, Tingkat
from kinerja.register.model import DITERIMA, Keputusan, Peristiwa, Perjalanan, RiwayatTemuan
from kinerja.register.peristiwa import KEPUTUSAN_DICATAT, BagianPeristiwa
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


class BagianTemuan(BagianPeristiwa):
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
        """Per finding, its state in each submission that counts (neither refused nor in conflict), oldest first."""
        syarat = "k.unit = ? AND k.periode = ? AND k.revisi IS NOT NULL AND k.status <> 'ditolak' AND k.bentrok = 0"
        urutan = "k.jenjang, k.revisi, k.diterima, k.id"
        kiriman = self._execute(
            f"SELECT k.id, k.sha256 FROM kiriman k WHERE {syarat} ORDER BY {urutan}", (unit, periode)
        )
        ada: dict[str, set[int]] = {}
        terakhir: dict[str, Finding] = {}
        for r in self._execute(
            f"SELECT {_KOLOM} FROM temuan t JOIN kiriman k ON k.id = t.kiriman WHERE {syarat} "
            f"ORDER BY {urutan}, t.urut",
            (unit, periode),
        ):
            ada.setdefault(r[1], set()).add(r[0])
            terakhir[r[1]] = _finding(r)
        putusan = {kunci: k for (_, kunci), k in self.keputusan(periode, unit).items() if k.menerima}
        sejak = self._diterima_sejak(unit, periode) if putusan else {}
        dinilai = self.pertama_dinilai(periode, unit) if putusan else {}
        nomor = [dinilai.get(sha, 0) for _, sha in kiriman]
        hasil: list[RiwayatTemuan] = []
        for kunci, di in ada.items():
            k = putusan.get(kunci) if terakhir[kunci].tingkat is not Tingkat.GALAT else None
            saat = sejak.get(kunci)
            mulai = len(kiriman)  # from which submission on it counts as accepted: the latest when that was decided
            if k is not None:
                mulai = max((n for n, x in enumerate(nomor) if saat is None or x < saat.id), default=0)
            hasil.append(
                RiwayatTemuan(
                    kunci=kunci,
                    temuan=terakhir[kunci],
                    perjalanan=_perjalanan([i for i, _ in kiriman], di, mulai),
                    diterima=k,
                    diterima_pada=saat.waktu.date() if k is not None and saat is not None else None,
                )
            )
        return tuple(hasil)

    def _diterima_sejak(self, unit: str, periode: str) -> dict[str, Peristiwa]:
        """By identity, the event from which on the finding has been accepted without a break."""
        hasil: dict[str, Peristiwa] = {}
        for p in self.peristiwa(periode, KEPUTUSAN_DICATAT):
            if p.unit != unit:
                continue
            isi = json.loads(p.rincian)
            lengkap = "alasan" not in isi or (isi["alasan"] and isi["oleh"])  # earlier programs did not note these
            if isi["keputusan"] == DITERIMA and lengkap:
                hasil.setdefault(isi["temuan"], p)
            else:
                hasil.pop(isi["temuan"], None)
        return hasil

    def simpan_keputusan(self, keputusan: Keputusan) -> bool:
        """Keep a decision by the finding's identity; an empty one withdraws it. True when anything changed."""
        k = keputusan
        if self.keputusan(k.periode, k.unit).get((k.unit, k.kunci)) == (None if k.kosong else k):
            return False
        kunci = (k.periode, k.unit, k.kunci)
        self._execute("DELETE FROM keputusan WHERE periode = ? AND unit = ? AND kunci = ?", kunci)
        if not k.kosong:
            self._execute(
                "INSERT INTO keputusan VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*kunci, k.keputusan, k.alasan, k.oleh, k.tanggal, k.catatan),
            )
        return True

    def keputusan(self, periode: str, unit: str | None = None) -> dict[tuple[str, str], Keputusan]:
        """Decisions of a period by (unit, kunci)."""
        return {
            (r[1], r[2]): Keputusan(
                periode=r[0], unit=r[1], kunci=r[2], keputusan=r[3], alasan=r[4], oleh=r[5], tanggal=r[6], catatan=r[7]
            )
            for r in self._execute(
                "SELECT periode, unit, kunci, keputusan, alasan, oleh, tanggal, catatan FROM keputusan "
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


def _perjalanan(kiriman: list[int], di: set[int], mulai: int) -> tuple[tuple[int, Perjalanan], ...]:
    """States from the first submission in which the finding stood; nothing while it stays mended. From the one at
    `mulai` on it is accepted where it stands."""
    hasil: list[tuple[int, Perjalanan]] = []
    pernah = kemarin = False
    for n, k in enumerate(kiriman):
        kini = k in di
        if kini and n >= mulai:
            hasil.append((k, Perjalanan.DITERIMA))
        elif kini:
            hasil.append((k, Perjalanan.TETAP if kemarin else Perjalanan.MUNCUL_LAGI if pernah else Perjalanan.BARU))
        elif kemarin:
            hasil.append((k, Perjalanan.DIPERBAIKI))
        pernah, kemarin = pernah or kini, kini
    return tuple(hasil)
