"""Submissions: which file is which revision, which of them conflict, and which one counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from kinerja.domain.kiriman import IsiKiriman, Status
from kinerja.findings import Finding
from kinerja.register.fakta import BagianFakta
from kinerja.register.model import Kiriman
from kinerja.register.temuan import BagianTemuan

_KOLOM = "id, path, sha256, diterima, unit, periode, revisi, menjawab, versi_master, status, bentrok, sidik, jenjang"


class BagianKiriman(BagianFakta, BagianTemuan):
    """Part of the register: submissions."""

    def simpan_kiriman(
        self,
        *,
        path: str,
        sha256: str,
        diterima: datetime,
        status: Status,
        unit: str | None = None,
        periode: str | None = None,
        menjawab: int | None = None,
        versi_master: str | None = None,
        pilih_terbaru: bool = False,
    ) -> Kiriman:
        """Register a received file; the same bytes again give the submission that is already there.

        What answers revision n is revision n + 1. A refused file (`Status.DITOLAK`) takes no part in revisions.
        Files of which neither answers the other are marked `bentrok`, unless `pilih_terbaru`: then the one received
        last is used.
        """
        with self.transaction():
            ada = self._kiriman("sha256 = ?", sha256)
            if ada:
                return ada[0]
            revisi = jenjang = None
            if unit and periode and menjawab is not None:
                revisi, jenjang = menjawab + 1, self._jenjang(unit, periode, menjawab)
            [(nomor,)] = self._execute(
                "INSERT INTO kiriman "
                "(path, sha256, diterima, unit, periode, revisi, jenjang, menjawab, versi_master, status) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                (path, sha256, diterima.isoformat(), unit, periode, revisi, jenjang, menjawab, versi_master,
                 status.value),
            )  # fmt: skip
            if jenjang is not None and status is not Status.DITOLAK:
                # A newcomer reopens a choice that was made without it.
                kelompok = "periode = ? AND unit = ? AND jenjang = ? AND status <> 'ditolak'"
                self._execute(f"UPDATE kiriman SET dipilih = 0 WHERE {kelompok}", (periode, unit, jenjang))
                if pilih_terbaru:
                    self._execute(
                        f"UPDATE kiriman SET dipilih = 1 WHERE id = (SELECT id FROM kiriman WHERE {kelompok} "
                        "ORDER BY diterima DESC, id DESC LIMIT 1)",
                        (periode, unit, jenjang),
                    )
                self._tinjau_bentrok(periode, unit, jenjang)
            return self.kiriman_by_id(nomor)

    def simpan_hasil(
        self, kiriman_id: int, status: Status, temuan: Iterable[Finding], isi: IsiKiriman, sidik: str | None = None
    ) -> Kiriman:
        """Replace the result of a submission: status, findings and what it yields, all or nothing."""
        with self.transaction():
            lama = self.kiriman_by_id(kiriman_id)
            self._execute("UPDATE kiriman SET status = ?, sidik = ? WHERE id = ?", (status.value, sidik, kiriman_id))
            self._ganti_temuan(kiriman_id, temuan)
            self._ganti_isi(kiriman_id, isi)
            if (lama.status is Status.DITOLAK) != (status is Status.DITOLAK):
                self._tinjau_bentrok(lama.periode, lama.unit, lama.jenjang)
            return self.kiriman_by_id(kiriman_id)

    def pilih(self, kiriman_id: int) -> Kiriman:
        """The Tim's choice among conflicting files: this one is used, those it competes with are not."""
        with self.transaction():
            k = self.kiriman_by_id(kiriman_id)
            self._execute(
                "UPDATE kiriman SET dipilih = (id = ?) WHERE periode = ? AND unit = ? AND jenjang = ?",
                (k.id, k.periode, k.unit, k.jenjang),
            )
            self._tinjau_bentrok(k.periode, k.unit, k.jenjang)
            return self.kiriman_by_id(kiriman_id)

    def kiriman_by_id(self, kiriman_id: int) -> Kiriman:
        """The submission with this number. KeyError when there is none."""
        ada = self._kiriman("id = ?", kiriman_id)
        if not ada:
            raise KeyError(kiriman_id)
        return ada[0]

    def kiriman(self, periode: str | None = None, unit: str | None = None) -> tuple[Kiriman, ...]:
        """Submissions in order of unit, revision and arrival; of one period or unit when named."""
        return self._kiriman("(? IS NULL OR periode = ?) AND (? IS NULL OR unit = ?)", periode, periode, unit, unit)

    def kiriman_tak_dikenal(self) -> tuple[Kiriman, ...]:
        """Refused files whose unit is unknown; their period is the one asked for when they were first seen."""
        return self._kiriman("unit IS NULL")

    def kiriman_kini(self, periode: str) -> tuple[Kiriman, ...]:
        """What lies before the Tim for a period, by unit: the latest revision of each (all its files while they
        conflict), and refused files after which nothing better came."""
        hasil: list[Kiriman] = []
        per_unit: dict[str, list[Kiriman]] = {}
        for k in self.kiriman(periode):
            if k.unit is not None:
                per_unit.setdefault(k.unit, []).append(k)
        for milik in per_unit.values():
            sah = [k for k in milik if k.status is not Status.DITOLAK]
            puncak = max((k.jenjang or 0 for k in sah), default=0)
            kelompok = [k for k in sah if (k.jenjang or 0) == puncak]
            kini = [k for k in kelompok if not k.bentrok] or kelompok
            terbaru = max(((k.diterima, k.id) for k in sah), default=None)
            hasil += kini
            hasil += [
                k for k in milik if k.status is Status.DITOLAK and (terbaru is None or (k.diterima, k.id) > terbaru)
            ]
        return tuple(hasil)

    def kiriman_layak(self, periode: str) -> dict[str, Kiriman]:
        """Per unit, the last valid revision: the one that feeds reports."""
        return {
            k.unit: k
            for k in self._kiriman("periode = ? AND id IN (SELECT id FROM kiriman_layak)", periode)
            if k.unit is not None
        }

    def layak_unit(self, unit: str) -> dict[str, Kiriman]:
        """Per period, the last valid revision of one unit."""
        return {
            k.periode: k
            for k in self._kiriman("unit = ? AND id IN (SELECT id FROM kiriman_layak WHERE unit = ?)", unit, unit)
            if k.periode is not None
        }

    def periode_kiriman(self) -> tuple[str, ...]:
        """Periods for which anything was received, sorted."""
        return tuple(
            r[0]
            for r in self._execute(
                "SELECT DISTINCT periode FROM kiriman WHERE periode IS NOT NULL AND unit IS NOT NULL ORDER BY periode"
            )
        )

    def _jenjang(self, unit: str, periode: str, menjawab: int) -> int:
        """The level at which a newcomer stands: above what it answers, beside the latest when it answers less.

        A missing link of the chain that arrives late takes its own place, below what answered it.
        """
        ada = [k for k in self.kiriman(periode, unit) if k.status is not Status.DITOLAK and k.jenjang is not None]
        puncak = max((k.jenjang or 0 for k in ada), default=0)
        teratas = [k for k in ada if k.jenjang == puncak]
        kini = [k for k in teratas if not k.bentrok] or teratas
        if any(k.revisi == menjawab for k in kini) or all((k.revisi or 0) <= menjawab for k in ada):
            return max(puncak, menjawab) + 1
        return puncak if any(k.revisi == menjawab + 1 for k in ada) else menjawab + 1

    def _tinjau_bentrok(self, periode: str | None, unit: str | None, jenjang: int | None) -> None:
        """Files of one level conflict when there are several, none chosen; those not chosen stay marked."""
        kelompok = "periode = ? AND unit = ? AND jenjang = ? AND status <> 'ditolak'"
        self._execute(
            f"UPDATE kiriman SET bentrok = (dipilih = 0 AND (SELECT count(*) FROM kiriman WHERE {kelompok}) > 1) "
            f"WHERE {kelompok}",
            (periode, unit, jenjang) * 2,
        )

    def _kiriman(self, syarat: str, *nilai: Any) -> tuple[Kiriman, ...]:
        return tuple(
            Kiriman(
                id=i, path=path, sha256=sha, diterima=datetime.fromisoformat(diterima), unit=unit, periode=periode,
                revisi=revisi, menjawab=menjawab, versi_master=versi, status=Status(status), bentrok=bool(bentrok),
                sidik=sidik, jenjang=jenjang,
            )
            for i, path, sha, diterima, unit, periode, revisi, menjawab, versi, status, bentrok, sidik, jenjang in (
                self._execute(
                    f"SELECT {_KOLOM} FROM kiriman WHERE {syarat} ORDER BY unit, jenjang, revisi, diterima, id", nilai
                )
            )
        )  # fmt: skip
