"""Passages in other languages are kept and marked; English is never taken for another; a rendering is no second utterance."""

from __future__ import annotations

import pytest
from reading.reports import contents, reading, sources

from onrecord.record.statement import Mode

HEAD = (
    "Ferry sinks off Mull Point\n\nEight people were killed when the ferry sank on Thursday, the coastguard said.\n\n"
)

PASSAGES = {
    "fr": "Le port restera fermé jusqu'à nouvel ordre, a déclaré la capitainerie dans un communiqué publié lundi soir.",
    "es": "El puerto seguirá cerrado hasta nuevo aviso, dijo la capitanía en un comunicado difundido el lunes por la noche.",
    "de": "Der Hafen bleibt bis auf Weiteres geschlossen, teilte das Hafenamt am Montagabend in einer Erklärung mit.",
    "ar": "سيظل الميناء مغلقا حتى إشعار آخر، حسبما قالت سلطة الميناء في بيان صدر مساء الاثنين.",
    "fa": "بندر تا اطلاع ثانوی بسته خواهد ماند، اداره بندر در بیانیه‌ای که دوشنبه شب منتشر شد اعلام کرد.",
    "ru": "Порт останется закрытым до дальнейшего уведомления, говорится в заявлении администрации порта.",
    "zh": "港务局周一晚间发表声明说,港口将继续关闭,直至另行通知。渔民们表示他们没有收到任何警告,也不知道什么时候可以重新出海。",
    "hi": "बंदरगाह प्राधिकरण ने सोमवार शाम जारी बयान में कहा कि बंदरगाह अगली सूचना तक बंद रहेगा।",
    "ps": "د بندر ادارې د دوشنبې په ماښام په یوه اعلامیه کې وویل چې بندر به تر بل خبر پورې تړلی وي.",
    "id": "Pelabuhan akan tetap ditutup sampai pemberitahuan lebih lanjut, kata otoritas pelabuhan pada Senin malam.",
}
ENGLISH = [
    "Ida Renn, Oda Brandt, Per Lund, Tomas Aske, Karim Haddad, Lise Morel, Jan de Wit, Paulo Sá, Ana Brod and Nils Orre.",
    "Killed: Arno Vale, Brita Holm, Karim Haddad. Injured: Lise Morel, Jan de Wit, Paulo Sá, Tomás Aske, José Ruiz.",
    "MINISTER QUITS AMID PORT ROW, UNION CALLS STRIKE, POLICE CLEAR PIER SEVEN, DOCKERS VOW FIGHT",
    "Corvane 14, Tarn 12, Orvane 9, Lumsk 7, Dravna 5, Kestrel 3, Vessin 2, Marvel 1, Harrow 0.",
    "Photos: Ferry Petrel, Mull Point, Tarn harbour, coastguard helicopter, pier seven, crowds, candles, flowers",
    '"Unacceptable, unlawful, shameless," tweeted opposition leader Oda Brandt, Liberal Party chair, Monday.',
    '"No deal," Renn said.',
]


@pytest.mark.parametrize("language", PASSAGES)
def test_a_passage_in_another_language_is_kept_marked_and_not_read(language):
    text = f"{HEAD}{PASSAGES[language]}\n"
    found = reading(text)
    (problem,) = found.problems
    assert problem.what == f"passage in {language} is kept and not read"
    start, end = map(int, problem.where.rpartition(":")[2].split("-"))
    assert text[start:end] == PASSAGES[language]
    assert len(found.statements) == 1
    assert all(statement.extent.end <= start for statement in found.statements)


@pytest.mark.parametrize("passage", ENGLISH)
def test_english_is_never_taken_for_another_language(passage):
    assert reading(f"{HEAD}{passage}\n").problems == ()


@pytest.mark.parametrize(
    "sentence",
    [
        'Mayor Lise Morel said: "Nous resterons ici" ("We will stay here").',
        '"Nous resterons ici" ("We will stay here"), Lise Morel said on Monday.',
        'Lise Morel said "Nous resterons ici" (“We will stay here” in English).',
        'Lise Morel said "Nos quedamos aquí" ("We will stay here").',
        "Lise Morel wrote: “Wir bleiben hier.” (“We will stay here.”)",
    ],
)
def test_a_quotation_and_its_rendering_are_one_statement(sentence):
    text = f"{HEAD}{sentence}\n"
    assert sources(text)[1:] == ["Lise Morel"]
    (said,) = contents(text)[1:]
    own, english = said.split("|")
    assert own.split()[0] in {"Nous", "Nos", "Wir"}
    assert english.rstrip(".") == "We will stay here"
    assert reading(text).statements[1].mode is Mode.DIRECT


@pytest.mark.parametrize("mark", ["(Translation: {})", "Translation: “{}”", "In English: {}"])
def test_a_post_and_its_translation_are_one_statement(mark):
    post = "Le port restera fermé jusqu’à nouvel ordre et nous ne céderons pas."
    english = "The port will stay closed until further notice and we will not yield"
    text = f"{HEAD}{post} — Lise Morel (@lmorel) May 2, 2024\n\n{mark.format(english)}\n"
    assert sources(text)[1:] == ["Lise Morel"]
    assert contents(text)[1:] == [f"{post}|{english}"]


def test_two_quotations_with_words_between_are_not_renderings():
    text = f'{HEAD}Lise Morel called it "a bad deal for all" and, in English, "the end of us all".\n'
    assert all("|" not in said for said in contents(text)[1:])
