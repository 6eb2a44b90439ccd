"""Reading in a process of its own: the same results in the same order, and one bad file costs only itself."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import pickle
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from helpers.jalankan import jalankan
from pekerja_uji import BESAR

from kinerja.catalogue import temuan
from kinerja.deliver.arsip import arsipkan, path_arsip
from kinerja.errors import KinerjaError
from kinerja.pipeline import pembaca
from kinerja.pipeline.pekerja import SIAP, baca_berkas
from kinerja.read.model import HasilBaca
from kinerja.register.model import BerkasTercatat
from kinerja.sources import CellRef
from kinerja.workbook.isolasi import lingkungan

PEKERJA_UJI = (sys.executable, "-P", str(Path(__file__).with_name("pekerja_uji.py")))


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
    assert len(berkas) > 2
    assert sendiri[3].form is None
    assert list(pembaca.baca_semua(kantor, berkas)) == sendiri


@pytest.fixture
def pekerja_uji(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reading process that some files can kill."""
    monkeypatch.setattr(pembaca, "perintah", lambda _, *argumen: [*PEKERJA_UJI, *argumen])


def _bernama(berkas: BerkasTercatat, nama: str) -> BerkasTercatat:
    return dataclasses.replace(berkas, path=f"masuk/{nama}-{berkas.path.removeprefix('masuk/')}")


@pytest.mark.usefixtures("pekerja_uji")
@pytest.mark.parametrize(("sebab", "letak"), [("mati", (0,)), ("mati", (1, 2)), ("mati", (-1,)), ("menggantung", (1,))])
def test_proses_yang_gagal_hanya_mengorbankan_berkasnya(
    kantor: Path, berkas: list[BerkasTercatat], sebab: str, letak: tuple[int, ...]
) -> None:
    semua, diharapkan = list(berkas), [baca_berkas(kantor, b) for b in berkas]
    for n in letak:
        semua[n] = _bernama(berkas[n], sebab)
        diharapkan[n] = HasilBaca(form=None, temuan=(temuan("BRK025", CellRef(semua[n].path)),))
    assert list(pembaca.baca_semua(kantor, semua)) == diharapkan


@pytest.mark.usefixtures("pekerja_uji")
def test_jawaban_dan_permintaan_yang_besar_tidak_saling_menunggu(kantor: Path, berkas: list[BerkasTercatat]) -> None:
    semua = [_bernama(b, "besar-" + "x" * BESAR) for b in berkas[:3]]
    assert [len(h.temuan[0].sumber.berkas) > BESAR for h in pembaca.baca_semua(kantor, semua)] == [True] * 3


@pytest.mark.usefixtures("pekerja_uji")
def test_pustaka_yang_tidak_terpasang_bukan_salah_pengirim(kantor: Path, berkas: list[BerkasTercatat]) -> None:
    terbaca = pembaca.baca_semua(kantor, [berkas[0], _bernama(berkas[1], "tanpapustaka")])
    assert next(terbaca).form is not None
    with pytest.raises(ImportError, match="xlrd"):
        next(terbaca)


@pytest.mark.parametrize(
    "rusak", [[sys.executable, "-c", "raise SystemExit(1)"], [str(Path(__file__).with_name("tidak-ada"))]]
)
def test_proses_yang_tidak_dapat_mulai_bukan_salah_pengirim(
    kantor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rusak: list[str]
) -> None:
    ws = tmp_path / "kantor"
    shutil.copytree(kantor, ws)
    (formulir,) = (ws / "formulir").rglob("*IRB1*2026-01*.xlsx")
    shutil.copy(formulir, ws / "masuk" / formulir.name)
    with monkeypatch.context() as m:
        m.setattr(pembaca, "perintah", lambda *_: rusak)
        hasil = jalankan("-C", str(ws), "validate", "2026-01")
    assert hasil.kode == 3
    assert "tidak dapat dijalankan" in hasil.stderr
    ulang = json.loads(jalankan("-C", str(ws), "validate", "2026-01", "--json").stdout)
    assert [b["unit"] for b in ulang["berkas"]] == ["IRB1"]


def _pekerja(akar: Path) -> subprocess.Popen[bytes]:
    """A reading process whose parent we are."""
    proses = subprocess.Popen(
        [*PEKERJA_UJI, str(akar)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=lingkungan(),
    )  # fmt: skip
    assert proses.stdout is not None
    assert proses.stdout.read(len(SIAP)) == SIAP
    return proses


def test_pekerja_berakhir_bersama_induknya(kantor: Path) -> None:
    with _pekerja(kantor) as proses:
        assert proses.stdin is not None
        proses.stdin.close()  # as when its parent is killed
        assert proses.wait(30) == 0


def test_pekerja_yang_menggantung_berakhir_tanpa_induknya(kantor: Path, berkas: list[BerkasTercatat]) -> None:
    with _pekerja(kantor) as proses:
        assert proses.stdin is not None
        pickle.dump(_bernama(berkas[0], "menggantung"), proses.stdin)
        proses.stdin.close()
        assert proses.wait(30) == 1


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
