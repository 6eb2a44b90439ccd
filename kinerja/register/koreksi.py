"""Reports as they were built, and the corrections that came back in Word with what people decided on each."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from kinerja.koreksi.model import Balasan, JenisKoreksi, Koreksi
from kinerja.register.basis import Basis
from kinerja.register.model import KonsepTercatat, KoreksiTercatat

_KOLOM = (
    "periode, kunci, berkas, sha256, dibaca, jenis, penulis, waktu, tempat, teks, teks_lama, keterangan, balasan, "
    "status, oleh, tanggal, catatan"
)


class BagianKoreksi(Basis):
    """Part of the register: konsep and corrections."""

    def catat_konsep(self, konsep: KonsepTercatat) -> None:
        """Note a report as it was built; the same bytes are noted once."""
        k = konsep
        self._execute(
            "INSERT INTO konsep VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (k.sha256, k.sidik, k.periode, k.jenis, k.waktu.isoformat()),
        )

    def konsep(self, sidik: str | None = None) -> tuple[KonsepTercatat, ...]:
        """Reports as built, the latest first; those with this fingerprint when it is named."""
        return tuple(
            KonsepTercatat(sha256=h, sidik=s, periode=p, jenis=j, waktu=datetime.fromisoformat(w))
            for h, s, p, j, w in self._execute(
                "SELECT sha256, sidik, periode, jenis, waktu FROM konsep WHERE ? IS NULL OR sidik = ? "
                "ORDER BY rowid DESC",
                (sidik, sidik),
            )
        )

    def koreksi(self, periode: str) -> tuple[KoreksiTercatat, ...]:
        """All corrections of a period, in the order in which they were first read."""
        return tuple(
            _tercatat(r)
            for r in self._execute(f"SELECT {_KOLOM} FROM koreksi WHERE periode = ? ORDER BY urut", (periode,))
        )

    def periode_koreksi(self) -> tuple[str, ...]:
        """Periods that have corrections."""
        return tuple(r[0] for r in self._execute("SELECT DISTINCT periode FROM koreksi ORDER BY periode"))

    def simpan_koreksi(self, baru: KoreksiTercatat) -> bool:
        """Keep a correction by its identity; True when it was not known. Of a known one only what the file tells is
        renewed (place, replies, resolved); what people decided stays."""
        k = baru.koreksi
        if self._execute("SELECT 1 FROM koreksi WHERE periode = ? AND kunci = ?", (baru.periode, k.kunci)):
            self._execute(
                "UPDATE koreksi SET tempat = ?, keterangan = ?, balasan = ? WHERE periode = ? AND kunci = ?",
                (k.tempat, k.keterangan, _balasan(k), baru.periode, k.kunci),
            )
            return False
        nilai = (
            baru.periode, k.kunci, baru.berkas, baru.sha256, baru.dibaca.isoformat(), k.jenis.value, k.penulis,
            k.waktu, k.tempat, k.teks, k.teks_lama, k.keterangan, _balasan(k), baru.status, baru.oleh, baru.tanggal,
            baru.catatan,
        )  # fmt: skip
        self._execute(f"INSERT INTO koreksi ({_KOLOM}) VALUES ({', '.join('?' * len(nilai))})", nilai)
        return True

    def putuskan_koreksi(self, k: KoreksiTercatat) -> None:
        """Keep what people wrote beside a known correction."""
        self._execute(
            "UPDATE koreksi SET status = ?, oleh = ?, tanggal = ?, catatan = ? WHERE periode = ? AND kunci = ?",
            (k.status, k.oleh, k.tanggal, k.catatan, k.periode, k.koreksi.kunci),
        )


def _balasan(k: Koreksi) -> str:
    """What a comment's thread tells, as JSON text."""
    isi = {
        "selesai": k.selesai,
        "balasan": [{"penulis": b.penulis, "waktu": b.waktu, "teks": b.teks} for b in k.balasan],
    }
    return json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _tercatat(r: tuple[Any, ...]) -> KoreksiTercatat:
    utas: dict[str, Any] = json.loads(r[12])
    koreksi = Koreksi(
        kunci=r[1],
        jenis=JenisKoreksi(r[5]),
        penulis=r[6],
        waktu=r[7],
        tempat=r[8],
        teks=r[9],
        teks_lama=r[10],
        keterangan=r[11],
        balasan=tuple(Balasan(**b) for b in utas["balasan"]),
        selesai=utas["selesai"],
    )
    return KoreksiTercatat(
        periode=r[0],
        koreksi=koreksi,
        berkas=r[2],
        sha256=r[3],
        dibaca=datetime.fromisoformat(r[4]),
        status=r[13],
        oleh=r[14],
        tanggal=r[15],
        catatan=r[16],
    )
