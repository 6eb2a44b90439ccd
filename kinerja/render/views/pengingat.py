"""The reminder to the units, ready to be pasted into an e-mail or WhatsApp: addresses, subject, message."""

from __future__ import annotations

from kinerja.master.model import Master, Unit
from kinerja.render.model import Keterlambatan, UnitMemperbaiki
from kinerja.render.views.cetak import banyak_hari, hari, hari_batas, hari_jam, sebut
from kinerja.render.views.daftar_keterlambatan import jarak_tenggat
from kinerja.render.views.kop import ketua_tim

_GARIS = "-" * 72
_TIM = "Tim Pengukuran Kinerja"
_SELESAI = "Tidak ada unit yang perlu diingatkan: semua formulir sudah diterima, tidak ada yang menunggu perbaikan."


def pengingat(master: Master, k: Keterlambatan) -> str:
    """The whole text: a head that is not sent, then what to paste. Lines end with a line feed."""
    kepala = f"PENGINGAT DATA KINERJA {k.periode.nama.upper()}\nDisusun {hari_jam(k.waktu)}."
    if not k.ada:
        return f"{kepala}\n{_SELESAI}\n"
    bagian = (("KEPADA (kolom BCC)", _alamat(k)), ("PERIHAL", perihal(k)), ("ISI", pesan(master, k)))
    isi = "\n\n".join(f"{_GARIS}\n{judul}\n{_GARIS}\n{teks}" for judul, teks in bagian)
    return f"{kepala}\nSalin tiap bagian di bawah ini ke surel atau WhatsApp; ubah seperlunya.\n\n{isi}\n"


def tujuan(k: Keterlambatan) -> tuple[Unit, ...]:
    """Whom to remind: those who have not sent, then those who have to mend."""
    return (*(x.unit for x in k.belum), *(x.unit for x in k.perbaikan))


def perihal(k: Keterlambatan) -> str:
    """The subject of the e-mail."""
    periode = sebut(k.periode)
    if not k.belum:
        return f"Pengingat: perbaikan formulir data kinerja {periode}"
    if k.perbaikan:
        return f"Pengingat: penyampaian dan perbaikan formulir data kinerja {periode}"
    if k.lewat:
        return f"Formulir data kinerja {periode} belum kami terima (batas {hari(k.tenggat)})"
    if not k.sisa:
        return f"Hari ini batas penyampaian formulir data kinerja {periode}"
    return f"Pengingat: formulir data kinerja {periode} paling lambat {hari(k.tenggat)}"


def pesan(master: Master, k: Keterlambatan) -> str:
    """The message itself: who is addressed, what is due by when, where the form is, to whom it goes."""
    yth = (f"{n}. {u.jabatan_pimpinan or f'Pimpinan {u.nama}'}" for n, u in enumerate(tujuan(k), 1))
    alinea = ["\n".join(["Yth.", *yth, "di tempat"]), "Dengan hormat,"]
    if k.belum:
        alinea += _belum(master, k)
    if k.perbaikan:
        alinea += _perbaikan(master, k)
    alinea += [
        "Bila formulirnya sudah dikirim, mohon kami diberi tahu supaya dapat kami periksa kembali.",
        "Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.",
        _penutup(master, k),
    ]
    return "\n\n".join(alinea)


def _alamat(k: Keterlambatan) -> str:
    ada = "; ".join(u.pos_el for u in tujuan(k) if u.pos_el)
    kosong = ", ".join(u.nama for u in tujuan(k) if not u.pos_el)
    return "\n".join(x for x in (ada, f"(Pos-el belum ada di lembar Unit: {kosong})" if kosong else "") if x)


def _belum(master: Master, k: Keterlambatan) -> list[str]:
    """To those who have not sent: when it is due, whose form is missing, how to send it."""
    periode, batas = sebut(k.periode), hari_batas(k.tenggat, master)
    apa = f"formulir isian data kinerja {periode}"
    if k.lewat:
        awal, kapan = f"Batas penyampaian {apa}, yaitu {hari(k.tenggat)}, {jarak_tenggat(k)}.", "secepatnya"
    elif not k.sisa:
        awal, kapan = f"Kami mengingatkan bahwa hari ini, {batas}, adalah batas penyampaian {apa}.", "hari ini"
    else:
        awal = f"Kami mengingatkan bahwa {apa} disampaikan kepada {_TIM} paling lambat {batas}, {jarak_tenggat(k)}."
        kapan = "sebelum batas waktu tersebut"
    daftar = (f"- {x.unit.nama}: formulir_{x.unit.kode}_{k.periode.id}.xlsx" for x in k.belum)
    siapa = f"{awal} Sampai dengan {hari_jam(k.waktu)} kami belum menerima formulir dari:"
    cara = (
        f"Mohon formulir tersebut diisi dan dikirim {kapan} beserta data pendukungnya {_kepada(master)}. Formulirnya "
        f"dikirim bersama Surat Edaran Pengumpulan Data Kinerja {periode} dengan nama berkas seperti di atas; bila "
        "tidak ada pada Bapak/Ibu, mohon memintanya kepada kami."
    )
    return ["\n".join([siapa, *daftar]), cara]


def _perbaikan(master: Master, k: Keterlambatan) -> list[str]:
    """To those whose form was returned: by when it must come back, and how to mend it."""
    awal = "Adapun formulir" if k.belum else f"Formulir isian data kinerja {sebut(k.periode)}"
    daftar = (f"- {x.unit.nama}: {_batas(master, k, x)}" for x in k.perbaikan)
    siapa = f"{awal} dari unit berikut telah kami kembalikan dan perbaikannya kami tunggu paling lambat:"
    cara = (
        "Mohon sel yang ditandai dibetulkan langsung pada salinan formulir yang kami kembalikan (perbaikan_….xlsx), "
        f"lalu salinan itu dikirim {_kepada(master)}."
    )
    return ["\n".join([siapa, *daftar]), cara]


def _batas(master: Master, k: Keterlambatan, x: UnitMemperbaiki) -> str:
    if x.batas is None:
        return "secepatnya"
    lewat = f", telah lewat {banyak_hari(x.lewat, kerja=k.kerja)}" if x.lewat else ""
    return f"{hari_batas(x.batas, master)}{lewat}"


def _kepada(master: Master) -> str:
    alamat = master.instansi.pos_el
    return f"ke {alamat}, u.p. {_TIM}" if alamat else f"kepada {_TIM}"


def _penutup(master: Master, k: Keterlambatan) -> str:
    ketua = ketua_tim(master, k.waktu.date())
    return f"{_TIM}\n{master.instansi.nama}" if ketua is None else f"{ketua.jabatan},\n{ketua.nama}"
