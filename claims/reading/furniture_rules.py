"""How the furniture of a page reads: one pattern a line, under the reason for which it is left out.

A paragraph is left out if a pattern matches the whole of it, whatever the case. To teach the reader a new phrase, add a
line; {wire}, {picture} and {piece} are put in from the words below. A pattern that may begin with any words has a line
with "? " before it: words, in lower case, of which the paragraph must hold one. This keeps reading fast.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.reading.lexicon import word_set
from claims.vocabulary import DropReason

WIRE = (
    "Reuters|AFP|AP|TASS|Xinhua|SANA|Interfax|RIA(?: Novosti)?|Sputnik|Anadolu(?: Agency)?|AA|DPA|EPA|UPI|ANI|IRNA|PTI"
    "|Agence France-Presse|(?:The )?Associated Press"
)
PICTURE = "photo(?:graph)?|picture|image|screen ?grab|screenshot|frame grab|handout|video grab|still"
PIECE = "(?:article|story|report|post|piece|content|interview)"

_RULES: dict[DropReason, str] = {
    DropReason.CREDIT: r"""
source\s*[:|]\s*.{1,100}
sources\s*[:|]\s*.{0,80}\b(?:agenc(?:y|ies)|{wire})\b.{0,40}
[\[(]?(?:additional |with )?(?:reporting|writing|editing) (?:and \w+ )?by (?-i:[A-Z]).{1,250}
[\[(]?(?:compiled|edited|written|translated) (?:and \w+ )?by (?-i:[A-Z]).{1,250}
\(?with (?:additional )?(?:inputs?|material|reporting) from .{1,100}
? contributed
.{0,160}\b(?:also )?contributed (?:reporting )?to this (?:report|story|article)\.?
? contributed
.{0,60}\b(?:writers?|reporters?|journalists?|correspondents?)\b.{0,160}\bcontributed\.?
? reported from
[A-Z][\w.’' -]{2,60} reported from [A-Z]\w+.{0,60}
[-–—(\[ ]*(?:© ?)?(?:{wire})(?: ?[/,] ?(?:{wire}))*(?: news agency)?[ )\]]*\.?
""",
    DropReason.BYLINE: r"""
by (?!the |a |an )(?-i:[A-Z])[^.!?”"]{1,90}
(?:by )?(?!watch|read|related|more)[\w .,'’-]{2,50}+\| .{2,60}
? staff|agencies|newsroom|desk|correspondent|reporter|news service
[\w .,'’&/-]{2,60}\b(?:staff|agencies|newsroom|news desk|web desk|correspondents?|reporters?|news service)
\d+ min(?:ute)?s? read
? text size
.{1,60} text size a a a
(?:first |last )?(?:published|updated?|modified|posted|issued)(?: on| at)?(?: |:).{0,80}\d.{0,40}
enditem|ends?|-ends-|\(?end\)?|more to follow\.?
""",
    DropReason.CAPTION: r"""
? )|]
.{0,420}[\[(](?:[^\])]{0,60}\b(?:(?:{picture})s?|file|getty)\b[^\])]{0,60})[\])]\.?
? /
.{0,420}[\[(][^\])]{2,50}/(?:{wire}|getty[^\])]*|pool)[^\])]{0,40}[\])]\.?
? /
.{0,420}[\[(](?:{wire})/[^\])]{2,50}[\])]\.?
? ]
.{10,420}\[(?-i:(?:{wire}|Al Jazeera|Twitter|Screengrab)\b)[^\]]{0,30}\]
? )
.{10,420}[^.!?”"]\s\((?:{wire})(?: photos?)?\)
? reuters/|afp/|getty|photo|picture|image
.{0,420}(?:(?-i:REUTERS|AFP)/\w.{0,60}|getty images.{0,40}|\b(?:photo|picture|image)s? (?:by|credit|courtesy)\b.{0,80})
? ©
(?!copyright).{0,420}[^\s©].{0,3}©.{0,60}|© ?[^\d©]{0,60}
(?:file|archive|handout|video)(?: (?:photo|picture|image))?\s*[:–—-]\s.{0,300}
(?:photo|picture|image|caption|illustration)\s*[:–—-]\s.{0,300}
? taken|available|provided|obtained
(?:in )?(?:this|an?) (?:\w+ ){0,2}(?:{picture}|view)\b.{0,120}?\b(?:taken|made available|provided|obtained)\b.{0,300}
? released|posted
this (?:\w+ ){0,2}(?:{picture})\b.{0,60}?\b(?:released|posted)\b.{0,420}
in this (?:[\w ]{1,30} )?(?:{picture})\b.{0,400}
(?:photo|photograph|picture|image|screengrab)s? (?:taken|shows?)\b.{0,300}
""",
    DropReason.TEASER: r"""
(?:related|more|watch(?: also| now)?|listen|opinion|analysis|must read|explainer|in pictures)\s*[:|»>]\s*.{1,220}
(?:(?:also |must )?read(?: more| also| next)?|see (?:also|more))\s*[:|»>]\s*.{1,220}
(?:editor.?s choice|recommended|live updates?)\s*[:|»>]\s*.{1,220}
(?-i:RELATED|READ MORE|READ ALSO|ALSO READ|SEE ALSO|WATCH|READ|MORE)\s+[-–—]?\s*(?-i:[A-Z]).{5,200}
? ...|…
.{20,400}(?:\.\.\.|…)\s*(?:(?-i:[A-Z])[\w&]*(?: (?-i:[A-Z&])[\w&]*){0,3}\s*[-–—|]?|[-–—])
? read more|continue reading|full story|more here
.{10,300}(?:\.\.\.|…|\s)\s*[\[(]?(?:read more|continue reading|full story|more here)[\])]?\s*[»>→.]*
""",
    DropReason.ADVERTISEMENT: r"""
[-–— ]*(?:advertisements?|advertising|ads?|sponsored(?: content| links?)?|promoted(?: content)?|paid content)[-–— .:]*
[-–— ]*(?:(?:story|article) continues below.{0,40}|(?:partner|promoted) (?:content|stories|links))[-–— .:]*
""",
    DropReason.NAVIGATION: r"""
(?:click to |click here to |please )?share (?:this|on|the|via|to)\b.{0,60}
(?:tags?|(?:related )?topics?|keywords?|filed under|categor(?:y|ies)|posted in|in this {piece})\s*:\s*.{0,150}
\d[\d.,]*k? ?(?:shares?|comments?|views?|likes?|retweets?|reads?)
skip to (?:main )?content|link copied!?|video player ?close|back to top|contact us|about us|sign (?:in|up)|log ?in
""",
    DropReason.BOILERPLATE: r"""
(?:https?://|www\.)\S+|\S+@\S+\.\S+|(?:pic\.twitter\.com|t\.co)/\S+
(?:follow|find|join|like) (?:us|our)\b.{0,150}
(?:follow|join) \S.{0,40} on (?:facebook|twitter|telegram|instagram|google|whatsapp|youtube).{0,100}
(?:subscribe|sign up|download|register)(?: (?:to|for|our|us|the|here|now|on)\b.{0,150})?
click (?:here )?(?:to|for|on)\b.{0,60}|click here|(?:support|donate)(?: (?:us|our|now|here)\b.{0,60})?
? accessed at|alternate address|all rights|our standards|trust principles
.{0,200}\b(?:can also be accessed at|alternate address|all rights reserved|our standards:|trust principles).{0,300}
? may not be|terms of|privacy policy|unsubscribe
.{0,200}\b(?:may not be (?:published, broadcast|reproduced)|terms of (?:use|service)|privacy policy|unsubscribe).{0,300}
? cookie
.{0,200}\bcookies?\b.{0,60}\b(?:site|website|browser|experience|use)\b.{0,200}
? newsletter|news alert|views expressed|necessarily|syndicated
.{0,200}\b(?:daily newsletter|breaking news alerts?|views expressed|do not necessarily reflect|syndicated feed).{0,300}
? contains only|browser|javascript
.{0,200}\b(?:contains only a portion of the news|browser (?:does not|doesn.t) support|enable javascript).{0,300}
(?:this|the) {piece} (?:\w+ ){0,3}?(?:originally|first) (?:published|appeared)\b.{0,150}
(?:this|the) {piece} (?:\w+ ){0,3}?(?:was|is) (?:published|distributed) by\b.{0,150}
(?:this|the) {piece} has been (?:edited|updated|amended|corrected)\b.{0,150}
— .{2,60}\(@\w+\).{0,40}
(?:copyright|\(c\)|©).{0,150}
(?:rewritten|adapted|mirrored|archived|re-?published|reposted|cross-?posted)\b.{0,80}\b(?:draws? on|from|by)\b.*
[\W_]+
""",
}


class Rule(NamedTuple):
    """hints: words, in lower case, of which a paragraph must hold one to be looked at; none: it is always looked at."""

    reason: DropReason
    hints: tuple[str, ...]
    pattern: re.Pattern[str]

    def matches(self, paragraph: str, lowered: str) -> bool:
        if self.hints and not any(map(lowered.__contains__, self.hints)):
            return False
        return self.pattern.fullmatch(paragraph) is not None


def _rules() -> tuple[Rule, ...]:
    """The lines without hints of one reason are one pattern; order is that of the table."""
    rules: list[Rule] = []
    for reason, table in _RULES.items():
        plain: list[str] = []
        hints: tuple[str, ...] = ()
        for line in table.strip().splitlines():
            if line.startswith("? "):
                hints = tuple(line[2:].split("|"))
                continue
            for name, value in (("{wire}", WIRE), ("{picture}", PICTURE), ("{piece}", PIECE)):
                line = line.replace(name, value)
            if hints:
                rules.append(Rule(reason, hints, re.compile(line, re.IGNORECASE)))
            else:
                plain.append(f"(?:{line})")
            hints = ()
        rules.append(Rule(reason, (), re.compile("|".join(plain), re.IGNORECASE)))
    return tuple(rules)


RULES = _rules()
PLAIN_RULES = tuple(rule for rule in RULES if not rule.hints)
PLAIN = re.compile("|".join(rule.pattern.pattern for rule in PLAIN_RULES), re.IGNORECASE)
"""Any of the rules without hints: most paragraphs are of none, which one look tells."""

HINTS = tuple({hint for rule in RULES for hint in rule.hints})

BUTTONS = word_set(
    """share tweet print email e-mail pin save like comment comments copy link facebook twitter x whatsapp telegram
    linkedin reddit messenger viber instagram youtube rss vk flipboard home news menu search login subscribe register
    contact next previous listen play close more show load tag tags topics keywords a font text size live live-blog
    and on by to"""
)
"""A line of nothing but these words is a row of buttons."""

DAY_WORDS = word_set(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec published updated last first modified posted issued edited created
    date update time on at by am pm a.m p.m m p gmt utc ksa est edt cet msk trt bst local th st nd rd ago hour hours
    minute minutes day days"""
)
"""A line of nothing but these and numbers says when the page was made."""

PARTICLES = word_set("al el bin ibn abu and de der van von")
"""Words in small letters within a list of persons' names."""

COMMENTS = re.compile(
    r"(?:leave a (?:reply|comment)|post a comment|add (?:a )?comment|write a comment"
    r"|join the (?:discussion|conversation)|comments? ?\(\d+\)|cancel reply|reader comments"
    r"|your email address will not be published.*)\W*",
    re.IGNORECASE,
)
"""What opens a comment form: all that follows the article's own text after it is left out."""

LIST = re.compile(r"list (?:of )?\d+(?: of \d+)?(?: items?)?", re.IGNORECASE)
LIST_END = re.compile(r"end of list", re.IGNORECASE)
"""Marks, meant for screen readers, around a list of links to other stories."""

OTHER_STORIES = re.compile(
    r"(?:related(?: (?:stories|articles|news|topics|content|posts|links|coverage|items))?"
    r"|more (?:on|from|in|stories|news|to read)\b.{0,50}|most (?:read|popular|viewed|shared)|keep reading"
    r"|read (?:more|next|also)|also read|see also|recommended(?: (?:stories|for you))?|what to read next|up next"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|trending(?: now)?|top (?:stories|news)|don.t miss"
    r"|latest (?:news|stories)|other (?:news|stories)|editor.?s picks?"
    r"|in case you missed it|popular(?: (?:stories|posts))?)\W*",
    re.IGNORECASE,
)
"""A heading under which other stories stand."""
