"""long.py TIMES: a matter whose paper is a text repeated so many times, on standard output.

Everything that a paper has is in it: headings, paragraphs, a quotation, lists, a table
with numbers, footnotes, a link. Nothing in it is anybody's; the municipality is invented.
"""
import json
import sys

times = int(sys.argv[1])

PART = """### Del {n}: cykelvägar till skolorna

Nämnden har prövat förslaget i tre steg enligt 5 § förvaltningslagen (2017:900): om åtgärden leder till det avsedda resultatet, om den är *mer långtgående* än vad som behövs och om resultatet står i rimligt förhållande till olägenheterna.[^lag{n}]

En gång- och cykelbana längs Ågatan förbinder redan torget med skolan. Under läsåret cyklade omkring {c} elever den vägen varje dag. Förvaltningen har räknat trafiken vid {m} tillfällen och talat med elevrådet, som hellre ser bättre belysning än en ny väg.

> ”Vi cyklar gärna, men det är mörkt vid viadukten på vintern och bilarna kör fort där.”

Nämnden har jämfört tre sätt att göra vägen tryggare:

1. ny belysning vid viadukten,
2. sänkt hastighet på Ågatan, och
3. en ny cykelväg, så som motionären föreslår.

| Slag | 2027 | 2028 | 2029 |
|---|--:|--:|--:|
| Belysning | {a} 000 | 12 000 | 12 000 |
| Skyltar och målning | 86 500 | – | – |
| Cykelväg | 4 250 000 | 85 000 | 85 000 |

Belysningen ger det mesta av nyttan till en bråkdel av kostnaden. Den kan dessutom vara på plats redan till hösten, medan en ny väg kräver ändrad detaljplan och tidigast kan tas i bruk om tre år. Se även [myndighetens vägledning](https://example.org/vagledning) om trygga skolvägar.

- De flesta barn vill att det blir ljusare.
- Flera vårdnadshavare vill ha lägre hastighet.
- Några vill se en ny väg, och några av dem nämner snöröjningen.

[^lag{n}]: Förvaltningslagen (2017:900), 5 §, och kommunallagen (2017:725), 2 kap. 1 §, i deras lydelse den 1 januari 2026.

"""
START = {"opening": "Tekniska nämnden lämnar följande yttrande till kommunstyrelsen som svar på remissen.",
         "summary": "Nämnden delar målet att barn ska kunna cykla tryggt till skolan, men föreslår att motionen avslås, eftersom ny belysning ger det mesta av nyttan."}

text = "".join(PART.format(n=i + 1, c=100 + i % 7 * 10, m=3 + i % 4, a=240 + i % 9) for i in range(times))
json.dump({
    "format": "yttra-matter", "version": 1, "title": "Motion om cykelväg till Lillskolan", "references": ["TN 2026/0044"], "received": "2026-02-03",
    "movers": [{"name": "Majken Ros", "party": "LL"}], "claims": [{"text": "att en cykelväg byggs mellan torget och Lillskolan", "decision": "reject"}],
    "measures": [], "estimate": {"lines": []}, "answers": [],
    "documents": [{
        "id": "d", "kind": "opinion", "draft": 1, "date": "2026-05-19", "body": "Tekniska nämnden", "level": "committee", "to": "Kommunstyrelsen",
        "case_ref": "TN 2026/0044", "signatories": [{"name": "Olle Påhittad", "title": "Ordförande"}],
        "sections": [
            {"role": "ingress", "heading": "Ingress", "text": START["opening"]},
            {"role": "summary", "heading": "Sammanfattning", "text": START["summary"]},
            {"role": "motion_content", "heading": "Motionens innehåll", "text": "Motionären vill att en cykelväg byggs mellan torget och Lillskolan."},
            {"role": "assessment", "heading": "Nämndens överväganden", "text": text},
            {"role": "proposal", "heading": "Ställningstagande", "text": ""},
        ]}]}, sys.stdout, ensure_ascii=False)
