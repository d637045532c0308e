"""English words for who somebody is: nations, offices, roles and titles, as `speakers` takes a mention apart.

Data only, in any spelling and number: `names.normal` brings it to the form in which words are compared. No slug stands
here: a nation and an office are put together to a phrase that the directory knows as an alias.
"""

from claims.reading.lexicon import word_set

NATIONS: dict[str, tuple[str, ...]] = {
    "russian": ("russia", "russian", "moscow", "russian federation"),
    "turkish": ("turkey", "turkish", "turk", "ankara", "turkiye"),
    "syrian": ("syria", "syrian", "damascus", "syrian arab republic"),
    "iranian": ("iran", "iranian", "tehran"),
    "american": ("us", "usa", "united state", "american", "washington", "america"),
    "british": ("britain", "british", "uk", "united kingdom", "london"),
    "french": ("france", "french", "paris"),
    "german": ("germany", "german", "berlin"),
    "israeli": ("israel", "israeli", "jerusalem"),
    "ukrainian": ("ukraine", "ukrainian", "kyiv", "kiev"),
    "lebanese": ("lebanon", "lebanese", "beirut"),
    "iraqi": ("iraq", "iraqi", "baghdad"),
    "jordanian": ("jordan", "jordanian", "amman"),
    "saudi": ("saudi arabia", "saudi", "riyadh"),
    "qatari": ("qatar", "qatari", "doha"),
    "egyptian": ("egypt", "egyptian", "cairo"),
    "chinese": ("china", "chinese", "beijing"),
    "belgian": ("belgium", "belgian", "brussel"),
    "dutch": ("netherland", "dutch"),
    "italian": ("italy", "italian", "rome"),
    "kuwaiti": ("kuwait", "kuwaiti"),
    "emirati": ("united arab emirate", "uae", "emirati"),
    "kazakh": ("kazakhstan", "kazakh"),
    "greek": ("greece", "greek", "athen"),
    "canadian": ("canada", "canadian", "ottawa"),
    "indonesian": ("indonesia", "indonesian"),
    "south african": ("south africa", "south african"),
    "dominican": ("dominican republic", "dominican"),
    "estonian": ("estonia", "estonian"),
    "polish": ("poland", "polish"),
}
"""The word that a registry's aliases use for the nation, and the words that articles use: land, people, capital."""

OFFICES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "mission to the un": (
        (
            "un ambassador", "un envoy", "un mission", "un representative", "un delegate", "un delegation",
            "ambassador to un", "envoy to un", "representative to un", "mission to un", "delegate to un",
            "delegation to un", "ambassador at un", "envoy at un", "mission at un", "representative at un",
            "permanent representative to un", "permanent mission to un", "deputy un ambassador", "permanent un envoy",
            "permanent representative at un", "representative in un", "ambassador in un", "deputy ambassador to un",
        ),
        ("mission to un", "un mission", "un ambassador", "ambassador to un", "permanent mission to un", "un envoy",
         "permanent representative to un", "un representative"),
    ),
    "defense": (
        ("defense ministry", "ministry of defense", "ministry of national defense", "national defense ministry",
         "defense minister", "minister of defense", "minister of national defense", "defense department",
         "department of defense", "defense secretary", "secretary of defense", "national defense minister",
         "defense official", "defense chief", "defense source"),
        ("defense ministry", "ministry of defense", "ministry of national defense", "defense minister",
         "defense department"),
    ),
    "foreign affairs": (
        ("foreign ministry", "ministry of foreign affair", "foreign affair ministry", "foreign minister",
         "minister of foreign affair", "foreign affair minister", "foreign office", "state department",
         "department of state", "secretary of state", "foreign secretary", "top diplomat", "chief diplomat",
         "foreign and expatriate ministry", "foreign and expatriate minister",
         "ministry of foreign affair and expatriate",
         "foreign policy chief"),
        ("foreign ministry", "ministry of foreign affair", "foreign minister", "state department", "foreign office"),
    ),
    "interior": (
        ("interior ministry", "ministry of interior", "interior minister", "minister of interior"),
        ("interior ministry", "ministry of interior", "interior minister"),
    ),
    "presidency": (
        ("president", "presidency", "presidential spokesman", "presidential spokesperson", "presidential office",
         "presidential aide", "presidential adviser", "presidential administration", "presidential envoy",
         "presidential press service", "presidential palace", "leader"),
        ("presidency", "president", "presidential spokesman", "presidential spokesperson", "leader"),
    ),
    "army": (
        ("army", "military", "armed force", "army command", "general command of army", "general command",
         "army general command", "general staff", "chief of general staff", "chief of staff", "troop",
         "army source", "military source", "military official", "army spokesman", "military spokesman",
         "army officer", "military officer", "army commander", "military commander", "general command of armed force",
         "general command of army and armed force", "army general", "military command", "soldier", "force"),
        ("army", "military", "armed force", "arab army"),
    ),
    "government": (
        ("government", "authority", "cabinet", "prime minister", "premier", "administration", "regime",
         "council of minister", "vice president", "deputy prime minister", "government force"),
        ("government", "authority"),
    ),
    "state media": (
        ("state media", "state television", "state tv", "state run media", "state run television", "official media",
         "state run tv", "government media", "official television", "state news agency", "official news agency",
         "state run news agency", "state owned news agency", "state radio"),
        ("state media", "state television", "state tv", "state news agency", "official news agency"),
    ),
    "news agency": (
        ("news agency", "media", "media outlet", "media report", "newspaper", "news outlet"),
        ("news agency", "media"),
    ),
    "opposition": (("opposition", "rebel"), ("opposition", "rebel")),
}  # fmt: skip
"""Office -> (words by which it is told, words that a directory's alias may use after the nation)."""

OFFICES_AT_HOME = (
    r"\b(?:defense|foreign|interior) (?:ministry|minister)\b|\bministry of (?:defense|foreign affair|interior)\b"
    r"|\b(?:military|army) (?:source|official|command)\b"
)
"""Offices that a country's own press names without the country; in the form of `names.normal`."""

PRESS_OFFICES = frozenset(("state media", "news agency"))
"""Those of the offices that are no part of a government, or need not be."""

ROLES = word_set(
    """
    official spokesman spokeswoman spokesperson source head chief director commander leader member
    representative envoy ambassador diplomat statement release report communique letter post tweet account
    website site page channel bulletin briefing minister ministry deputy adviser advisor aide secretary general
    counterpart officer figure delegation negotiator negotiating team side command headquarters press office department
    agency service bureau committee mouthpiece president commissioner coordinator investigator correspondent
    reporter journalist presenter contingent chairman chairwoman chair founder activist pamphlet leaflet video
    speech message memo document data co author expert lawmaker senator deputy parliamentarian mp parliament
    envoyship mission staff worker
    """
)
"""Nouns for one who speaks for a body, and for what a body puts out."""

TITLES = word_set(
    """
    mr mrs ms dr prof sir lord sheikh imam king prince major lieutenant colonel captain sergeant brigadier
    admiral general marshal maj lt col gen brig capt adm commander retired senior junior top former then acting
    new deputy first vice special high permanent official unnamed anonymous unidentified local regional state
    run owned some several many other two three four number one dozen few both key leading prominent veteran
    influential military political chief assistant under interim outgoing long time
    """
)
"""Words before a name or a role that name no body."""

COMPOUNDS = word_set(
    """
    backed led held allied affiliated linked based controlled supported sponsored funded aligned inspired born
    trained brokered occupied dominated run installed appointed owned supplied ruled protected
    """
)
"""Second halves of compounds whose first half names another body: "Turkish-backed rebels" are not Turkish."""

PREFIXES = word_set(
    """
    anti pro non ex counter cross trans inter"""
)

SPEAKING_PREPOSITIONS = word_set("""of for with by from in at inside within under""")
PLACE_PREPOSITIONS = word_set("""in at from inside within under near on around across""")
OTHER_PREPOSITIONS = word_set(
    """
    to on near about against after before during over between among via through across around who whom which
    that whose where when
    """
)
LEAFLETS = frozenset(("leaflet", "pamphlet", "flyer"))
ANONYMOUS = frozenset(("source", "official", "correspondent", "reporter", "officer"))
"""Speakers without a name who, right after an agency's report, speak through that agency."""
NAMELESS = "source"

RELATIVE_CLAUSE = (
    r"(?:who|which|whose|that|where|when)\b"
    r"(?P<office>(?: \w+)? (?:heads?|leads?|runs?|commands?|chairs?|represents?|works? for|speaks? for|is)\b)?"
)
"""A clause about the one named; only one that tells the office ("who heads the centre") can name the body."""

ENVOY_OF_A_NATION = (
    r"(?:ambassador|envoy|representative|delegate|mission) (?:of|for|from) (?P<nation>\w+(?: \w+)?) (?:to|at) un\b"
)
"""The office stands on both sides of the nation; as `names.normal` gives it."""

AND = r"\s+(?:and|as well as|along with)\s+|\s*&\s*"

DEFINITE = r"(?:the|that|this)\b"

SIDE = r"^(?:the )?\w+ side$"
COMMISSION = r"of the (?:[\w-]+ ){0,2}commission\b"
"""A commission of two states has two sides, and each counts for its own ministry."""

ALLY = r"(?:its|their|his|her) (?:[a-z-]+ ){0,3}(?:ally|backer|partner|patron|neighbou?r) ([A-Z].*)"
"""Whose ally somebody is: \"its key ally Moscow\"."""

ALLIES = r"(?:its|their|his|her) (?:[a-z-]+ ){0,2}(?P<nation>[A-Z]\w+) (?:ally|allies|backers?|partners?|patrons?)$"
"""The same by a nation alone: \"its Russian allies\"."""

PUT_OUT = (
    r"\b(?:statement|release|communiqu[eé]|report|bulletin)\b[^,;]{0,30}? "
    r"(?:released|issued|published|made|circulated|put out)\b[^,;]{0,30}? by (?P<who>.+)"
)
"""Whose a document is: \"the statement issued today by the command\"."""

LOCALS = "residents"
FLED = (
    r",? (?:(?:was|is|were) among (?:those|the|many|thousands|hundreds|dozens)(?: [\w-]+){0,5}? "
    r"(?:who (?:had |have )?)?(?:fled|fleeing)|(?:who |and (?:his|her) (?:[\w-]+ ){1,4})?(?:had |has |have )?fled)\b"
)
"""Behind a person's name: he is one of those who fled their homes."""

FORCES_AS_SPEAKER = r"(?:the )?(?:[a-z]+ )?(?:military|army|armed forces)"
"""A state's forces as a speaker, without the name of a body of theirs; in the form of `names.normal`."""

BARE_GOVERNMENT = "the government"
HELD_BY_A_NATION = r"(?P<nation>[A-Z]\w+)(?:[’']s)? (?:Arab )?(?:government|army|military|regime|troops|state media)\b"
"""Whose government "the government" is: the one nation whose government or army the text names."""

ORDINARY_NAMES = frozenset(("national", "independent", "time", "times", "telegraph", "economist", "guardian", "hill"))
"""Names of the press that are words of other names: "Government of National Accord"."""

DROPPED_LEAFLETS = (
    r"(?P<who>\w[\w’'-]*(?: [\w’'-]+){0,3}?) (?:had |have |has |also |were seen )*"
    r"(?:dropped|dropping|scattered|distributed|air-dropped)(?: \w+){0,3}? (?:leaflets|pamphlets|flyers)"
)

SPELLINGS: dict[str, str] = {
    "defence": "defense",
    "centre": "center",
    "organisation": "organization",
    "programme": "program",
    "neighbour": "neighbor",
    "harbour": "harbor",
    "television": "tv",
    "idleb": "idlib",
    "state-run": "state run",
    "state-owned": "state run",
    "united nation": "un",
    "united state": "us",
    "united kingdom": "uk",
    "european union": "eu",
}
"""Other spellings and long forms, brought to one; keys are normal in all else."""
