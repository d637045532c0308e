"""The English lexicon of reporting: verbs with what they can take, nouns, documents, media.

A line of VERBS is "lemma [past [participle [-ing [third person]]]] : what it takes". Regular forms need not be given; a
new reporting verb is one new line. What a verb can take:

clause   a bare clause ("said the road was closed")
that     a clause, but only behind "that" or as a quotation ("stressed that", "added: ")
particle says something only with its particle ("pointed out", "went on to say")
past     reports in its past forms only ("counted 12 strikes", not "they count the trucks")
to       an infinitive ("vowed to return")
object   a plain noun phrase that says something ("announced a ceasefire in the valley")
whom     somebody, and what is said of or asked of him ("accused the rebels of shelling", "urged both sides to talk")
told     an addressee that is not part of what is said ("told reporters that")
quote    nothing but a quotation
noun     its base and third-person forms are nouns as well ("reports", "claims")
denial   what follows is denied
asked    what follows is wished or felt, not asserted, and needs no "that" ("fears", "hopes")
for, of, on, against, about, to, at, out ...: a preposition or particle that belongs to the verb (written +for)
"""

from claims.reading.lexicon import word_set

VERBS = """
offer : to noun object
put put put putting puts : figure
say said said saying says : clause quote
add : that quote
announce : clause object to
argue : clause quote
assert : clause object
claim : clause noun object
contend : clause
declare : clause object
note : that noun quote object
explain : that quote
insist : clause +on
maintain : that
state : that noun quote
stress : that noun object
report : clause noun object
acknowledge : clause object
allege : clause object
affirm : clause object
believe : clause asked
caution : clause whom +against noun
clarify : that quote object
comment : quote noun that +on
complain : clause +about +of
concede : clause quote
conclude : clause quote
confirm : clause object
continue : quote
counter : that quote
emphasize : clause object
emphasise : clause object
exclaim : quote
estimate : clause noun object
hint : that +at noun
indicate : clause object
joke : that quote noun
lament : clause object
mention : that object noun
object : that +to noun
observe : that quote
opine : clause quote
predict : clause object to
proclaim : clause object
pronounce : quote object
propose : that object to
quip : quote that
reaffirm : that object
recall : clause quote
recount : that quote
reiterate : clause object
relate : quote
remark : that quote noun
repeat : that quote object
reply : that quote noun
respond : that quote
restate : that object
retort : quote that
reveal : clause object
rule ruled : that quote noun +against
signal signalled signalled signalling signals : that noun object
signaled signaled signaled signaling signals : that noun
specify : that
suggest : clause object
testify : clause +about
tweet : clause noun quote
underline : that object
underscore : that object
vow : clause to noun object
pledge : clause to noun object
promise : clause to noun object
threaten : to +with
warn : clause whom +of +against +about
answer : quote that noun
advise : clause whom +against
agree : that quote
chant : quote
forecast forecast forecast forecasting forecasts : clause noun object
fume : quote that
muse : quote that
post : quote noun
recommend : that object
speculate : clause
snap snapped : quote noun
counsel : whom noun
email : quote noun that
disclose : clause object
outline : object noun
detail : object noun that
admit admitted admitted admitting admits : clause object to
swear swore sworn swearing swears : clause to
write wrote written writing writes : that quote
read read read reading reads : quote that
imply : clause
charge : that whom noun
tell told told telling tells : told quote
inform : told
assure : told
remind : told
notify : told
reassure : told
accuse : whom +of
blame : whom noun
condemn : object whom +as
denounce : object whom +as
urge : whom that
demand : clause object to noun
dismiss : object whom +as
dispute : object noun that denial
reject : object denial
refute : object that denial
deny denied denied denying denies : clause object denial
describe : whom +as
decry : object whom +as
call : whom quote +for +on +upon noun
appeal : +for +to noun for
cite : object noun
express : object noun
voice : object noun
question : object noun quote
highlight : object noun that
defend : object whom
attribute : object noun
document : object noun that past
record : object noun that past
register : object noun that past
count : object noun that past
monitor : object noun that past
log logged : object noun that past
verify : clause object
fear : clause noun asked object
hope : clause noun asked to
worry : clause noun asked +about +that
expect : clause asked to
dub dubbed : quote whom
label labelled : quote whom noun
labeled labeled labeled labeling labels : quote whom noun
brand : quote whom noun +as
term : quote whom noun
characterize : whom +as
characterise : whom +as
portray : whom +as
hail : object whom +as noun
welcome : object
praise : object noun whom +for
criticize : object whom +for
criticise : object whom +for
slam slammed : object quote noun
blast : object quote noun
deplore : object
regret regretted : object that noun
deride : quote whom +as
ridicule : quote whom noun
boast : clause quote noun +of
ask : quote whom told to
request : object whom that noun
order : whom noun to
instruct : whom
insinuate : clause
postulate : clause
elaborate : quote
concur concurred : that quote
interject : quote
interrupt : quote
inquire : quote
wonder : quote noun that
marvel marvelled : quote noun that
demur demurred : quote
grumble : quote that
crow : quote noun
gush : quote
bristle : quote
scoff : quote
cheer : quote noun
retweet : quote noun
caption : quote noun
title : quote noun
headline : quote noun
sing sang sung : quote
yell : quote noun
scream : quote noun
shout : quote noun that
brag bragged : clause quote +about +of
tease : quote
sigh : quote noun
smile : quote noun
laugh : quote noun
mock : quote whom
lash : quote noun
taunt : quote whom noun
attack : quote noun
point : particle +out +to noun
speak spoke spoken speaking speaks : particle +of +about
refer referred : particle +to
go went gone going goes : particle +on
dwell : particle +on
quote : whom noun +as
realise : that asked
believe : clause asked
think thought thought thinking thinks : clause asked
find found found finding finds : that asked
show showed shown showing shows : that asked
feel felt felt feeling feels : that asked
urge : whom that
exhort : whom
implore : whom
beg begged : whom quote
invite : whom
encourage : whom
call : whom quote +for +on +upon noun
chide : quote whom
scold : quote whom
rebuke : quote whom noun
bemoan : object that
postpone : quote
telegraph : quote
venture : quote that noun
volunteer : quote that noun
summarize : quote
summarise : quote
theorize : clause
theorise : clause
ponder : quote
vent : quote noun
thunder : quote noun
bark : quote noun
whisper : quote that noun
mutter : quote that
intone : quote
enthuse : quote
reason : quote that noun
guess : clause quote noun
posit : clause
submit submitted : that
intimate : that
justify justified justified justifying justifies : +by
"""

# Headed by these nouns, "X's … that …" and "his … that …" is a statement of X.
NOUNS = word_set(
    """
    claim claims assertion assertions statement statements allegation allegations accusation accusations
    suggestion suggestions argument warning warnings announcement contention insistence promise promises vow
    pledge prediction denial denials charge charges remark comment comments admission acknowledgement
    acknowledgment declaration demand demands assessment view belief fear fears concern concerns hope hopes
    threat threats call calls appeal
    """
)

# Documents and other mouthpieces: they speak for whoever issued them.
DOCUMENTS = word_set(
    """
    statement report communique communiqué release letter announcement declaration bulletin memo memorandum
    message pamphlet leaflet tweet post note text document resolution briefing study survey dispatch readout
    editorial
    """
)

# What a statement is made in: "in a statement", "during a press conference".
MEDIA_OF_SAYING = word_set(
    """
    statement statements interview interviews tweet tweets speech speeches letter letters post posts report
    reports email e-mail conference briefing briefings release memo video message messages remarks article op-ed
    editorial appearance note response series blog press twitter facebook telegram x column call comments
    address communique communiqué bulletin sermon session meeting broadcast testimony phone telephone television
    tv radio podcast news summit talks hearing debate rally event television channel online text sms whatsapp
    skype council website page account platform readout
    """
)

# A noun phrase with one of these words in it is a medium: the words go through it.
MEDIA_WORDS = word_set(
    """
    agency agencies newspaper television tv radio network broadcaster magazine newswire outlet media
    """
)
# So are these, as names.
MEDIA_NAMES = word_set(
    """
    reuters afp ap tass sana interfax ria novosti sputnik xinhua anadolu aa cnn bbc nbc cbs abc msnbc npr jazeera
    arabiya mayadeen manar alalam presstv irna isna tasnim fars mehr dpa efe ansa kyodo upi petra wafa kuna spa wam
    mena bloomberg guardian telegraph independent times post journal herald tribune monde figaro spiegel haaretz sabah
    hurriyet cumhuriyet trt rudaw kurdistan24 hawar anha enab baladi orient zaman watan ikhbariya ikhbaria rt nhk
    yonhap politico axios news channel daily weekly agence press
    """
)
# Who can be cited.
PEOPLE = word_set(
    """
    source sources official officials officer officers commander commanders spokesman spokeswoman spokesperson activist
    activists witness witnesses resident residents monitor monitors ministry minister statement statements army military
    medic medics doctor doctors diplomat diplomats rescuers observatory centre center correspondent correspondents
    reporter reporters governor mayor president general colonel envoy ambassador report police authorities locals
    """
)

# Addressees that are nobody's relay.
AUDIENCES = word_set(
    """
    reporters journalists lawmakers supporters voters me him her them us you it people parliament members newsmen
    deputies delegates viewers listeners fans audience crowd crowds
    """
)

# "X is … that" says what X thinks.
ADJECTIVES = word_set(
    """
    concerned alarmed worried confident convinced hopeful optimistic adamant certain appalled shocked dismayed saddened
    disturbed afraid aware
    """
)

# Other words that can open an attribution ("according to", "reported by").
OTHER_TRIGGERS = word_set("according reported confirmed announced")
