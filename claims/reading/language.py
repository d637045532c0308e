"""Which language a text is in, told by its script and its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

from claims.reading.languages import LANGUAGES

SAMPLE = 500
"""Characters looked at from the start, the middle and the end."""

SURE = 6
"""A readable language is taken without another look where one word in so many is one of its small words."""

ENOUGH_WORDS = 12
"""Below this many words of Latin script without a small word of any language, nothing speaks against a readable one."""

_SCRIPTS = {
    "latin": re.compile("[A-Za-z\u00c0-\u024f]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7af]"),
    "hi": re.compile("[\u0900-\u097f]"),
}
_NOT_LATIN = re.compile("[\u0370-\u30ff\u4e00-\ud7af]+")
_LETTERS = {
    "ar": (("fa", "پچژگ"), ("ckb", "ەێۆڕ")),
    "ru": (("uk", "іїєґ"), ("bg", "ъ")),
}
"""Letters that tell a neighbour of a script's commonest language."""

_SMALL_WORDS = {
    "en": "the of and to in that is was for on with as by said has have it at from be were are not an after but had",
    "de": "der die und den das von zu mit sich des auf ist im dem nicht ein eine als auch wurde nach bei aus sie",
    "fr": "le la les des et du une dans est que pour qui sur par au avec plus pas sont été aux ont selon cette",
    "es": "el la los las de que y en un una por con para del se su al como más fue ha según este",
    "it": "il la di che e un una per del della con non sono gli alla nel si dei le da stato anche dal",
    "pt": "o a os as de que e do da em um uma para com não no na por se mais dos foi segundo ao",
    "nl": "de het een van en in is dat op te zijn met voor niet door aan er om ook bij heeft werd naar",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi sonra kadar ise değil olduğunu en ya ancak dedi",
    "pl": "i w na z do się że jest nie to o od po za przez jak oraz został także są przed",
    "sv": "och i att det som en på är av för med den till inte har om ett var från vid",
    "ro": "și în de la cu pe un o că din nu pentru este mai care au fost sunt după",
    "id": "yang dan di dari untuk dengan pada ini dalam itu tidak akan telah oleh sebagai mereka kepada",
}
_PROFILES = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """ISO code of the text's language; "" where nothing tells it (no letters, or words of no language known here)."""
    sample = _sample(text)
    if sample.isascii() or sum(map(len, _NOT_LATIN.findall(sample))) * 4 < len(sample):
        return _latin(sample)
    letters = {script: len(pattern.findall(sample)) for script, pattern in _SCRIPTS.items()}
    script, count = max(letters.items(), key=lambda item: item[1])
    if not count:
        return ""
    if script == "latin":
        return _latin(sample)
    for code, signs in _LETTERS.get(script, ()):
        if sum(sample.count(sign) for sign in signs) * 50 > count:
            return code
    return script


def can_read(code: str) -> bool:
    return code in LANGUAGES


def _sample(text: str) -> str:
    if len(text) <= 3 * SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:SAMPLE]} {text[middle : middle + SAMPLE]} {text[-SAMPLE:]}"


def _latin(sample: str) -> str:
    lowered = sample.lower()
    printed = lowered.split()
    for code in LANGUAGES:
        if printed and sum(map(_PROFILES[code].__contains__, printed)) * SURE >= len(printed):
            return code
    printed = _WORD.findall(lowered)
    total = len(printed)
    if not total:
        return ""
    words = Counter(printed)
    found = {code: sum(words[w] for w in profile) for code, profile in _PROFILES.items()}
    code, count = max(found.items(), key=lambda item: (item[1], item[0] in LANGUAGES))
    if count * 12 >= total:
        return code
    return next(iter(LANGUAGES)) if total < ENOUGH_WORDS else ""
