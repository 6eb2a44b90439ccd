"""Parts that several templates share: cover, letterhead, contents, signature, headline figures, charts, lists."""

from __future__ import annotations

from unsur import Kolom, Tabel, field, keterangan, p, r, tabel_polos, ulang

DAFTAR_ANGKA = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
DAFTAR_TITIK = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
GARIS_GANDA = (
    '<w:pBdr><w:top w:val="thickThinSmallGap" w:sz="24" w:space="1" w:color="auto"/></w:pBdr>'
    '<w:spacing w:before="60" w:after="120" w:line="120" w:lineRule="exact"/>'
)
RAPAT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'


def jarak(titik: float, *, lanjut: bool = False) -> str:
    """An empty paragraph that pushes the next one down."""
    sifat = f'<w:spacing w:before="{round(titik * 20)}" w:after="0" w:line="120" w:lineRule="exact"/>'
    return p("", lanjut=lanjut, sifat=sifat)


def sampul(judul: str, *, tahun: bool = True) -> tuple[str, ...]:
    """The cover: arms, title, agency, period."""
    return (
        jarak(30),
        p(r("{{ instansi.logo_sampul }}"), "Sampul"),
        jarak(60),
        p(judul, "JudulSampul"),
        p(r("{{ periode.nama_kapital }}"), "JudulSampul"),
        jarak(150),
        p("{{ instansi.nama_kapital }}", "JudulSampul"),
        p("{{ instansi.pemda_kapital }}", "Sampul"),
        *([p("TAHUN {{ periode.tahun }}", "Sampul")] if tahun else []),
    )


def kop() -> tuple[str, ...]:
    """Letterhead: logo left, names, address, double rule."""
    teks = (
        p(r("{{ instansi.pemda_kapital }}", ukuran=14), rata="center", sifat=RAPAT)
        + p(r("{{ instansi.nama_kapital }}", tebal=True, ukuran=18), rata="center", sifat=RAPAT)
        + p(r("{{ instansi.alamat }}", ukuran=10), rata="center", sifat=RAPAT)
        + p(r("{{ instansi.kontak }}", ukuran=9), rata="center", sifat=RAPAT)
    )
    return (
        tabel_polos([[p(r("{{ instansi.logo }}"), rata="left", sifat=RAPAT), teks]], (1250, 7538)),
        p("", sifat=GARIS_GANDA),
    )


def daftar_isi(*, lengkap: bool) -> tuple[str, ...]:
    """Contents; with `lengkap` also the lists of tables and charts."""
    isi = [p("Daftar Isi", "JudulDaftar"), p(field('TOC \\o "1-3" \\h \\z \\u', "Perbarui daftar isi"))]
    if lengkap:
        for judul, jenis in (("Daftar Tabel", "Tabel"), ("Daftar Gambar", "Gambar")):
            isi += [jarak(4), p(judul, "JudulDaftar"), p(field(f'TOC \\h \\z \\c "{jenis}"', "Perbarui daftar"))]
    return tuple(isi)


def tanda_tangan() -> tuple[str, ...]:
    """Signature block on the right, kept together; the boxes for paraf on drafts."""

    def baris(isi: str) -> str:
        return p(isi, rata="left", lanjut=True, sifat=RAPAT)

    kanan = (
        baris("{{ ttd.tempat_tanggal }}")
        + baris("{{ ttd.jabatan }},")
        + "".join(baris("") for _ in range(4))
        + baris(r("{{ ttd.nama }}", tebal=True, garis=True))
        + ulang("if ttd.pangkat")
        + baris("{{ ttd.pangkat }}")
        + ulang("endif")
        + p("NIP. {{ ttd.nip }}", rata="left", sifat=RAPAT)
    )
    return (jarak(10, lanjut=True), tabel_polos([[p("", sifat=RAPAT), kanan]], (3788, 5000)))


def paraf() -> tuple[str, ...]:
    """Paraf koordinasi, on drafts only."""
    kolom = (
        Kolom("No.", "{{ x.no }}", 1, "center"),
        Kolom("Paraf Koordinasi", "{{ x.jabatan }}", 7),
        Kolom("Paraf", "", 3),
        Kolom("Tanggal", "", 3),
    )
    return (
        ulang("if konsep"),
        jarak(14),
        Tabel(kolom=kolom, loop="x in paraf", uraian="Kotak paraf koordinasi konsep").xml(),
        jarak(0),
        ulang("endif"),
    )


def angka_utama() -> tuple[str, ...]:
    """The headline figures as a strip."""

    def kotak(judul: str, isi: str) -> str:
        atas = RAPAT.replace('w:before="0"', 'w:before="50"')
        bawah = RAPAT.replace('w:before="0" w:after="0"', 'w:before="20" w:after="50"')
        return p(r(judul, ukuran=9), rata="center", sifat=atas) + p(
            r(isi, tebal=True, ukuran=13), rata="center", sifat=bawah
        )

    return (
        tabel_polos(
            [[
                kotak("Rata-rata capaian", "{{ ringkasan.capaian }}"), kotak("Kategori", "{{ ringkasan.kategori }}"),
                kotak("Indikator dihitung", "{{ ringkasan.dihitung }}"),
                kotak("Serapan anggaran", "{{ ringkasan.serapan }}"),
            ]],
            (2197, 2197, 2197, 2197),
            garis=True,
        ),
        jarak(4),
    )  # fmt: skip


def gambar(nama: str, teks: str) -> tuple[str, ...]:
    """A chart with its caption below, when there are figures to draw."""
    return (
        ulang(f"if {nama}"),
        p(r(f"{{{{ {nama} }}}}"), rata="center", lanjut=True, sifat='<w:spacing w:before="160" w:after="0"/>'),
        keterangan("Gambar", teks, setelah=True),
        ulang("endif"),
    )


def butir(daftar: str, sifat: str = DAFTAR_TITIK, gaya: str = "Butir") -> tuple[str, ...]:
    """A list of texts as a bulleted or numbered list."""
    return (ulang(f"for x in {daftar}"), p("{{ x }}", gaya, sifat=sifat), ulang("endfor"))
