"""One week's sheet of the monitoring paper, row by row: locked figures, cells to fill in, live formulas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kinerja.domain.angka import format_nilai, json_angka, json_nilai
from kinerja.domain.indikator import TipeNilai
from kinerja.domain.minggu import Minggu, bagian, bagian_sd
from kinerja.domain.nilai import Nilai, Rentang
from kinerja.domain.pemantauan import KOLOM_RASIO, BarisPantau, KolomPantau, StatusTindakan
from kinerja.domain.rumus_excel import rasio_excel
from kinerja.domain.varian import digit_varian, varian_excel
from kinerja.forms import tata, validasi
from kinerja.forms.gaya import Gaya, Jenis
from kinerja.forms.kerangka import pasang_aturan
from kinerja.forms.sifat import SifatBaris
from kinerja.workbook.model import huruf_kolom

K = KolomPantau

ISI_TINDAKAN = "ISI TINDAKAN"
MINGGU_INI, SAMPAI_KINI = "minggu ini saja", "keadaan s.d. minggu ini"
LEBAR = {
    K.NO: 4, K.KODE: 8, K.INDIKATOR: 28, K.SATUAN: 9, K.CARA: 11.5, K.TARGET: 8.5, K.BAGIAN: 8.5, K.BAGIAN_SD: 9.5,
    K.PEMBILANG: 9.5, K.PENYEBUT: 9.5, K.REALISASI: 10, K.KUMULATIF: 9, K.VARIAN: 9, K.KEADAAN: 10.5,
    K.TINDAKAN_LALU: 21, K.STATUS_LALU: 10.5, K.TINDAKAN: 24, K.PENANGGUNG_JAWAB: 16, K.BATAS_WAKTU: 11,
    K.STATUS: 9.5, K.DOKUMEN: 15,
}  # fmt: skip
_MERAH = {"bold": True, "font_color": "#9C0006", "bg_color": "#FFC7CE"}


@dataclass(frozen=True, slots=True)
class BarisLembar:
    """A row with what decides its cells."""

    nomor: int  # of the sheet
    sifat: SifatBaris
    terbit: BarisPantau
    target: Nilai | None
    lalu: str  # open actions of earlier months, as printed


class TataPantau:
    """Columns of one paper: those of a Rasio only where the unit has one; two hidden ones behind for ranges."""

    def __init__(self, *, rasio: bool) -> None:
        self.kolom = tuple(k for k in K if rasio or k not in KOLOM_RASIO)
        self.huruf = {k: huruf_kolom(n) for n, k in enumerate(self.kolom, 1)}
        self.bawah, self.atas = huruf_kolom(len(self.kolom) + 1), huruf_kolom(len(self.kolom) + 2)

    def sel(self, kolom: K, nomor: int) -> str:
        """The address."""
        return f"{self.huruf[kolom]}{nomor}"


class LembarPantau:
    """The rows of one week."""

    def __init__(self, ws: Any, gaya: Gaya, letak: TataPantau, minggu: tuple[Minggu, ...], ke: int) -> None:
        self._ws, self._gaya, self._letak = ws, gaya, letak
        self._minggu, self._semua = minggu[ke - 1], minggu

    def tulis(self, baris: tuple[BarisLembar, ...], daftar: Mapping[tuple[str, ...], str]) -> None:
        """All rows with their formulas, validations and the marks of a bad variance; `daftar` as of `tulis_daftar`."""
        aturan: list[tuple[str, dict[str, Any]]] = []
        for b in baris:
            self._ws.set_row(b.nomor - 1, b.sifat.tinggi)
            self._terkunci(b)
            self._isian(b)
            self._rumus(b)
            aturan += self._aturan(b, daftar)
        pasang_aturan(self._ws, aturan)
        if baris:
            self._tandai(baris[0].nomor, baris[-1].nomor)

    def _terkunci(self, b: BarisLembar) -> None:
        ws, gaya, i = self._ws, self._gaya, b.sifat.contoh
        kunci = Jenis.TERKUNCI
        nomor = gaya.make(**gaya.dasar(kunci), align="center")
        ws.write_number(self._sel(K.NO, b), b.nomor - tata.BARIS_AWAL + 1, nomor)
        ws.write_string(self._sel(K.KODE, b), i.kode, gaya.text(kunci))
        ws.write_string(self._sel(K.INDIKATOR, b), i.nama, gaya.text(kunci))
        ws.write_string(self._sel(K.SATUAN, b), i.satuan, gaya.text(kunci, tengah=True))
        cara = MINGGU_INI if b.terbit.dibagi else SAMPAI_KINI
        ws.write_string(self._sel(K.CARA, b), cara, gaya.text(kunci, tengah=True, kecil=True))
        pilihan = {"dibagi": b.terbit.dibagi}
        bagian_ini = bagian(b.target, self._semua, self._minggu.ke, **pilihan)
        sampai = bagian_sd(b.target, self._semua, self._minggu.ke, **pilihan)
        for k, nilai in ((K.TARGET, b.target), (K.BAGIAN, bagian_ini), (K.BAGIAN_SD, sampai)):
            desimal = b.sifat.desimal if k is K.TARGET else digit_varian(i)
            self._nilai(self._sel(k, b), nilai, desimal, teks=bool(b.sifat.skala) or b.sifat.polaritas.rentang)
        if isinstance(sampai, Rentang):
            for huruf, x in ((self._letak.bawah, sampai.bawah), (self._letak.atas, sampai.atas)):
                ws.write_number(f"{huruf}{b.nomor}", _angka(x), gaya.make())

    def _nilai(self, sel: str, nilai: Nilai | None, desimal: int, *, teks: bool) -> None:
        """A locked figure. The cell holds the exact figure as far as a cell can; only its print is rounded."""
        gaya = self._gaya
        if teks or not isinstance(nilai, Fraction):
            bentuk = gaya.text(Jenis.TERKUNCI, tengah=True)
            self._ws.write_string(sel, sebut_ujung(nilai, desimal), bentuk)
        else:
            self._ws.write_number(sel, _angka(nilai), gaya.number(Jenis.TERKUNCI, desimal))

    def _isian(self, b: BarisLembar) -> None:
        ws, gaya = self._ws, self._gaya
        isian, rasio = Jenis.ISIAN, b.sifat.tipe is TipeNilai.RASIO
        for k in KOLOM_RASIO:
            if k in self._letak.huruf:
                jenis = isian if rasio else Jenis.TERKUNCI
                bentuk = gaya.make(num_format="General", align="right", indent=1, shrink=True, **gaya.dasar(jenis))
                ws.write_blank(self._sel(k, b), None, bentuk)
        if not rasio:
            teks = bool(b.sifat.skala)
            bentuk = gaya.text(isian, tengah=True) if teks else gaya.number(isian, b.sifat.desimal)
            ws.write_blank(self._sel(K.REALISASI, b), None, bentuk)
        for k in (K.TINDAKAN, K.PENANGGUNG_JAWAB, K.DOKUMEN):
            ws.write_blank(self._sel(k, b), None, gaya.text(isian, kecil=True))
        for k in (K.STATUS_LALU, K.STATUS):
            ws.write_blank(self._sel(k, b), None, gaya.text(isian, tengah=True))
        tanggal = gaya.make(num_format="dd/mm/yyyy", align="center", **gaya.dasar(isian))
        ws.write_blank(self._sel(K.BATAS_WAKTU, b), None, tanggal)

    def _rumus(self, b: BarisLembar) -> None:
        """Live figures; blanks stay blank, never 0 or an error."""
        ws, gaya, i = self._ws, self._gaya, b.sifat.contoh
        auto, berteks = Jenis.OTOMATIS, bool(b.sifat.skala)
        realisasi, kumulatif, varian = (self._sel(k, b) for k in (K.REALISASI, K.KUMULATIF, K.VARIAN))
        if b.sifat.tipe is TipeNilai.RASIO:
            rumus = rasio_excel(self._sel(K.PEMBILANG, b), self._sel(K.PENYEBUT, b), i.pengali)
            ws.write_formula(realisasi, f"={rumus}", gaya.number(auto, b.sifat.desimal), "")
        isi = realisasi
        if b.terbit.dibagi:
            isi = f"SUM({','.join([*self._lain(realisasi), realisasi])})"
        bentuk = gaya.text(auto, tengah=True) if berteks else gaya.number(auto, b.sifat.desimal)
        ws.write_formula(kumulatif, f'=IF({realisasi}="","",{isi})', bentuk, "")
        rentang = b.sifat.polaritas.rentang and not berteks
        target = f"{self._letak.bawah}{b.nomor}" if rentang else self._sel(K.BAGIAN_SD, b)
        rumus = varian_excel(i, kumulatif, target, atas=f"{self._letak.atas}{b.nomor}", skala=b.sifat.skala)
        ws.write_formula(varian, f"={rumus}", gaya.number(auto, digit_varian(i)), "")
        tindakan, lalu = self._sel(K.TINDAKAN, b), self._sel(K.TINDAKAN_LALU, b)
        belum = f'AND({tindakan}="",OR({lalu}="",{self._sel(K.STATUS_LALU, b)}="{StatusTindakan.SELESAI.value}"))'
        kosong = "belum diisi" if self._minggu.hari_kerja else "tanpa hari kerja"
        keadaan = (
            f'IF({realisasi}="","{kosong}",IF({varian}="","",IF({varian}>=0,"sesuai target",'
            f'IF({belum},"{ISI_TINDAKAN}","ada tindakan"))))'
        )
        ws.write_formula(self._sel(K.KEADAAN, b), f"={keadaan}", gaya.text(auto, tengah=True, kecil=True), kosong)
        bentuk = gaya.text(auto, kecil=True)
        if self._minggu.ke == 1:
            ws.write_string(lalu, b.lalu, bentuk)
        else:
            ws.write_formula(lalu, f"={self._tindakan_lalu(b)}", bentuk, b.lalu)

    def _tindakan_lalu(self, b: BarisLembar) -> str:
        """What the week before left open: its own action, and what it had itself from before."""
        kemarin = f"'{self._semua[self._minggu.ke - 2].nama}'!"
        tindakan, pj, batas, status, lalu, status_lalu = (
            kemarin + self._sel(k, b)
            for k in (K.TINDAKAN, K.PENANGGUNG_JAWAB, K.BATAS_WAKTU, K.STATUS, K.TINDAKAN_LALU, K.STATUS_LALU)
        )
        tanggal = f'DAY({batas})&"/"&MONTH({batas})&"/"&YEAR({batas})'
        kapan = f'IF({batas}="","",", s.d. "&IF(ISNUMBER({batas}),{tanggal},{batas}))'
        selesai = StatusTindakan.SELESAI.value
        baru = f'IF(OR({tindakan}="",{status}="{selesai}"),"",{tindakan}&" – "&{pj}&{kapan})'
        lama = f'IF(OR({lalu}="",{status_lalu}="{selesai}"),"",{lalu})'
        sambung = f'IF(OR({lalu}="",{status_lalu}="{selesai}",{tindakan}="",{status}="{selesai}"),"",CHAR(10))'
        return f"{lama}&{sambung}&{baru}"

    def _aturan(self, b: BarisLembar, daftar: Mapping[tuple[str, ...], str]) -> Iterator[tuple[str, dict[str, Any]]]:
        if b.sifat.tipe is TipeNilai.RASIO:
            yield self._sel(K.PEMBILANG, b), validasi.angka("Pembilang", _PESAN_BAGIAN["Pembilang"], minimum="0")
            yield self._sel(K.PENYEBUT, b), validasi.angka("Penyebut", _PESAN_BAGIAN["Penyebut"], minimum="0")
        else:
            pilihan = tuple(p.teks for p in b.sifat.skala)
            yield self._sel(K.REALISASI, b), self._aturan_realisasi(b, daftar.get(pilihan) or list(pilihan))
        status = [s.value for s in StatusTindakan]
        for k, pesan in _PESAN_STATUS.items():
            yield self._sel(k, b), validasi.pilihan(k.value, pesan, status)
        for k, pesan in _PESAN_TEKS.items():
            yield self._sel(k, b), validasi.teks(k.value, pesan)
        yield self._sel(K.BATAS_WAKTU, b), validasi.tanggal("Batas Waktu", _PESAN_BATAS, self._minggu.awal)

    @staticmethod
    def _aturan_realisasi(b: BarisLembar, sumber: list[str] | str) -> dict[str, Any]:
        aturan = validasi.realisasi(b.sifat, sumber)
        if b.sifat.skala:
            return aturan
        apa = "Angka minggu ini saja" if b.terbit.dibagi else "Keadaan sampai dengan minggu ini"
        satuan = "dalam persen, tanpa tanda %" if b.sifat.contoh.persen else f"dalam satuan {b.sifat.satuan}"
        return aturan | {"input_message": f"{apa}, {satuan}. Kosongkan bila belum ada datanya."[:255]}

    def _tandai(self, awal: int, akhir: int) -> None:
        """A bad variance stands out, and so do the cells that it, or an action without them, asks to fill in."""
        ws, huruf = self._ws, self._letak.huruf
        buruk = f"AND(ISNUMBER(${huruf[K.VARIAN]}{awal}),${huruf[K.VARIAN]}{awal}<0)"
        merah = self._gaya.make(**_MERAH)
        for k in (K.VARIAN, K.KEADAAN):
            sel = f"{huruf[k]}{awal}:{huruf[k]}{akhir}"
            ws.conditional_format(sel, {"type": "formula", "criteria": f"={buruk}", "format": merah})
        minta = f'${huruf[K.KEADAAN]}{awal}="{ISI_TINDAKAN}"'
        for k in (K.TINDAKAN, K.PENANGGUNG_JAWAB, K.BATAS_WAKTU):
            kosong = f'=AND(OR({minta},${huruf[K.TINDAKAN]}{awal}<>""),{huruf[k]}{awal}="")'
            sel = f"{huruf[k]}{awal}:{huruf[k]}{akhir}"
            ws.conditional_format(sel, {"type": "formula", "criteria": kosong, "format": merah})

    def _lain(self, sel: str) -> list[str]:
        """The same cell on the sheets of the weeks before."""
        return [f"'{m.nama}'!{sel}" for m in self._semua[: self._minggu.ke - 1]]

    def _sel(self, kolom: K, b: BarisLembar) -> str:
        return self._letak.sel(kolom, b.nomor)


def sebut_ujung(nilai: Nilai | None, desimal: int) -> str:
    """A target or share that is printed as text: a predikat, or a range rounded to its digits."""
    if isinstance(nilai, Rentang):
        return format_nilai(nilai, desimal)
    return json_nilai(nilai) or ""


def _angka(x: Fraction) -> Any:
    """As exact decimal text to 12 places, which the writer stores as the nearest number a cell can hold."""
    return Decimal(json_angka(x) or "0")


_PESAN_BAGIAN = {
    "Pembilang": "Jumlah yang tercapai sampai dengan minggu ini. Contoh: 23. Realisasi terhitung sendiri.",
    "Penyebut": "Jumlah seluruhnya sampai dengan minggu ini. Contoh: 36. Realisasi terhitung sendiri.",
}
_PESAN_STATUS = {
    K.STATUS_LALU: "Pilih sampai di mana tindakan di kiri: Belum, Berjalan, atau Selesai. Bila ada beberapa, pilih "
    "Selesai hanya bila semuanya selesai.",
    K.STATUS: "Pilih sampai di mana tindakan minggu ini: Belum, Berjalan, atau Selesai.",
}
_PESAN_TEKS = {
    K.TINDAKAN: "Apa yang dilakukan agar target tercapai. Wajib diisi bila Varian minus dan tidak ada tindakan lalu "
    "yang masih terbuka.",
    K.PENANGGUNG_JAWAB: "Nama atau jabatan yang melakukannya. Wajib diisi bila ada tindakan.",
    K.DOKUMEN: "Nama berkas atau dokumen bukti. Contoh: LHP 700-12-2026.pdf.",
}
_PESAN_BATAS = "Kapan tindakan itu harus selesai. Contoh: 15/05/2026. Wajib diisi bila ada tindakan."
