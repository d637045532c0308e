"""The closed word classes of English that mark the edges of a clause, and irregular pasts that show a finite verb."""

from claims.reading.lexicon import word_set

AUXILIARIES = word_set(
    """
    has have had is are was were be been being will would could can may might shall should must do does did 've 'd
    're ’ve ’d ’re 'll ’ll am 'm ’m cannot
    """
)
BE = word_set(
    """
    is are was were be been being 's ’s 're ’re am 'm ’m
    """
)
NEGATIONS = word_set(
    """
    not n't n’t never neither nor no
    """
)
ADVERBS = word_set(
    """
    also later then again already yet earlier further furthermore now just still even first once recently both all too
    instead meanwhile since often always sometimes previously initially twice soon publicly long ever only
    however thus therefore moreover reportedly yesterday today afterwards afterward
    """
)
NOT_ADVERBS_IN_LY = word_set(
    """
    family italy assembly supply rally ally july only reply apply bully fly early daily weekly monthly imply
    comply rely multiply sally billy kelly emily molly holly reilly connolly belly bodly anomaly monopoly
    """
)
SUBORDINATORS = word_set(
    """
    that when as while after before because although though since if where whereas so unless until but whether
    than whom whose
    """
)
CONJUNCTIONS = word_set(
    """
    and or but nor
    """
)
LEADS = word_set(
    """
    but and so yet still however meanwhile separately also moreover then instead indeed furthermore later earlier
    or though thus therefore nonetheless nevertheless similarly finally additionally likewise again now
    because as since when while after that what before if although once where yesterday today elsewhere
    """
)
PREPOSITIONS = word_set(
    """
    in on at by for from of with to about into over after before during against between among through under
    without within despite amid via near since until towards toward around behind beyond inside outside off
    onto upon across
    """
)
DAYS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday
    """
)
MONTHS = word_set(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
    """
)
SPANS_OF_TIME = word_set(
    """
    week month year night morning evening afternoon weekend summer winter spring autumn fall day hour hours days
    weeks
    """
)
SUBJECT_PRONOUNS = word_set(
    """
    he she they it we i you who which
    """
)
OBJECT_PRONOUNS = word_set(
    """
    me him her them us you it
    """
)
DETERMINERS = word_set(
    """
    the a an this that these those his her its their our my your some many several most other another one two
    three four five six seven eight nine ten dozens hundreds no any each every all both few more
    """
)
POSSESSIVES = word_set(
    """
    his her its their our my your
    """
)
INTRODUCERS = word_set(
    """
    on in at during late early last this next to via through after before by from amid earlier with despite given
    like unlike while for speaking asked when if as according following responding referring commenting
    """
)

# Past forms that are finite verbs nearly wherever they stand.
IRREGULAR_PASTS = word_set(
    """
    came went took made gave got became began broke brought built bought caught chose did drew drove ate fell fled
    flew forgot fought froze grew hid held kept knew led left lost meant met paid rose ran saw sold sent shot
    shook sat slept spent stood stole struck swept taught thought threw understood withdrew won wore fired
    killed hit seized agreed seemed appeared remained
    """
)
# Third-person and base forms that are verbs nearly wherever they stand.
FINITE_PRESENTS = word_set(
    """
    comes goes takes makes gives becomes seems remains appears continues includes wants needs means keeps
    """
)

ABBREVIATIONS = word_set(
    """
    Mr Mrs Ms Dr Gen Sen Rep Gov Sgt Lt Col Maj Capt St Jr Sr Rev Prof Del Adm Brig Cmdr Sept Oct Nov Dec Jan Feb Aug
    No Inc Corp Co vs Amb Pres Ltd Hon
    """
)

# Words that open a participle phrase, a contrast or an aside behind a comma: no part of an appositive.
COMMA_BREAKS = word_set(
    """
    adding saying noting referring citing calling speaking describing but though although while as in after during
    when at before according and with on because even where which that who by if following amid
    """
)
# What happens and so says nothing: "the violence threatened to spread".
EVENTS = word_set(
    """
    attack attacks assault assaults violence clashes fighting offensive escalation bombardment bombardments shelling
    strike strikes airstrike airstrikes raid raids breach breaches violation violations crisis war conflict blast
    explosion bombing bombings battle battles
    """
)
