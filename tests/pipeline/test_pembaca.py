"""Reading in a process of its own: the same results in the same order, and one bad file costs only itself."""

from __future__ import annotations

import hashlib
import json
import signal
import sys
from datetime import datetime
from pathlib import Path

import pytest
from helpers.jalankan import jalankan

from kinerja.deliver.arsip import arsipkan, path_arsip
from kinerja.errors import KinerjaError
from kinerja.pipeline import pembaca
from kinerja.pipeline.pekerja import baca_berkas
from kinerja.register.model import BerkasTercatat


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ws = tmp_path_factory.mktemp("pembaca") / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    for bulan in (1, 2, 3):
        assert jalankan("-C", str(ws), "forms", f"2026-{bulan:02d}").kode == 0
    return ws


@pytest.fixture(scope="module")
def berkas(kantor: Path) -> list[BerkasTercatat]:
    """Forms of three months and a file that is none, archived."""
    isi = [(p.name, p.read_bytes()) for p in sorted((kantor / "formulir").rglob("*.xlsx"))]
    isi.insert(3, ("rusak.xlsx", b"PK\x03\x04 terpotong"))
    hasil = []
    for nama, satu in isi:
        sha = hashlib.sha256(satu).hexdigest()
        arsipkan(kantor, sha, satu)
        hasil.append(
            BerkasTercatat(
                path=f"masuk/{nama}", sha256=sha, ukuran=len(satu), diterima=datetime(2026, 2, 1), jenis="formulir"
            )
        )
    return hasil


def test_hasil_dan_urutannya_sama(kantor: Path, berkas: list[BerkasTercatat]) -> None:
    sendiri = [baca_berkas(kantor, b) for b in berkas]
    assert len(berkas) > pembaca._DI_MUKA
    assert sendiri[3].form is None
    assert list(pembaca.baca_semua(kantor, berkas)) == sendiri


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tidak dapat menghentikan proses sementara")
@pytest.mark.parametrize("sebab", ["mati", "menggantung"])
def test_proses_yang_gagal_hanya_mengorbankan_berkasnya(
    kantor: Path, berkas: list[BerkasTercatat], monkeypatch: pytest.MonkeyPatch, sebab: str
) -> None:
    asli = pembaca._Pekerja.minta

    def minta(self: pembaca._Pekerja, satu: BerkasTercatat) -> None:
        if satu is berkas[2]:
            self._proses.send_signal(signal.SIGKILL if sebab == "mati" else signal.SIGSTOP)
        asli(self, satu)

    monkeypatch.setattr(pembaca._Pekerja, "minta", minta)
    monkeypatch.setattr(pembaca, "_DI_MUKA", 1)
    monkeypatch.setattr(pembaca, "_DETIK", 4 if sebab == "menggantung" else 30)
    hasil = list(pembaca.baca_semua(kantor, berkas))
    assert [t.kode for t in hasil[2].temuan] == ["BRK025"]
    sendiri = [baca_berkas(kantor, b) for b in berkas]
    assert hasil[:2] + hasil[3:] == sendiri[:2] + sendiri[3:]


def test_arsip_yang_rusak_menghentikan_jalan(berkas: list[BerkasTercatat], tmp_path: Path) -> None:
    akar = tmp_path / "lain"
    arsip = akar / path_arsip(berkas[0].sha256)
    arsip.parent.mkdir(parents=True)
    arsip.write_bytes(b"bukan isinya")
    with pytest.raises(KinerjaError, match="berubah"):
        list(pembaca.baca_semua(akar, berkas[:1]))


def test_validate_tidak_membaca_kiriman_baru_di_prosesnya_sendiri(
    kantor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (formulir,) = (kantor / "formulir").rglob("*IRB1*2026-01*.xlsx")
    (kantor / "masuk" / formulir.name).write_bytes(formulir.read_bytes())
    jejak: list[str] = []
    monkeypatch.setattr("kinerja.pipeline.pekerja.read_form", lambda k: jejak.append(k.path))
    monkeypatch.setattr("kinerja.pipeline.kertas.tulis_kertas", lambda *_: ())
    monkeypatch.setattr("kinerja.pipeline.validate.tulis_kertas", lambda *_: ())
    hasil = jalankan("-C", str(kantor), "validate", "2026-01", "--json")
    assert [b["unit"] for b in json.loads(hasil.stdout)["berkas"]] == ["IRB1"]
    assert jejak == []


def test_tanpa_berkas_tanpa_proses(kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def terlarang(*_: object) -> None:
        raise AssertionError("proses untuk nol berkas")

    monkeypatch.setattr(pembaca, "_Pekerja", terlarang)
    assert list(pembaca.baca_semua(kantor, [])) == []
