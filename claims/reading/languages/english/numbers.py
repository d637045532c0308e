"""English words for numbers and for how exactly a number is meant."""

from __future__ import annotations

from claims.reading.numbers import NumberWords
from claims.reading.phrases import listed

UNITS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "m": 1_000_000,
    "mln": 1_000_000,
}

PHRASES = {
    "a dozen": (12, 12),
    "one dozen": (12, 12),
    "half a dozen": (6, 6),
    "two dozen": (24, 24),
    "three dozen": (36, 36),
    "four dozen": (48, 48),
    "a couple": (2, 2),
    "a couple of": (2, 2),
    "half a million": (500_000, 500_000),
    "a hundred": (100, 100),
    "a thousand": (1_000, 1_000),
    "a million": (1_000_000, 1_000_000),
    "a quarter of a million": (250_000, 250_000),
    "one and a half million": (1_500_000, 1_500_000),
    "a score": (20, 20),
    "a pair of": (2, 2),
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, 9_999_999),
    "tens of millions": (20_000_000, 99_999_999),
    "many dozens": (24, 99),
    "several dozen": (24, 99),
    "several dozens": (24, 99),
    "a few dozen": (24, 99),
    "several hundred": (200, 999),
    "several hundreds": (200, 999),
    "a few hundred": (200, 999),
    "several thousand": (2_000, 9_999),
    "several thousands": (2_000, 9_999),
    "a few thousand": (2_000, 9_999),
    "many hundreds": (200, 999),
    "many thousands": (2_000, 9_999),
    "dozens of thousands": (24_000, 99_999),
    "tens": (20, 99),
}
"""Phrases with their lowest and highest number; those of an open kind are never made exact."""

AT_LEAST = listed(
    """
    at least, no fewer than, no less than, not less than, a minimum of, over, more than, upwards of, upward of,
    above, in excess of, well over, exceeding, exceeds, exceeded, not fewer than, minimum of, as few as,
    greater than, surpassed, surpassing, passed, topped
    """
)
AT_MOST = listed(
    """
    nearly, almost, close to, up to, at most, fewer than, less than, under, as many as, no more than,
    not more than, just under, a maximum of, maximum of, some nearly, as much as, below, approaching, nearing
    """
)
ABOUT = listed(
    """
    about, around, some, approximately, an estimated, roughly, estimated, a total of, circa, a combined
    """
)

OPEN_BEHIND = listed(
    """
    or more, and more, and counting, at a minimum
    """
)

# Behind a number: it is no figure but a clock, a date, a stretch of time, an age.
TIME_UNITS = """
    second, seconds, minute, minutes, hour, hours, day, days, night, nights, week, weeks, weekend, weekends,
    month, months, year, years, decade, decades, century, centuries, year-old, year-olds, years-old, o'clock, am,
    pm, gmt, utc, january, february, march, april, may, june, july, august, september, october, november,
    december, hrs, consecutive, straight
"""
MEASURES = (
    "percent, per, cent, mile, miles, km, kilometre, kilometres, kilometer, kilometers, metre, metres, meter, meters, "
    "mm, millimetre, millimetres, millimeter, cm, caliber, calibre, kg, tonne, kilogram, kilograms"
)
# Before a number: it is a label, not a count.
LABELS = """
    resolution, resolutions, article, articles, no, no., number, route, highway, road, point, hill, brigade,
    division, regiment, base, group, covid, channel, phase, chapter, battalion, unit, line, page, paragraph,
    clause, item, astana, category, level, version, checkpoint, bloc, sector, room, flight, section, aged, age,
    nr, nr., title, part, height, squadron, gate, ward, zone
"""
# What a small number of stands for the parties themselves, and is not counted.
PARTIES = """
    sides, parties, countries, leaders, presidents, ministers, nations, governments, states, powers, guarantors,
    neighbours, neighbors, allies, counterparts, militaries, capitals, delegations, heads, armies, diplomats,
    ambassadors, camps, factions, things, issues, points, ways
"""
DETERMINERS = "the, both, these, those, its, their, our, which"
NOT_ONE = """
    of, another, by, day, night, time, side, hand, thing, way, who, that, can, such, more, another's, in, point,
    which
"""
# Joined to a number by a hyphen: no count ("two-way", "three-state").
NOT_JOINED = """
    way, state, party, point, fold, pronged, story, storey, lane, sided, time, track, part, stage, step, phase,
    term, hour, mile, page, third, thirds, quarter, quarters, fifths, halves
"""

# Ends a counted noun phrase.
STOPS = """
    seriously, critically, lightly, gravely, severely,
    caught, overnight, today, yesterday, late, early,
    was, were, are, is, be, been, being, had, has, have, and, or, but, in, on, at, of, from, to, for, by, with,
    who, that, which, where, when, during, after, before, while, including, among, as, since, into, near, around,
    a, an, the, killed, wounded, injured, died, fled, left, displaced, over, under, against, between, across,
    along, within, than, because, so, per, also, dead, could, would, will, said, still, now, remain, remained,
    later, inside, outside, trapped, uprooted, fell, stand, stood, met, went, spoke, came, ran, lay, hit, struck,
    crossed, waited, stayed
"""
KILLED = """
    killed, kill, kills, killing, dead, died, die, dies, deaths, death, martyred, slain, lives, fatalities,
    casualties, perished, executed, victims, bodies, toll
"""
WOUNDED = "wounded, injured, injuring, wounding, wounds, injuries, hurt, maimed"
DISPLACED = (
    "displaced, fled, flee, fleeing, uprooted, uprooting, displacing, displacement, refugees, evacuated, homeless"
)
PERSONS = """
    people, civilians, civilian, persons, person, soldiers, soldier, children, child, women, woman, men, fighters,
    militants, terrorists, troops, members, servicemen, residents, others, personnel, rebels, insurgents, girl,
    boy, girls, boys, man, family, families, combatants, officers, policemen, students, workers, journalists,
    medics, rescuers, volunteers, lives, citizens, inhabitants, victims, jihadists, gunmen, syrians, refugees,
    more
"""
IN = "in, at, near, around, across"

NUMBERS = NumberWords(
    units=UNITS,
    scales=SCALES,
    phrases=PHRASES,
    at_least=AT_LEAST,
    at_most=AT_MOST,
    about=ABOUT,
    or_more=OPEN_BEHIND,
    joins=("or", "to", "-", "and"),
    between="between",
    and_join="and",
    times=frozenset(listed(TIME_UNITS)),
    measures=frozenset(listed(MEASURES)),
    labels=frozenset(listed(LABELS)),
    parties=frozenset(listed(PARTIES)),
    determiners=frozenset(listed(DETERMINERS)),
    not_one=frozenset(listed(NOT_ONE)),
    no_one=frozenset(listed("no, any, every, each, this, that, which, number, day")),
    ratio="in",
    not_joined=frozenset(listed(NOT_JOINED)),
    stops=frozenset(listed(STOPS)),
    verb_endings=("ed",),
    events={
        "killed": frozenset(listed(KILLED)),
        "wounded": frozenset(listed(WOUNDED)),
        "displaced": frozenset(listed(DISPLACED)),
    },
    persons=frozenset(listed(PERSONS)),
    auxiliaries=frozenset(listed("have, has, had, were, was, been, are, is, being, also, others, reportedly, now")),
    place_leads=frozenset(listed(IN)),
    part_leads=("including", "among them", "among whom", "of whom", "of them", "of which", "of those"),
)
