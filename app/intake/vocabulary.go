package intake

// The Swedish words that papers are recognised by. They are looked up in lower
// case and never shown to anybody.

var abbreviations = setOf(`t.ex t.e.x bl.a m.m m.fl dvs d.v.s s.k kap nr ca kl resp osv o.s.v etc f.d inkl exkl max min st
	p.g.a pga a.a dnr ang vers art bla tex mm mfl f.n fn s.a.s jfr forts tel avd vol ggr ex mkr tkr mnkr i.s.f o.d e.d t.o.m fr.o.m
	m.a.o f.ö o.dyl mån tfn bil ev doc prof`)

// endingAbbreviations may end a sentence too: with a capital after them they do.
var endingAbbreviations = setOf(`m.m m.fl mm mfl etc osv o.s.v o.d e.d o.dyl`)

// itemLabels stand before a number as the mark of a claim.
var itemLabels = setOf(`yrkande att-sats attsats punkt förslag beslutspunkt`)

// openEnded words cannot end a line that stands alone: the next line goes on.
var openEnded = setOf(`om angående ang rörande gällande avseående och i på till för av med samt en ett den det de som vid från under över
	mot hos genom utan vår våra sin sina sitt kommunens stadens nya ny eller mellan inom efter enligt in ut per kring
	hur när vad där när så är ska skall kan bör`)

// prepositions cannot end a paragraph, even before an empty line.
var prepositions = setOf(`i på till för av med om vid från under över mot hos genom mellan inom efter via kring per`)

// takesAtt are the last words of a line after which a line that begins with
// "att" goes on with the same clause.
var takesAtt = setOf(`möjligheten möjligheterna möjlighet möjligheter uppdrag uppdraget för genom om syfte syftet till med av så utan
	förutsättningar förutsättningarna förutsättningen vikten behovet innebär innebära säkerställa säkerställer tillse tillser se ser
	ansvar ansvaret rätt rätten arbetet beslut förslag mål målet målsättning målsättningen ambitionen avsikt avsikt inriktning krav
	kravet risk risken efter trots ut sätt är anser menar i fokus avser verka verkar sträva strävar plan åt inför nödvändigt viktigt
	lämpligt skyldighet skyldigheten tänka börja fortsätta komma kommer ha har får ska skall kan kunna`)

// governsAtt are the nouns among them that always have their "att" after them.
var governsAtt = setOf(`möjligheten möjligheterna förutsättningarna förutsättningen vikten behovet syfte syftet ambitionen
	målsättningen för genom utan`)

// infinitives are short verbs that do not end in -a.
var infinitives = setOf(`få ge se gå stå ta bli slå dra be ha bygga dö le ske sy tro må nå två flå klä rå ro bero spy stödja ålägga åta`)

// notInfinitive end in -a but open a clause with a subject.
var notInfinitive = setOf(`alla samtliga båda andra dessa nya våra kommunala sina berörda eleverna barnen flera många följande lediga
	särskilda ovanstående nuvarande samma kommunens stadens unga äldre stora små lokala offentliga egna fria skola skolorna
	förskola skolskjutsarna avgifterna reglerna resurserna kostnaderna lärarna brukarna invånarna medborgarna gatorna vägarna rutinerna
	verksamheterna nämnderna förvaltningarna bolagen partierna cyklisterna toaletterna bussarna lokalerna`)

var monthNumbers = map[string]int{"januari": 1, "februari": 2, "mars": 3, "april": 4, "maj": 5, "juni": 6, "juli": 7,
	"augusti": 8, "september": 9, "oktober": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "febr": 2, "apr": 4,
	"jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12}
