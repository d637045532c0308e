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
figure   a number behind "at" ("put the toll at 12")
denial   what follows is denied
for, of, on, against, about, to, at, out ...: a preposition or particle that belongs to the verb (written +for)
"""

from claims.reading.lexicon import word_set

VERBS = """
accuse : whom +of
acknowledge : clause object
add : that quote
admit admitted admitted admitting admits : clause object to
advise : clause whom +against
affirm : clause object
agree : that quote
allege : clause object
announce : clause object to
answer : quote that noun
appeal : whom noun +for +to
argue : clause quote
ask : quote whom told to
assert : clause object
assure : told
attack : quote noun
attribute : object noun
bark : quote noun
beg begged : whom quote
believe : clause
bemoan : object that
blame : whom noun
blast : object quote noun
boast : clause quote noun +of
brag bragged : clause quote +about +of
brand : quote whom noun +as
bristle : quote
call : whom quote +for +on +upon noun
caption : quote noun
caution : clause whom +against noun
chant : quote
characterise : whom +as
characterize : whom +as
charge : that whom noun
cheer : quote noun
chide : quote whom
cite : object noun
claim : clause noun object
clarify : that quote object
comment : quote noun that +on
complain : clause +about +of
concede : clause quote
conclude : clause quote
concur concurred : that quote
condemn : object whom +as
confirm : clause object
contend : clause
continue : quote
counsel : whom noun
count : object noun that past
counter : that quote
criticise : object whom +for
criticize : object whom +for
crow : quote noun
declare : clause object
decry : object whom +as
defend : object whom
demand : clause object to noun
demur demurred : quote
denounce : object whom +as
deny denied denied denying denies : clause object denial
deplore : object
deride : quote whom +as
describe : whom +as
detail : object noun that
disclose : clause object
dismiss : object whom +as
dispute : object noun that denial
document : object noun that past
dub dubbed : quote whom
dwell : particle +on
elaborate : quote
email : quote noun that
emphasise : clause object
emphasize : clause object
encourage : whom
enthuse : quote
estimate : clause noun object
exclaim : quote
exhort : whom
expect : clause to
explain : that quote
express : object noun
fear : clause noun object
feel felt felt feeling feels : that
find found found finding finds : that
forecast forecast forecast forecasting forecasts : clause noun object
fume : quote that
go went gone going goes : particle +on
grumble : quote that
guess : clause quote noun
gush : quote
hail : object whom +as noun
headline : quote noun
highlight : object noun that
hint : that +at noun
hope : clause noun to
implore : whom
imply : clause
indicate : clause object
inform : told
inquire : quote
insinuate : clause
insist : clause +on
instruct : whom
interject : quote
interrupt : quote
intimate : that
intone : quote
invite : whom
joke : that quote noun
justify justified justified justifying justifies : +by
label labelled : quote whom noun
labeled labeled labeled labeling labels : quote whom noun
lament : clause object
lash : quote noun
laugh : quote noun
log logged : object noun that past
maintain : that
marvel marvelled : quote noun that
mention : that object noun
mock : quote whom
monitor : object noun that past
muse : quote that
mutter : quote that
note : that noun quote object
notify : told
object : that +to noun
observe : that quote
offer : to noun object
opine : clause quote
order : whom noun to
outline : object noun
pledge : clause to noun object
point : particle +out +to noun
ponder : quote
portray : whom +as
posit : clause
post : quote noun
postpone : quote
postulate : clause
praise : object noun whom +for
predict : clause object to
proclaim : clause object
promise : clause to noun object
pronounce : quote object
propose : that object to
put put put putting puts : figure
question : object noun quote
quip : quote that
quote : whom noun +as
read read read reading reads : quote that
reaffirm : that object
realise : that
reason : quote that noun
reassure : told
rebuke : quote whom noun
recall : clause quote
recommend : that object
record : object noun that past
recount : that quote
refer referred : particle +to
refute : object that denial
register : object noun that past
regret regretted : object that noun
reiterate : clause object
reject : object denial
relate : quote
remark : that quote noun
remind : told
repeat : that quote object
reply : that quote noun
report : clause noun object
request : object whom that noun
respond : that quote
restate : that object
retort : quote that
retweet : quote noun
reveal : clause object
ridicule : quote whom noun
rule ruled : that quote noun +against
say said said saying says : clause quote
scoff : quote
scold : quote whom
scream : quote noun
shout : quote noun that
show showed shown showing shows : that
sigh : quote noun
signal signalled signalled signalling signals : that noun object
signaled signaled signaled signaling signals : that noun
sing sang sung : quote
slam slammed : object quote noun
smile : quote noun
snap snapped : quote noun
speak spoke spoken speaking speaks : particle +of +about
specify : that
speculate : clause
state : that noun quote
stress : that noun object
submit submitted : that
suggest : clause object
summarise : quote
summarize : quote
swear swore sworn swearing swears : clause to
taunt : quote whom noun
tease : quote
telegraph : quote
tell told told telling tells : told quote
term : quote whom noun
testify : clause +about
theorise : clause
theorize : clause
think thought thought thinking thinks : clause
threaten : to +with
thunder : quote noun
title : quote noun
tweet : clause noun quote
underline : that object
underscore : that object
urge : whom that
vent : quote noun
venture : quote that noun
verify : clause object
voice : object noun
volunteer : quote that noun
vow : clause to noun object
warn : clause whom +of +against +about
welcome : object
whisper : quote that noun
wonder : quote noun that
worry : clause noun +about +that
write wrote written writing writes : that quote
yell : quote noun
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
    yonhap aljazeera politico axios news channel daily weekly agence press
    """
)
# Who can be cited.
PEOPLE = word_set(
    """
    source sources official officials officer officers commander commanders spokesman spokeswoman spokesperson activist
    activists witness witnesses eyewitness eyewitnesses resident residents monitor monitors ministry minister
    statement statements army military
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
