"""Drafted paragraphs read back: their text, and a question wherever that is not plain; beside each a near miss."""

from __future__ import annotations

import pytest
from koreksi.buat_docx import docx, hapus, ins, judul, komentar, p, r, tabel, utas

from kinerja.domain.narasi import judul_kontrol, judul_tanda, nama_penanda, sidik_draf
from kinerja.koreksi.narasi import BacaanNarasi, Masalah, baca_narasi, milik_program
from kinerja.koreksi.naskah import baca_naskah

TEKS = {"A": "Capaian A 97,71%.", "B": "Capaian B 80,00%.", "C": "Capaian C 12,50%."}
_urut = iter(range(1, 10_000))


def kontrol(kunci: str, *isi: str, tag: str | None = None, petunjuk: bool = False) -> str:
    """A content control as the report has it; `tag` None: LibreOffice has forgotten it."""
    tanda = f'<w:tag w:val="{tag}"/>' if tag else ""
    contoh = "<w:showingPlcHdr/>" if petunjuk else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{judul_kontrol(kunci)}"/>{tanda}{contoh}</w:sdtPr>'
        f"<w:sdtContent>{''.join(isi)}</w:sdtContent></w:sdt>"
    )


def penanda(kunci: str, *isi: str, teks: str | None = None, salinan: str = "") -> str:
    """Runs inside the bookmark of a paragraph."""
    no, nama = next(_urut), nama_penanda(kunci, sidik_draf(teks or TEKS.get(kunci, kunci)))
    badan = "".join(x if x.startswith("<") else r(x) for x in isi)
    return f'<w:bookmarkStart w:id="{no}" w:name="{nama}{salinan}"/>{badan}<w:bookmarkEnd w:id="{no}"/>'


def n(kunci: str, teks: str | None = None) -> str:
    """A drafted paragraph as it is printed."""
    tag = f"narasi:{kunci}:{sidik_draf(TEKS[kunci])}"
    return kontrol(kunci, p(penanda(kunci, TEKS[kunci] if teks is None else teks)), tag=tag)


KONSEP = (judul("Capaian"), n("A"), n("B"), p("Kalimat templat."), judul("Anggaran"), n("C"))


def baca(*badan: str, konsep: tuple[str, ...] = KONSEP, catatan: str = "", dulu: str = "") -> BacaanNarasi:
    kini, semula = docx(*badan, komentar=catatan), docx(*konsep, komentar=dulu)
    return baca_narasi(baca_naskah(kini, "kini"), baca_naskah(semula, "konsep"), TEKS)


def badan(**ganti: str) -> tuple[str, ...]:
    """The konsep with the paragraphs A, B, C as given."""
    return (
        judul("Capaian"), ganti.get("A", n("A")), ganti.get("B", n("B")), p("Kalimat templat."), judul("Anggaran"),
        ganti.get("C", n("C")),
    )  # fmt: skip


def suntingan(b: BacaanNarasi) -> dict[str, str]:
    return {k: x.teks for k, x in b.paragraf.items() if x.disunting}


def tanya(b: BacaanNarasi) -> list[tuple[Masalah, str]]:
    return [(t.masalah, t.kunci) for t in b.tanya]


def test_tanpa_suntingan() -> None:
    b = baca(*badan())
    assert {k: (x.teks, x.asal, x.sidik) for k, x in b.paragraf.items()} == {
        k: (t, t, sidik_draf(t)) for k, t in TEKS.items()
    }
    assert (suntingan(b), b.tanya, b.digabung) == ({}, (), ())


@pytest.mark.parametrize("isi", [
    pytest.param(kontrol("A", p("Baru."), tag=f"narasi:A:{sidik_draf(TEKS['A'])}"), id="hanya tag"),
    pytest.param(kontrol("A", p("Baru.")), id="hanya judul kontrol"),
    pytest.param(p(penanda("A", "Baru.")), id="hanya penanda"),
    pytest.param(p(penanda("A", "Baru.", salinan="_Copy_1")), id="penanda disalin LibreOffice"),
    pytest.param(p(penanda("A"), "Baru."), id="penanda kosong di awal"),
    pytest.param(p("Ba", penanda("A", "ru"), "."), id="diketik di luar penanda"),
    pytest.param(kontrol("A", p("Ba", penanda("A", "ru"), r("."))), id="keduanya"),
])  # fmt: skip
def test_satu_tanda_cukup(isi: str) -> None:
    b = baca(*badan(A=isi))
    assert (suntingan(b), tanya(b)) == ({"A": "Baru."}, [])
    assert b.paragraf["A"].sidik == sidik_draf(TEKS["A"])


def test_semua_tanda_hilang_tanpa_suntingan_tidak_ditanyakan() -> None:
    assert tanya(baca(*badan(A=p(TEKS["A"])))) == []


def test_semua_tanda_hilang_dan_disunting() -> None:
    b = baca(*badan(A=p("Baru.")))
    assert (tanya(b), "A" in b.paragraf) == ([(Masalah.HILANG, "A")], False)


def test_paragraf_dihapus() -> None:
    assert tanya(baca(*badan(A=""))) == [(Masalah.HILANG, "A")]
    # LibreOffice leaves the bookmark of what was deleted in the next paragraph.
    assert tanya(baca(*badan(A="", B=p(penanda("A"), penanda("B", TEKS["B"]))))) == [(Masalah.HILANG, "A")]


@pytest.mark.parametrize("isi", [
    kontrol("A", p("Klik di sini."), petunjuk=True), kontrol("A", p(penanda("A"))), p(penanda("A")),
])  # fmt: skip
def test_dikosongkan(isi: str) -> None:
    b = baca(*badan(A=isi))
    assert (suntingan(b), tanya(b)) == ({"A": ""}, [])


def test_dipisah_dan_digabung() -> None:
    no = next(_urut)
    awal = f'<w:bookmarkStart w:id="{no}" w:name="{nama_penanda("A", sidik_draf(TEKS["A"]))}"/>'
    dua = p(awal, "Satu.") + p("") + p("Dua.", f'<w:bookmarkEnd w:id="{no}"/>')
    for isi in (dua, kontrol("A", p("Satu."), p("Dua.")), kontrol("A", p("Satu.")) + kontrol("A", p("Dua."))):
        b = baca(*badan(A=isi))
        assert (suntingan(b), tanya(b)) == ({"A": "Satu.\n\nDua."}, [])
    b = baca(*badan(A="", B=kontrol("A", p(penanda("A", TEKS["A"]), r("Tambahan. "), penanda("B", "Baru B.")))))
    assert (suntingan(b), tanya(b)) == ({"A": f"{TEKS['A']}Tambahan.", "B": "Baru B."}, [])
    assert b.digabung == (("A", "B"),)
    # With a sentence of the template, which is printed anyway.
    templat = ("Kalimat templat.", p("Kalimat templat."))
    b = baca(*[x for x in badan(B=p(penanda("B", TEKS["B"]), templat[0])) if x != templat[1]])
    assert (suntingan(b), tanya(b)) == ({}, [])
    # A paragraph of which LibreOffice has left the frame only, around the next one.
    b = baca(*[x for x in badan(B=kontrol("B", p(penanda("B"), templat[0]))) if x != templat[1]])
    assert (suntingan(b), tanya(b)) == ({}, [(Masalah.HILANG, "B")])
    b = baca(*badan(B=p(penanda("B", TEKS["B"]), templat[0])))
    assert suntingan(b) == {"B": f"{TEKS['B']}{templat[0]}"}


def test_baris_dan_ruang() -> None:
    b = baca(*badan(A=p(penanda("A", r("Satu ") + "<w:r><w:br/></w:r>" + r(" dua.")))))
    assert suntingan(b) == {"A": "Satu\ndua."}
    assert suntingan(baca(*badan(A=p(penanda("A", "Capaian\u00a0A  97,71%. "))))) == {}


def test_disisipi_paragraf() -> None:
    b = baca(*badan(A=p(penanda("A", "Satu.")) + p("Tengah.") + p(penanda("A", "Dua."))))
    assert (suntingan(b), tanya(b)) == ({"A": "Satu.\n\nTengah.\n\nDua."}, [])
    b = baca(*badan(A=n("A") + p("Paragraf baru.")))
    assert (tanya(b), b.tanya[0].teks) == ([(Masalah.BARU, "")], "Paragraf baru.")
    # A changed sentence of the template is no new paragraph.
    assert tanya(baca(*[x.replace("Kalimat templat", "Kalimat diubah") for x in badan()])) == []


def test_disalin_dan_dipindahkan() -> None:
    b = baca(*badan(), p(penanda("A", TEKS["A"], salinan="_Copy_1")))
    assert (tanya(b), "A" in b.paragraf) == ([(Masalah.GANDA, "A")], False)
    b = baca(*badan(A=p(penanda("A"))), p(penanda("A", "Pindah.", salinan="_Copy_1")))
    assert (suntingan(b), tanya(b)) == ({"A": "Pindah."}, [])


def test_dua_kali_menurut_templat() -> None:
    konsep = (n("A"), p("Sela."), n("A"))
    assert tanya(baca(*konsep, konsep=konsep)) == []


@pytest.mark.parametrize("isi", [
    p(penanda("A", "Capaian ", ins("baru "), "A.")), p(penanda("A", hapus(TEKS["A"]))),
    p(penanda("A", TEKS["A"]), sifat='<w:rPr><w:ins w:id="9" w:author="Rina"/></w:rPr>'),
])  # fmt: skip
def test_lacak_perubahan_tidak_diterima_diam_diam(isi: str) -> None:
    b = baca(*badan(A=isi))
    assert (tanya(b), "A" in b.paragraf) == ([(Masalah.TERLACAK, "A")], False)
    assert tanya(baca(*[x.replace("Kalimat templat.", f"</w:t></w:r>{ins('x')}<w:r><w:t>") for x in badan()])) == []


def test_tanda_asing() -> None:
    for isi in (kontrol("Z", p("Lain."), tag="narasi:Z:0123456789"), p(penanda("Z", "Lain."))):
        assert tanya(baca(*badan(), isi)) == [(Masalah.ASING, "")]
    for isi in (kontrol("Z", p("Lain.")), kontrol("A", p("Lain."), tag="milik kantor")):
        assert tanya(baca(*badan(), isi, konsep=(*KONSEP, isi))) == []  # controls of the office itself


def test_tanda_bertentangan() -> None:
    b = baca(*badan(A=kontrol("A", p(penanda("C", "Baru."))), C=""))
    assert tanya(b) == [(Masalah.BENTROK, "A"), (Masalah.HILANG, "C")]


def test_tabel_di_dalam_narasi() -> None:
    b = baca(*badan(A=kontrol("A", p(penanda("A", "Baru.")), tabel(("sel",)))))
    assert (tanya(b), "A" in b.paragraf) == ([(Masalah.TABEL, "A")], False)
    assert tanya(baca(*badan(A=n("A") + tabel(("sel",))))) == []


def test_tanda_usang() -> None:
    milik = komentar(1, f"{judul_tanda('A')}: isinya berubah.", penulis="kinerja", para="AA")
    orang = komentar(2, f"{judul_tanda('B')}: isinya berubah.")
    b = baca(*badan(), catatan=milik + orang, dulu=milik)
    assert (b.bertanda, b.dilepas) == ({"A"}, frozenset())
    assert baca(*badan(), catatan=orang, dulu=milik).dilepas == {"A"}
    selesai = docx(*badan(), komentar=milik, lanjut=utas("AA", selesai=True))
    naskah = baca_naskah(selesai, "x")
    b = baca_narasi(naskah, baca_naskah(docx(*KONSEP, komentar=milik), "konsep"), TEKS)
    assert b.dilepas == {"A"}
    assert [milik_program(k) for k in baca_naskah(docx(*badan(), komentar=milik + orang), "x").koreksi] == [True, False]
