"""The rules of the house (CONTRIBUTING.md), as tests."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parent.parent
PAKET = AKAR / "kinerja"
MODUL = sorted(PAKET.rglob("*.py"))
NAMA = [m.relative_to(AKAR).as_posix() for m in MODUL]

BATAS_BARIS = 400
BERAT = {
    "openpyxl", "pandas", "numpy", "docx", "docxtpl", "jinja2", "xlsxwriter", "lxml", "rich", "holidays", "pyarrow",
    "PIL",
    "pypdf",
}  # fmt: skip
RINGAN = ("domain", "catalogue", "sop", "workbook", "read", "validate", "register")  # load nothing heavy
PENULIS = ("deliver", "register")
JAM = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime"}
MENULIS = {"write_bytes", "write_text", "mkdir", "makedirs", "touch", "unlink", "rmdir", "rename", "symlink_to"}


@cache
def _pohon(modul: Path) -> ast.Module:
    return ast.parse(modul.read_text(encoding="utf-8"))


def _ruang(modul: Path) -> str:
    """`domain`, `errors.py`, …; `__main__.py` belongs to the command line."""
    bagian = modul.relative_to(PAKET).parts[0]
    return "cli" if bagian == "__main__.py" else bagian


@cache
def _lantai() -> dict[str, int]:
    """Floors by room, from the table of CONTRIBUTING.md."""
    hasil: dict[str, int] = {}
    for baris in (AKAR / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines():
        if cocok := re.match(r"\| (\d) \| ((?:`[a-z_./]+` ?)+)\|", baris):
            hasil |= {r.rstrip("/"): int(cocok[1]) for r in re.findall(r"`([a-z_./]+)`", cocok[2])}
    return hasil


def _impor(modul: Path) -> Iterator[tuple[str, int]]:
    """Every module that is imported, anywhere in the file, with its line."""
    for simpul in ast.walk(_pohon(modul)):
        if isinstance(simpul, ast.Import):
            for nama in simpul.names:
                yield nama.name, simpul.lineno
        elif isinstance(simpul, ast.ImportFrom):
            assert simpul.level == 0, f"{modul}:{simpul.lineno}: impor relatif"
            yield simpul.module or "", simpul.lineno
            if simpul.module == "kinerja":
                for nama in simpul.names:
                    yield f"kinerja.{nama.name}", simpul.lineno


def _ruang_diimpor(nama: str) -> str | None:
    bagian = nama.split(".")
    if bagian[0] != "kinerja" or len(bagian) < 2 or bagian[1].startswith("__"):
        return None
    return bagian[1] if (PAKET / bagian[1]).is_dir() else f"{bagian[1]}.py"


def _panggilan(modul: Path) -> Iterator[ast.Call]:
    return (s for s in ast.walk(_pohon(modul)) if isinstance(s, ast.Call))


def test_every_room_has_a_floor() -> None:
    assert {_ruang(m) for m in MODUL} - {"__init__.py"} <= set(_lantai())


@pytest.mark.parametrize("modul", MODUL, ids=NAMA)
def test_a_room_imports_only_rooms_below(modul: Path) -> None:
    ruang = _ruang(modul)
    salah = [
        f"baris {baris}: {nama}"
        for nama, baris in _impor(modul)
        if (lain := _ruang_diimpor(nama)) not in (None, ruang) and not _boleh(ruang, str(lain))
    ]
    assert salah == []


def _boleh(ruang: str, lain: str) -> bool:
    """Lower floors, and the few neighbours that CONTRIBUTING.md names."""
    return _lantai()[lain] < _lantai()[ruang] or (ruang, lain) in {
        ("findings.py", "sources.py"),
        ("domain", "sources.py"),
        ("catalogue", "sources.py"),
        ("catalogue", "findings.py"),
        ("master", "workbook"),
    }


@pytest.mark.parametrize("modul", MODUL, ids=NAMA)
def test_a_module_says_what_it_is_for_and_stays_small(modul: Path) -> None:
    assert ast.get_docstring(_pohon(modul))
    assert len(modul.read_text(encoding="utf-8").splitlines()) <= BATAS_BARIS


@pytest.mark.parametrize(
    "modul", [m for m in MODUL if _ruang(m) != "cli"], ids=lambda m: m.relative_to(AKAR).as_posix()
)
def test_only_the_command_line_prints_exits_and_asks_the_time(modul: Path) -> None:
    salah = []
    for p in _panggilan(modul):
        match p.func:
            case ast.Name(id="print" | "input" | "exit" | "quit" as nama):
                salah.append(f"baris {p.lineno}: {nama}")
            case ast.Attribute(value=ast.Name(id="sys"), attr="exit"):
                salah.append(f"baris {p.lineno}: sys.exit")
            case ast.Attribute(attr="now" | "utcnow" | "today" as nama):
                salah.append(f"baris {p.lineno}: {nama}")
            case ast.Attribute(value=ast.Name(id="time"), attr=nama) if nama in JAM:
                salah.append(f"baris {p.lineno}: time.{nama}")
    assert salah == []


@pytest.mark.parametrize(
    "modul", [m for m in MODUL if _ruang(m) not in PENULIS], ids=lambda m: m.relative_to(AKAR).as_posix()
)
def test_only_deliver_and_register_write(modul: Path) -> None:
    salah = [f"baris {baris}: {nama}" for nama, baris in _impor(modul) if nama in ("shutil", "tempfile")]
    for p in _panggilan(modul):
        match p.func:
            case ast.Attribute(value=ast.Name(id="os"), attr="replace" | "rename" | "remove" | "mkdir" as nama):
                salah.append(f"baris {p.lineno}: os.{nama}")
            case ast.Attribute(attr=nama) if nama in MENULIS:
                salah.append(f"baris {p.lineno}: {nama}")
            case ast.Name(id="open") | ast.Attribute(value=ast.Name(id="os" | "io"), attr="open"):
                if _untuk_menulis(p, 1):
                    salah.append(f"baris {p.lineno}: open untuk menulis")
            case ast.Attribute(attr="open"):
                if _untuk_menulis(p, 0):
                    salah.append(f"baris {p.lineno}: open untuk menulis")
    assert salah == []


def _untuk_menulis(p: ast.Call, tempat: int) -> bool:
    """True when the mode of an `open` is not one for reading; `zip.open(name)` and `path.open()` are for reading."""
    calon = [k.value for k in p.keywords if k.arg == "mode"] or p.args[tempat : tempat + 1]
    return any(
        isinstance(c, ast.Constant) and isinstance(c.value, str) and re.fullmatch(r"[rbt]*[wax+][rbt+]*", c.value)
        for c in calon
    )


@pytest.mark.parametrize(
    "modul", [m for m in MODUL if _ruang(m) in ("domain", "aggregate")], ids=lambda m: m.relative_to(AKAR).as_posix()
)
def test_no_binary_float_takes_part_in_a_figure(modul: Path) -> None:
    angka = [s.lineno for s in ast.walk(_pohon(modul)) if isinstance(s, ast.Constant) and isinstance(s.value, float)]
    panggil = [p.lineno for p in _panggilan(modul) if isinstance(p.func, ast.Name) and p.func.id == "float"]
    assert (angka, panggil) == ([], [])


def _termuat(kode: str) -> set[str]:
    """Heavy libraries that a fresh Python has loaded after running `kode`."""
    hasil = subprocess.run(
        [sys.executable, "-c", f"import sys\nsys.path.insert(0, {str(AKAR)!r})\n{kode}\nprint(*sorted(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return {nama.partition(".")[0] for nama in hasil.stdout.splitlines()[-1].split()} & BERAT


@pytest.mark.parametrize("ruang", RINGAN)
def test_light_rooms_load_nothing_heavy(ruang: str) -> None:
    modul = [m.relative_to(AKAR).with_suffix("").as_posix().replace("/", ".") for m in (PAKET / ruang).rglob("*.py")]
    assert _termuat("\n".join(f"import {m.removesuffix('.__init__')}" for m in modul)) == set()


@pytest.mark.parametrize("argumen", [["--help"], ["validate", "--help"], ["build", "--help"], ["sop", "list"]])
def test_help_starts_without_heavy_libraries(argumen: list[str]) -> None:
    panggil = f"sys.argv = ['kinerja', *{argumen!r}]\nfrom kinerja.cli import main\ntry:\n    main()\n"
    assert _termuat(panggil + "except SystemExit as e:\n    assert not e.code, e.code") == set()


def _terlacak() -> list[Path]:
    """Files under version control; in an unpacked source package, all that it brought."""
    hasil = subprocess.run(["git", "ls-files", "-z"], cwd=AKAR, capture_output=True, check=False)
    if hasil.returncode == 0 and hasil.stdout:
        return [f for n in hasil.stdout.decode().split("\0") if n and (f := AKAR / n).is_file()]
    return [f for f in AKAR.rglob("*") if f.is_file() and not {".venv", ".git"} & set(f.relative_to(AKAR).parts)]


def _isi(berkas: Path) -> Iterator[tuple[str, bytes]]:
    """The file's bytes, and for a zip (docx, xlsx, ods) those of its members."""
    yield "", berkas.read_bytes()
    if berkas.suffix in (".docx", ".xlsx", ".xlsm", ".ods", ".zip"):
        try:
            with zipfile.ZipFile(berkas) as z:
                for nama in z.namelist():
                    yield f"!/{nama}", z.read(nama)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
            return  # broken or locked on purpose: a sample of bad input


def test_no_machine_path_and_no_package_index_in_any_file() -> None:
    # written apart, so that this file does not hold them
    pola = re.compile(
        "|".join(("/" + "work/", "/" + "tmp/v/", "py" + "pi\\.org", "python" + "hosted", "/" + "root/")).encode()
    )
    salah = [
        f"{f.relative_to(AKAR)}{bagian}: {cocok[0].decode()}"
        for f in _terlacak()
        for bagian, isi in _isi(f)
        if (cocok := pola.search(isi))
    ]
    assert salah == []


def _daftar_pustaka(nama: str) -> dict[str, tuple[str, ...]]:
    """Pinned requirement (with its marker) -> hashes."""
    teks = (AKAR / nama).read_text(encoding="utf-8").replace("\\\n", " ")
    hasil: dict[str, tuple[str, ...]] = {}
    for baris in teks.splitlines():
        if baris and not baris.startswith("#"):
            syarat, *sidik = re.split(r"\s+--hash=", baris.strip())
            hasil[syarat] = tuple(sidik)
    return hasil


@pytest.mark.parametrize("nama", ["requirements.txt", "requirements-dev.txt"])
def test_libraries_are_pinned_with_hashes_and_name_no_address(nama: str) -> None:
    daftar = _daftar_pustaka(nama)
    assert len(daftar) > 10
    for syarat, sidik in daftar.items():
        assert re.match(r"[a-z0-9-]+==[0-9][^ ]*( ; .+)?$", syarat), syarat
        assert sidik, syarat
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", s) for s in sidik), syarat
    assert "://" not in (AKAR / nama).read_text(encoding="utf-8")


def test_the_developers_list_holds_the_users_list() -> None:
    dasar, semua = _daftar_pustaka("requirements.txt"), _daftar_pustaka("requirements-dev.txt")
    assert dasar.items() <= semua.items()
