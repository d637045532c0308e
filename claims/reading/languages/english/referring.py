"""English words that refer back, and which heads can stand for one another ("envoy", "ambassador")."""

from claims.reading.lexicon import word_set

PERSON_PRONOUNS = word_set("he she his her him")
BODY_PRONOUNS = word_set("it its")
PLURAL_PRONOUNS = word_set("they their them")
RELATIVES = word_set("who which that whose")
BOTH_SIDES = frozenset(
    f"{which} {who}"
    for which in ("the two", "both", "the two warring")
    for who in ("sides", "countries", "parties", "governments", "capitals", "nations", "leaders", "presidents")
)
ARTICLES = word_set("the this that these those same")

# Heads that can name the same speaker; behind the colon the words of a description that they can stand for.
SYNONYMS = """
envoy ambassador representative diplomat : envoy ambassador representative mission
official : official minister general colonel spokesman spokeswoman head chief commander secretary director officer
minister : minister
president leader : president leader
premier : premier minister
spokesman spokeswoman spokesperson : spokesman spokeswoman spokesperson
general colonel commander officer : general colonel commander officer major lieutenant
governor : governor
mayor : mayor
doctor medic : doctor dr medic director surgeon
director head chief : director head chief
activist : activist
correspondent reporter journalist : correspondent reporter journalist
analyst expert : analyst expert fellow professor
ministry : ministry military mod
department : department
center centre : center centre
agency : agency reuters afp ap tass sana interfax ria novosti xinhua anadolu sputnik
broadcaster channel network : broadcaster channel network television tv
newspaper paper daily : newspaper paper daily times post
observatory monitor watchdog : observatory monitor watchdog
group : group observatory coalition front movement brigade brigades organisation organization army force forces
organisation organization charity : organisation organization charity group committee
coalition : coalition
army military : army military
council : council
commission committee : commission committee
mission : mission
government : government
kremlin : kremlin
presidency : presidency
office : office
command : command
police : police
"""
PERSON_HEADS = word_set(
    """
    envoy ambassador representative diplomat official minister president leader premier spokesman spokeswoman
    spokesperson general colonel commander officer governor mayor doctor medic director head chief activist analyst
    expert secretary correspondent reporter journalist resident witness fighter teacher figure negotiator adviser
    advisor deputy chairman chairwoman lawmaker senator captain nurse father mother man woman survivor refugee farmer
    student volunteer rescuer professor researcher coordinator cleric pilot soldier
    """
)
BODY_HEADS = word_set(
    """
    ministry department center centre agency broadcaster channel network newspaper paper daily observatory monitor
    watchdog group organisation organization charity coalition army military council commission committee mission
    government kremlin presidency office command police nations union force forces media statement report television
    defence defense state brigades brigade front party corps service committee bureau house
    """
)
# "Hayat …", "Jaish al-…": a group by its first word, not a person.
GROUP_OPENERS = word_set("hayat jaish ahrar jabhat hurras liwa faylaq harakat jamaat hezbollah hizbullah hizballah")
TITLES = word_set(
    """
    mr mrs ms dr gen sen rep gov col maj lt capt sgt prof general major colonel lieutenant captain brigadier sheikh
    president minister ambassador secretary commander prime chancellor king prince emir sultan
    """
)
