"""Reads the word lists of words.toml, and owns the patterns of a "not" that stands by an event."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

Pattern = re.Pattern[str]
FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Camp:
    """Sides that fight as one, and the words by which their forces are told."""

    name: str
    sides: frozenset[str]
    words: re.Pattern[str]


def _pattern(entries: list[str], *, unless_behind: str = "") -> Pattern:
    lead = rf"(?<!{unless_behind})" if unless_behind else ""
    return re.compile(lead + r"\b(?:" + "|".join(re.escape(e) for e in sorted(entries, key=len, reverse=True)) + ")")


_FILE = tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))
CAMPS = tuple(
    Camp(name=table["name"], sides=frozenset(table["sides"]), words=_pattern(table["words"], unless_behind="anti-"))
    for table in _FILE["camps"]
)
ALLIES = tuple(_pattern(names) for names in _FILE["allies"])
CAMP_OF_SIDE = {side: camp.name for camp in CAMPS for side in camp.sides}
EVERYONE = _pattern(_FILE["everyone"])
BLOW = _pattern(_FILE["blow"])
HEDGED = _pattern(_FILE["hedged"])
WIDE = _pattern(_FILE["wide"])
MANY = _pattern(_FILE["many"], unless_behind="-")
CALM = _pattern(_FILE["calm"])
KEPT = _pattern(_FILE["kept"], unless_behind="-")
EASED = _pattern(_FILE["eased"])
HALTED = _pattern(_FILE["halted"])
CAMPAIGN = _pattern(_FILE["campaign"])
BACKED = re.compile(r"\b(?:backed|supported) by [^,;.]*|\b\w+-backed\b")
"""Who stands behind those who are named, and does not act."""
RESUMED = _pattern(_FILE["resumed"])
CONDITIONAL = _pattern(_FILE["conditional"])
BREACH = _pattern(_FILE["breach"])
BEGINS = _pattern(_FILE["begins"])
BILATERAL = _pattern(_FILE["bilateral"])
AIR = _pattern(_FILE["air"])
RESPONDS = _pattern(_FILE["responds"])
OWN_BLOW = _pattern(_FILE["own_blow"])
AHEAD = _pattern(_FILE["ahead"])
NOT_YET = _pattern(_FILE["not_yet"])
AIMED = _pattern(_FILE["aimed"])
TERMS_DENIED = _pattern(_FILE["terms_denied"])
NAME_FURNITURE = frozenset(_FILE["name_furniture"])
OUTSIDERS = frozenset(_FILE["outsiders"])
BYSTANDERS = frozenset(_FILE["bystanders"])
DANGLING = frozenset(_FILE["dangling"])
HEADLESS = frozenset(_FILE["headless"])
OWN = _pattern(_FILE["own"])
BESIDE_THE_DEED = _pattern(_FILE["beside_the_deed"])
PLURAL_NAMES = tuple(_FILE["plural_names"])
ALLOWED = _pattern(_FILE["allowed"])
CIVIL = _pattern(_FILE["civil"])
COUNT_FURNITURE = frozenset(_FILE["count_furniture"])
SAME_COUNT: dict[str, str] = _FILE["same_count"]
BREACH_COUNT = _pattern(_FILE["breach_count"])
COMBATANTS = _pattern(_FILE["combatants"])
FIGHTING = _pattern(_FILE["fighting"])

# Not told of a deed but of its not having been done. The event must stand near the "not"; a "not" alone proves nothing.
_DEED = (
    r"(?:air ?strikes?|air raids?|strikes?|raids?|sorties?|attack\w*|shell\w*|bomb\w*|target\w*|hit\w*|struck|kill\w*|"
    r"violat(?:ed|es|ing)|breach(?:ed|ing)|break\w*|broke\w*|fire[ds]?|firing|launch\w*|carr\w+ out|conduct\w*|"
    r"t(?:ake|akes|aken|ook) part|participat\w*|"
    r"captur\w*|seiz\w*|block\w*|prevent\w*|withdr\w*|deploy\w*|shot down|downed|fallen|"
    r"us(?:e|ed|ing) (?:chemical|cluster)|involv\w*|responsib\w*|behind)"
)
# Words behind a "not" or a "no" that turn it: "did not stop shelling", "no fewer than nine killed".
_TURNED = (
    r"(?!\W+(?:only|just|stop\w*|halt\w*|ceas\w*|spar\w*|confirm\w*|comment\w*|say|said|specif\w*|mention\w*|know\w*|"
    r"rul\w*|condemn\w*|respon\w*|want\w*|tolerat\w*|accept\w*|allow\w*|explain\w*|identif\w*|name\w*|been able|able|"
    r"expect\w*|less|fewer|more|longer|doubt|matter|choice|return|signs?|let-?up|end|respite|safe|pause|place)\b)"
)
# Words of the same clause.
_WITHIN = r"(?:[^\w']+(?!(?:but|while|yet|however)\b)[\w']+)"
DEED = re.compile(rf"\b{_DEED}\b")
DENIED_ALL = re.compile(
    rf"\b(?:no|neither|none|not a single|not one|zero)\b{_TURNED}{_WITHIN}{{0,5}}?[^\w']+{_DEED}\b"
    r"|\b(?:never happened|did not happen|did not take place|did not occur|have not been any|has not been any)"
)
DENIED_OWN = re.compile(
    rf"\b(?:did|does|do|have|has|had|was|were|is|are)(?:\s+not|n.t)\b{_TURNED}(?:[^\w']+[\w']+){{0,2}}?[^\w']+{_DEED}\b"
    r"|\bnot\b(?:\W+\w+){0,2}?\W+(?:ours|our|responsible|behind|involved|to blame)\b"
    rf"|\bnever\b{_TURNED}(?:\W+\w+){{0,2}}?[^\w']+{_DEED}\b"
    r"|\bnothing to do with\b"
)
NO_CASUALTIES = re.compile(
    r"\b(?:no|nor|neither|not any|without|zero)\b(?:[^\w']+[\w']+){0,3}?[^\w']+"
    r"(?:casualt\w+|losses|deaths?|injur\w+|victims?)\b"
)
# Not having counted, learnt or told of something denies nothing of it.
NOT_KNOWN = re.compile(
    r"\b(?:gave|give|gives|given|document\w*|record\w*|regist\w*|report\w*|knew|known|know|aware|told|mention\w*|confirm\w*"
    r"|immediate|initial|so far|up to then|until then|as yet)\b"
)
SUBSIDES = re.compile(r"\b(?:subsid|declin|decreas|dropped|eased|lessen|die[ds]? down)")
GOES_ON = re.compile(r"\b(?:not|but|yet|however|nevertheless|still|while|continu\w*|went on|despite)\b|n't\b")
RESTRAINT = re.compile(
    r"\b(?:fire[ds]? back|return(?:ed|ing)? fire|fire in return|retaliat\w*|respond\w*|strike back|hit back|answer\w*"
    r"|repl(?:y|ied))\b"
)
FLED = re.compile(r"displac|fle[de]|uproot|\brun\b|refugee")
HURT = re.compile(r"\b(?:was|were|been)(?:\W+\w+){0,2}?\W+(?:wounded|killed|injured|hurt|martyred)\b")
"""Whoever is named before is who was hit."""
PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|got|came under|come under)\b")
_TRUCE = r"(?:ceasefire|cease-fire|truce|deal|agreement|accord)"
NO_BREACH = re.compile(
    r"\b(?:no|none|not a single|not been a single|not one|zero)\b(?!\W+(?:serious|major|significant|grave|large))"
    r"(?:[^\w']+[\w']+){0,3}?\W+(?:violations?|breach\w*|incidents?|infringements?|infractions?)\b"
    r"|\bnone\b(?:\W+\w+){0,4}?\W+(?:occurred|happened|took place|recorded)"
    rf"|\b{_TRUCE}\b(?:[^\w']+[\w']+){{0,6}}?[^\w']+(?:not|never|n't)\b(?:[^\w']+[\w']+){{0,2}}?[^\w']+"
    r"(?:breached|violated|broken|infringed)\b"
)
UNTRUE = re.compile(
    r"\b(?:baseless|groundless|unfounded|fabricat\w+|untrue|not true|no truth"
    r"|false (?:claims?|reports?|accusations?|information)|fake|disinformation|no basis|invented|incorrect"
    r"|do(?:es)? not correspond to reality)\b"
)
TRUCE = re.compile(rf"\b{_TRUCE}s?\b|\b(?:cessation|silence|armistice)")
# A truce that is announced in one noun phrase with its day: "a unilateral ceasefire on 31 August".
TRUCE_NAMED = re.compile(
    r"\W*(?:an?|the)\W+(?:\w+\W+){0,3}?(?:ceasefire|cease-fire|truce)\b"
    r"(?!.*\b(?:agree|reach|sign|announc|broker|declar|discuss|violat|breach|since|after)\w*)"
)
# A truce that has begun, whatever it was made to depend on.
IN_FORCE = re.compile(
    r"\b(?:went|gone|came|come|put|been|is|was) (?:\w+ )?(?:into|in) (?:effect|force|place)\b|\b(?:took|taken) effect\b"
)
# All who fly: "Russian or Syrian warplanes", "the planes of both".
ALL_FLYERS = re.compile(
    r"\b\w+ (?:or|nor|and) \w+ (?:[\w-]+ ){0,2}?(?:warplanes?|planes?|jets?|aircraft|air force\w*|aviation)\b"
)
STILL = re.compile(r"\bstill\b")
"""Told of the moment of telling."""
FLYING = re.compile(r"\bair|\baerial|plane|\bjets?\b|helicopter|\bdrone|\bsorti|\braid|\baviation")
BOMBED = re.compile(r"\bbomb")
NO_DEAL = re.compile(
    rf"\b(?:no|not any)\b(?:\W+\w+){{0,2}}?\W+{_TRUCE}\b(?!\W+(?:violation|breach))"
    rf"|\b{_TRUCE}\b(?:\W+\w+){{0,3}}?\W+(?:does not exist|did not exist|was not reached|has not been reached"
    r"|is not in place|was not agreed|never existed|is over|is dead|has collapsed|ended)\b"
    r"|\b(?:have|has|had|did)(?: not|n.t)\b(?:\W+\w+){0,2}?\W+(?:agree\w*|sign\w*|reach\w*)\b"
)

_CLAUSE = r"(?:[^\w,;.]+[\w']+)"
_TAIL = (
    r"(?:[^\w,;.]+(?:fir\w+|regime|deal|agreement|itself|beg[aiu]n\w*|start\w*|took|come|came|went|was|is|into|effect"
    r"|force|in)\b)*"
)
# A halt or a truce that only dates something else: "after the army had stopped firing", "since the truce began".
PRESUPPOSED = re.compile(
    rf"\b(?:after|since|despite|once|in spite of|when|although|even though)\b{_CLAUSE}{{0,8}}?[^\w,;.]+"
    rf"(?:halt\w*|ceas\w*|stopp\w*|truce|armistice){_TAIL}"
    r"|\b(?:after|since|once|when)\W+(?:it|they|this|then)\W+(?:beg[au]n|start\w*|took effect|came into \w+)\b"
)
# Told of the time before the truce.
BEFORE_TRUCE = re.compile(
    rf"\b(?:before|prior to|eve of|ahead of)\b{_CLAUSE}{{0,3}}?[^\w,;.]+(?:truce|cease-?fire|midnight|deadline)\b"
)
# The truce itself is what is halted.
TRUCE_HALTED = re.compile(
    rf"\b(?:halt\w*|suspen\w*|stopp\w*|ended|end|put an end)\b{_CLAUSE}{{0,3}}?[^\w,;.]+"
    r"(?:truce|cease-?fire|agreement|accord)\b"
)
NIGHT = re.compile(r"\b(?:midnight|night|00:0\d|12[.:]01 ?a|24:00)")
HELD = re.compile(r"\b\w+-(?:held|controlled|run)\b")
"""Whose ground it is, not who acts."""
ZONE = re.compile(r"\b(?:gmt|utc|moscow time|local time|damascus time)\b")
# A day that the text itself names.
DAY_NAMED = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|tomorrow|yesterday"
    r"|(?:january|february|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct"
    r"|nov|dec)\b|(?:march|may) \d|\d (?:march|may)\b)"
)
# Words that say nothing about which event is meant: the furniture of every report on a truce.
COMMON = frozenset((FOLDER / "common_words.txt").read_text(encoding="utf-8").split())
