"""English words for days and times, and the one pattern that finds them; `dates` gives them their meaning.

The pattern is read over folded text (lower case, straight apostrophes and hyphens). The name of an alternative is its
kind, the names within it are what `dates.intervals` asks for; a new way of writing a day is a word in a table or a
branch of a kind.
"""

from __future__ import annotations

from claims.reading.dates.expressions import TimeWords
from claims.reading.phrases import alternation

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "forty-eight": 48,
    "seventy-two": 72, "twenty-four": 24, "a couple of": 2,
}  # fmt: skip

VAGUE_NUMBERS = ("few", "a few", "several", "many", "recent")

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
}  # fmt: skip

UNITS = {
    "minute": "minute", "minutes": "minute", "hour": "hour", "hours": "hour", "day": "day", "days": "day",
    "night": "day", "nights": "day", "week": "week", "weeks": "week", "fortnight": "fortnight", "month": "month",
    "months": "month",
    "year": "year", "years": "year", "decade": "decade", "decades": "decade", "weekend": "weekend", "spring": "season",
    "summer": "season", "autumn": "season", "winter": "season",
}  # fmt: skip

RELATIVE_DAYS = {
    "today": (0, 0), "tonight": (0, 0), "this morning": (0, 0), "this afternoon": (0, 0), "this evening": (0, 0),
    "shortly before midnight": (-1, -1), "just before midnight": (-1, -1), "minutes before midnight": (-1, -1),
    "moments before midnight": (-1, -1), "earlier today": (0, 0), "later today": (0, 0), "earlier in the day": (0, 0),
    "later in the day": (0, 0),
    "yesterday": (-1, -1), "last night": (-1, -1), "tomorrow": (1, 1), "overnight": (-1, 0),
    "day before yesterday": (-2, -2), "day after tomorrow": (2, 2),
}  # fmt: skip
"""First and last day, counted from the day on which it was written or said."""

HOURS = [word for word, hour in NUMBERS.items() if hour <= 12 and len(word) > 2]
NAMED_CLOCKS = {"midnight": (0, 0), "noon": (12, 0), "midday": (12, 0)}

ZONES = {"gmt": 0, "utc": 0, "moscow time": 3, "turkish time": 3}
"""Hours ahead of UTC; a zone that is not named is local time."""

_TRUCE = r"(?:cease[ -]?fire|truce|cessation of hostilities|armistice|silence regime|silence)"
_IN_FORCE = (
    r"(?:began|begins|(?:came|comes|come|went|goes|put) into (?:force|effect)|(?:took|takes) (?:effect|hold)"
    r"|start(?:ed|s)|enter(?:ed|s) into force|kicked in|is due"
    r"|was (?:due to|announced|declared|agreed|established|introduced)|has (?:come|gone) into (?:force|effect))"
)
_TO_START = r"(?:start|beginning|entry into force|announcement|introduction|declaration|onset|outset)"
_THE_TRUCE = rf"(?:(?:the|a|this|its|his) (?:[\w'-]+ ){{0,4}}?{_TRUCE}(?: (?:agreement|deal|regime|declaration))?)"

_MONTH = rf"{alternation(MONTHS)}(?:\.(?= ?\d))?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d:]|[.,]\d|-?(?:year|month|day|week|hour))"
_WEEKDAY = alternation(WEEKDAYS)
_NUMBER = rf"(?:\d{{1,4}}|{alternation((*NUMBERS, *VAGUE_NUMBERS))})"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_UNIT = alternation(UNITS)
_ORDINAL = rf"(?:{alternation(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
_RELATIVE = alternation(RELATIVE_DAYS)
_AFTER_EVENT = r"(?= (?:an?|the|its|their|his|this|that|another|[\w'-]+(?:ing|ed)|[\w']+'s?) )"

# The pattern is verbose, so that a blank in what is put into it must be escaped.
_AFTER_EVENT, _DAY, _IN_FORCE, _MONTH, _NUMBER, _ORDINAL, _RELATIVE, _THE_TRUCE, _TO_START, _TRUCE, _UNIT = (
    part.replace("[ -]", "[-~]").replace(" ", r"\ ").replace("~", r"\ ")
    for part in (
        _AFTER_EVENT, _DAY, _IN_FORCE, _MONTH, _NUMBER, _ORDINAL, _RELATIVE, _THE_TRUCE, _TO_START, _TRUCE, _UNIT,
    )
)  # fmt: skip

STARTS = (
    *WEEKDAYS, *MONTHS, *(n for n in NUMBERS if len(n) > 2), *VAGUE_NUMBERS, *ORDINALS, *UNITS, *NAMED_CLOCKS,
    *RELATIVE_DAYS, *(f"{article} {unit}" for article in ("a", "an") for unit in UNITS),
    "the day", "daily", "every day", "since", "start", "beginning", "entry into force", "announcement",
    "introduction", "declaration", "onset", "outset", "truce's", "ceasefire's", "cease fire's", "eve of", "next",
    "following", "previous", "same", "last", "past", "preceding", "recent", "this", "coming", "early", "earlier",
    "late", "later", "mid", "end of", "start of", "night of", "now", "currently", "right now", "at the moment",
    "at present", "presently", "that day", "that night", "that evening", "that morning", "that afternoon",
    "that same",
)  # fmt: skip
"""An expression begins with one of these words or with a digit: the rest of a text is not tried."""

PATTERN = rf"""
 (?P<clock> (?:
      (?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\ ?(?P<half>[ap]\.?m\b\.?)
    | (?P<hour24>\d{{1,2}}):(?P<minute24>\d\d)(?::\d\d)?(?!\d)(?:\ (?:hours|hrs|o'clock))?
    | (?P<military>[0-2]\d[0-5]\d)(?=\ (?:gmt|utc|hours|hrs|local|moscow))(?:\ (?:hours|hrs))?
    | (?P<spelled>{alternation(HOURS)}|\d{{1,2}})(?:\ o'clock)?\ in\ the\ (?P<spelled_part>morning|afternoon|evening)
      (?=[,.;]|$|\ (?:on|of)\b)
    | (?P<named>{alternation(NAMED_CLOCKS)})
   ) (?:,?\ \(?(?P<zone>gmt|utc|moscow\ time|turkish\ time|local\ time|damascus\ time|syrian?\ time)\)?)?
     (?:\ \((?![^)]*day)[^)]{{1,24}}\))? )
|(?P<iso> (?P<iso_year>\d{{4,5}})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d) )
|(?P<numeric> (?P<n_first>\d{{1,2}})(?P<n_mark>[/.])(?P<n_second>\d{{1,2}})(?P=n_mark)(?P<n_year>\d{{4,5}}) )
|(?P<daymonth> (?P<dm_day>{_DAY})(?:(?:\ ?-\ ?|\ to\ |\ and\ )(?P<dm_last>{_DAY}))?\ (?:of\ )?
    (?P<dm_month>{_MONTH})(?![\w-])
    (?:,?\ (?P<dm_year>\d{{4,5}})(?!\d|,\d))? )
|(?P<monthday> (?P<md_month>{_MONTH})\ (?P<md_day>{_DAY})(?:(?:\ ?-\ ?|\ to\ |\ and\ )(?P<md_last>{_DAY})
    (?!\ (?:{_MONTH})))?(?:,?\ (?P<md_year>\d{{4,5}})(?!\d|,\d))? )
|(?P<truceday> (?P<td_ordinal>{_ORDINAL})\ (?:full\ )?day\ of\ {_THE_TRUCE}
    | {_TRUCE}'s\ (?P<td_ordinal2>{_ORDINAL})\ (?:full\ )?day
    | day\ (?P<td_number>{_NUMBER})\ of\ {_THE_TRUCE} )
|(?P<trucesince> since\ (?:
      (?:(?:the|its)\ )?{_TO_START}\ of\ {_THE_TRUCE} | its\ {_TO_START}
    | {_THE_TRUCE}(?:\ (?:[\w-]+\ ){{0,4}}?{_IN_FORCE})? | it\ {_IN_FORCE} ) )
|(?P<trucestart> {_TO_START}\ of\ {_THE_TRUCE}
    | day\ (?:that\ |when\ )?{_THE_TRUCE}\ (?:[\w-]+\ ){{0,2}}?{_IN_FORCE} )
|(?P<eve> eve\ of(?:\ (?P<eve_truce>{_THE_TRUCE}))? )
|(?P<counted> (?:(?P<c_number>{_NUMBER})[\ -])?(?P<c_unit>{_UNIT})
    (?: [\ -](?P<c_ago>ago) | \ (?P<c_truce>after|before|into)\ {_THE_TRUCE}
      | \ (?P<c_way>earlier|later|before|after|afterwards)(?P<c_event>{_AFTER_EVENT})? ) )
|(?P<named_day> (?:the\ )?(?P<nd_step>day\ before|day\ after|next\ day|following\ day|previous\ day|same\ day
      |next\ morning|following\ morning|previous\ night|previous\ evening|same\ night|same\ evening|same\ morning)
      (?!\ (?:yesterday|tomorrow))(?P<nd_event>{_AFTER_EVENT})?
    | that\ (?:same\ )?(?P<nd_same>day|night|evening|morning|afternoon)(?!\ of) )
|(?P<relday> (?:the\ )?(?P<relday_words>{_RELATIVE}) )
|(?P<weekday> (?:(?P<wd_modifier>last|next|this|this\ past|this\ coming|coming|previous|following|early|late|earlier
      |later|night\ of)\ (?:on\ )?)?(?P<wd_day>{_WEEKDAY})(?:'s)?
    (?:\ (?P<wd_part>early\ morning|morning|afternoon|evening|night|dawn|overnight|noon|midday))? )
|(?P<period> (?:(?P<p_part>earlier|later|early|late)\ )?
    (?P<p_which>this|(?<!the\ )last|next|(?<=the\ )previous|following|same|coming)
    \ (?P<p_unit>week|month|year|weekend|spring|summer|autumn|winter|decade)(?!') )
|(?P<window> (?:last|past|preceding|previous|recent)\ (?:(?P<w_number>{_NUMBER}|couple\ of)[\ -])?
      (?P<w_unit>{_UNIT})(?!')
    | (?:(?<=over\ )|(?<=during\ )|(?<=within\ )|(?<=in\ )|(?<=the\ ))(?P<w_number2>24|48|72|twenty-four|forty-eight)
      [\ -](?P<w_unit2>hours)(?!\ (?:of|after|before|later|earlier|ago))
    | (?P<w_number3>24|48)-(?P<w_unit3>hour)\ period | (?P<w_daily>daily|every\ day) )
|(?P<month> (?:(?P<mo_modifier>early|late|mid|last|next|this|end\ of|beginning\ of|start\ of)[\ -])?
    (?P<mo_month>{_MONTH})(?![\w-])(?:(?:,?\ |\ of\ )(?P<mo_year>{_YEAR}))? )
|(?P<year> (?P<y_modifier>early|late|mid|start\ of|beginning\ of|end\ of)[\ -](?P<y_year>{_YEAR})
    | (?:(?<=\bin\ )|(?<=since\ )|(?<=until\ )|(?<=of\ ))(?P<y_year2>{_YEAR}) )
|(?P<now> currently|right\ now|at\ the\ moment|at\ present|presently|now(?!\ known|-) )
"""

LEADS = {
    "since": "since", "ever since": "since", "from": "from", "starting": "from", "starting from": "from",
    "beginning": "from", "beginning from": "from", "as of": "at", "effective": "from", "effective from": "from",
    "as from": "from", "until": "until", "till": "until", "through": "until", "up to": "until", "by": "by",
    "before": "before", "no later than": "by", "between": "between", "pending": "by", "next": "from",
    "than": "beside", "as": "beside", "compared to": "beside", "compared with": "beside", "despite": "beside",
    "in spite of": "beside", "after": "after",
}  # fmt: skip
"""The word before a day and how it bounds it."""

LEAD_FILLERS = (
    "on",
    "at",
    "the",
    "early",
    "late",
    "around",
    "about",
    "night of",
    "morning of",
    "evening of",
    "in",
    "in the",
)

FUTURE = (
    r"\b(?:will|would|shall|won't|'ll|scheduled|planned|slated|due|set to|set for|expected|expects|is to|are to|be held"
    r"|going to|plans? to|intends? to|upcoming)\b[^.;!?\n]*$"
)
"""Before a day: it is yet to come."""

JOINS = {
    " to ": "range", " until ": "range", " till ": "range", " through ": "range", " - ": "range", "-": "range",
    " and ": "and", " into ": "range", " or ": "and", " to the ": "range",
}  # fmt: skip
"""Between two days: a stretch from one to the other."""

TOUCHES = (" ", ", ", " on ", ", on ", " of ", " at ", ", at ", " (", " from ", " around ", " early on ", " late on ")
"""Between two expressions of one moment: a clock and its day, a weekday and its date, a night and its day."""

TIMES = TimeWords(
    pattern=PATTERN,
    starts=STARTS,
    weekdays=WEEKDAYS,
    months=MONTHS,
    numbers=NUMBERS,
    ordinals=ORDINALS,
    units=UNITS,
    relative_days=RELATIVE_DAYS,
    named_clocks=NAMED_CLOCKS,
    zones=ZONES,
    leads=LEADS,
    lead_fillers=LEAD_FILLERS,
    future=FUTURE,
    joins=JOINS,
    touches=TOUCHES,
    early=("early", "beginning of", "start of"),
    middle=("mid",),
    late=("late", "end of"),
    back=("last", "previous", "this past"),
    ahead=("next", "following", "this coming", "coming"),
    word_months=("may", "march", "mar", "sep", "dec", "jan", "jun", "jul", "oct", "apr", "aug"),
    same_period=(
        "over this period",
        "over the same period",
        "over the given period",
        "during this period",
        "during the same period",
        "during that period",
        "in this period",
        "in the same period",
        "in that period",
        "in the same time",
        "over the same time",
    ),
    made=(
        r"\b(?:the|these|those|this|that|his|her|their|its) (?:comments?|remarks?|statements?|announcement|interview) "
        r"(?:was|were|came)(?: (?:made|issued|given|published|released))?(?: on| late| early| in an? [\w'-]+)* $"
    ),
    came_after=(
        r"(?:the|this|that|his|her|its|their) (?:[\w'-]+ ){1,4}?(?:came|comes|followed)(?: just| only)? "
        r"(?P<count>an?|one|two|three) days? after "
    ),
    had=("had", "'d"),
    firsts=("first", "first time", "worst", "heaviest", "deadliest", "largest", "biggest"),
    agreed=(
        r"(?:cease-?fire|truce|agreement|deal|accord|pact|memorandum|protocol|zone)s?(?: [\w'-]+){0,4}? "
        r"(?:announced|agreed|agreed on|agreed upon|reached|signed|brokered|declared|struck|concluded)"
        r"|(?:what|that|which) (?:had )?(?:happened|occurred)"
    ),
    month_leads=("in", "since", "of", "by", "until", "from", "through", "early", "late", "mid"),
)
