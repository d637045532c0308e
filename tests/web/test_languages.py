"""The second language: every word of ours is there, forms of number too, and the quote keeps its own direction."""

import gettext as gettext_module
import re
from io import BytesIO

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext, ngettext

from claims.comparison import wording
from claims.comparison.matters import MATTERS, OTHER
from claims.comparison.wording import Label
from claims.models import Side
from claims.services import reference
from tests.factories import DAY
from tests.web.world import World

LOCALE = settings.BASE_DIR / "claims" / "locale" / "ar" / "LC_MESSAGES"
TABLES = [
    table for name, table in vars(wording).items() if name.isupper() and isinstance(table, dict) and name != "PARTS"
]


def _words() -> list[str]:
    found = [str(matter.label) for matter in (*MATTERS, OTHER)]
    for table in TABLES:
        for value in table.values():
            found.extend([str(value.label), str(value.sentence)] if isinstance(value, Label) else [str(value)])
    return found


def test_every_word_of_the_tables_is_translated() -> None:
    with translation.override("en"):
        english = _words()
    with translation.override("ar"):
        arabic = _words()
    assert len(english) > 80
    assert [word for word, other in zip(english, arabic, strict=True) if word == other] == []


_TAG = re.compile(r"""{% (?:translate|trans) "((?:[^"\\\\]|\\\\.)+)\"""")
_BLOCK = re.compile(r"{% blocktranslate[^%]*%}(.*?)(?:{% plural %}.*?)?{% endblocktranslate %}", re.S)
_FIELD = re.compile(r"{{ (\w+) }}")


def test_every_text_of_the_templates_is_translated() -> None:
    texts: set[str] = set()
    for template in (settings.BASE_DIR / "templates").rglob("*.html"):
        source = template.read_text()
        texts.update(_TAG.findall(source))
        texts.update(_FIELD.sub(r"%(\1)s", text) for text in _BLOCK.findall(source))
    catalog = gettext_module.GNUTranslations(BytesIO((LOCALE / "django.mo").read_bytes()))._catalog  # type: ignore[attr-defined]
    known = {key[0] if isinstance(key, tuple) else key for key in catalog}
    assert len(texts) > 250
    assert sorted(texts - known) == []


@pytest.mark.django_db
def test_every_side_has_a_name_and_letters() -> None:
    reference.load()
    with translation.override("ar"):
        assert [side.name for side in Side.objects.all() if gettext(side.name) == side.name] == []
        assert [
            side.code
            for side in Side.objects.all()
            if translation.pgettext("two letters of a side", side.code) == side.code
        ] == []


@pytest.mark.parametrize(("number", "word"), [(1, "قول"), (3, "أقوال"), (11, "قولاً"), (100, "قول"), (105, "أقوال")])
def test_number_takes_its_form(number: int, word: str) -> None:
    with translation.override("ar"):
        assert ngettext("%(n)s claim", "%(n)s claims", number) % {"n": number} == f"{number} {word}"


def test_quote_and_reason_keep_their_own_direction(client: Client, world: World) -> None:
    text = client.get(world.ceasefire.day_url(DAY), headers={"accept-language": "ar"}).content.decode()
    assert 'dir="rtl"' in text
    assert 'lang="en" dir="auto">' in text.partition("<blockquote")[2].partition("</blockquote>")[0]
    assert 'href="/pairs/' in text
    assert "نقاط الخلاف" in text


def test_time_runs_with_the_script(client: Client, world: World) -> None:
    """The first of several days stands at the left in English and at the right in Arabic."""

    def first_tick(language: str) -> str:
        text = client.get("/", headers={"accept-language": language}).content.decode()
        return text.partition('class="multiples__axis"')[2].partition('<text x="')[2].partition("%")[0]

    assert float(first_tick("en")) < 50 < float(first_tick("ar"))
