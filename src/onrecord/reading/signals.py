"""Words that settle what a claim says: negations, shares, ends of phrases, wishes, and what parts two clauses."""

from __future__ import annotations

import re

NEGATION = re.compile(
    r"\b(?:(?<!or may )not(?! only| just| least)|never|no longer|neither|nor|yet to|failed to|unable to|refused to|"
    r"cannot|(?:nobody|no one|none)(?! but| other| except)|"
    r"denie[sd]|denying|refute[sd]?|without|prevent(?:ed|ing)?|stop(?:ped|ping)?|avoid(?:ed|ing)?|"
    r"nothing(?! but| else))\b|"
    r"n['’]t\b",
    re.IGNORECASE,
)
FALSE = re.compile(
    r"\b(?:false|untrue|a lie|"
    r"lies(?! (?:at|in|on|with|to|under|behind|near|dead|ill|ahead|beneath|buried|down|elsewhere))|"
    r"baseless|unfounded|bogus|nonsense|incorrect|fabricat\w+|propaganda)\b",
    re.IGNORECASE,
)
WITHIN = re.compile(r"\bno\b", re.IGNORECASE)
NO = re.compile(r"\b(?:no|any)(?: \w+)?\s*$", re.IGNORECASE)
PART = re.compile(
    r"\b(?:parts? of|most of|some of|half(?: of)?|(?:thirds?|quarters?) of|much of|partial(?:ly)?|"
    r"(?:\d+|\w+) per ?cent|\d+ ?%|not the \w+|"
    r"except|"
    r"outskirts|only the|(?:the|upper|lower|old) (?:harbou?r|waterfront|fort|fortress|citadel|suburbs|"
    r"town|quarter|quays?|hills?|ridge|walls?|docks|heights)(?! of (?-i:[A-Z])| (?-i:[A-Z])))\b",
    re.IGNORECASE,
)
WHOLLY = re.compile(r"\b(?:100|hundred) per ?cent\b", re.IGNORECASE)
TOLL_WORDS = (
    ("injured", r"injur|wound|hurt|hospitali|harmed"),
    ("missing", r"missing|unaccounted|looking|search|hunt"),
    ("displaced", r"displaced|evacuat|homes|homeless"),
    ("arrested", r"arrest|detain|(?:round|lock)\w* up"),
    ("killed", r""),
)
SOMEWHERE = re.compile(
    r"\b(?:part of the \w+|regions?|countr\w+|north\w*|south\w*|east\w*|west\w*|capital|mountains?|border|abroad|"
    r"city|town|village|hospital|exile|hiding|prison|embassy|province|valley|island|hotel|base|camp|palace)\b"
)
NO_OBJECT = re.compile(
    r"(?:in|on|at|by|to|back|with|from|for|during|as|it|them|him|(?:her|its|his|their)(?! own)|us|me|that|this|"
    r"which|who|\w+day|was|"
    r"were|is|are|hard|again|home|out|up|down|off|and|or|including|the)\b|\d"
)
CUT = re.compile(
    r"[,.;:!?\"“”()]|\s(?:and|after|before|while|when|in|at|near|on|with|using|that|which|who|by|where|as|during|for|is|was|are|were|has|had|"
    r"from|inside|outside|said|early|late|(?:last|this|earlier) \w+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s",
    re.IGNORECASE,
)
REASON_CUT = re.compile(r"[,.;:!?\"“”()]|\s(?:and|after|before|while|when|that|which|who|said)\s", re.IGNORECASE)
# What parts a trigger from a name that is not the one it speaks of: another clause, or people of whom numbers tell.
LEFT_BAR = re.compile(
    r"\b(?:that|whether|if|because|which|where|when|until|before|nobody|no one)\b|(?<!['’]s )\b(?:people|persons|"
    r"civilians|others|children|men|women|victims)\b|\band (?:the|an?|his|her|its|their)\b|[.;:!?]\s",
    re.IGNORECASE,
)
RIGHT_BAR = re.compile(
    r"\b(?:in|on|at|by|for|from|with|near|about|against|to|into|after|before|under|over|between|during|"
    r"that|when|while|as|because|but|and|which)\b",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\W*(?:$|[.,;:!?\"”’)]|(?:claims?|on|after|before|from|in|by|and|at|within|this|last|as|when|while|with|early|"
    r"late|\w+day)\b)",
    re.IGNORECASE,
)
IT = re.compile(r"\W{0,2}(?:it|there|them)\b(?!['’])", re.IGNORECASE)
OFF = re.compile(r"\b(?:near|outside|(?:north|south|east|west)\w* of|from|that|when|after|before|by)\b", re.IGNORECASE)
OWNS = re.compile(r"(?:['’]s?|^(?:his|her|their|its|my|our))$", re.IGNORECASE)
# After "her", where she is meant and nothing of hers.
OBJECT = re.compile(
    r"(?<=her)(?: (?:away|off|up|in|out|down|into|to|from|on|at|with|by|behind|under|guilty|free|packing|the|an?|"
    r"for)\b|"
    r"\W*$)",
    re.IGNORECASE,
)
# What may stand before a trigger that begins its clause: auxiliaries, adverbs, and what only points.
BARE = re.compile(
    r"\W*(?:(?:is|are|was|were|be|been|being|has|have|had|will|would|to|not|never|also|already|still|now|just|yet|"
    r"no|any|"
    r"full|complete|completely|fully|simply|reportedly|allegedly|it|they|this|that|there|a|an|the|haven|of|in|"
    r"for)\W+)*$",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"\b(?:son|daughter|brother|sister|wife|husband|widow|father|mother|uncle|nephew|niece|cousin|aide|friend|ally|"
    r"lawyer|"
    r"supporters?|successor|predecessor|adviser|advisor|deputy|secretary|driver|bodyguard|colleague|spokes\w+|"
    r"client|employee|rival|critic|opponent) (?:of|to|for) (?:(?:the|a|an|his|her|their) )?(?:[a-z-]+ ){0,4}$",
)
HEDGE = re.compile(
    r"\b(?:might|may|could|believed?|thought|think|likely|probably|apparently|feared|possibly|presumed|suspected)\b",
    re.IGNORECASE,
)
# What stands right before a verb that tells what ought to be.
OUGHT = re.compile(
    r"\b(?:should|must|let['’]s|(?:ought|needs?|has|have|had) to|had better)(?: not| never| now)?\s*$", re.IGNORECASE
)
TO = re.compile(r"([\w'’]+) to(?: [a-z]+ly)?\s*$", re.IGNORECASE)
# After these, "to" tells what is or was: "was to close", "is said to have fled", "decided to quit".
TOLD = frozenset(
    "is are was were be been due set going agreed decided about forced made had has have said believed reported "
    "thought claims claimed seems seemed appears appeared managed able happened began continued supposed alleged known "
    "obliged compelled bound first last only came refused failed unable yet not "
    "hour hours minutes day days voted".split()
)
# Between a name and the trigger that speaks of it: the other side of talks, and what brings a name to the front.
JOINED = re.compile(r" (?:between|with) [^.,;:]{1,60}? and (?:the|an?|its|his|her|their) |,? (?:that|who|which)(?= )")
CLEFT = re.compile(r"\b(?:it|this|that) (?:is|was|were|wasn['’]t|isn['’]t)\b[^.;:]*$", re.IGNORECASE)
HINTS = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|want(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?(?: on)?|ask(?:s|ed|ing)?|"
    r"demand(?:s|ed|ing)?|threaten(?:s|ed|ing)?|vow(?:s|ed|ing)?|tri(?:ed|es)|trying|attempt(?:s|ed|ing)?|aim(?:s|"
    r"ed|ing)?|"
    r"seek(?:s|ing)?|sought|pressure[sd]?|press(?:ed|ing)|bid|plan(?:s|ned|ning)?|order(?:s|ed)?|need(?:s|ed)?|"
    r"leading|pledg(?:e|es|ed)|promis(?:e|es|ed)|swore)\b(?: (?!that\b)[\w'’-]+){0,4}? (?:to|for)(?: \w+)?\s*$",
    re.IGNORECASE,
)
