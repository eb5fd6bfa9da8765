/* Search by fact, as the worker of Material's search box. The list of records and pages is fetched and indexed when the
   box is first used; a query then looks at the words it has and not at the whole list.
   Folding takes away case, accents, quotation marks, thousands separators and the th of 15th, keeps what makes a number,
   and writes Cyrillic letters in Latin ones. What it says is first: a build puts the labels of the site's language there
   (commands/theme.py). */
const labels = {
  search_found_one: "1 result for {query}",
  search_found: "{number} results for {query}",
  search_not_every_word: ", not with every word",
  search_none_every_word: ", none with every word",
  search_first: "; the first {number}:",
  search_nothing: "Nothing here matches “{query}”.",
  search_these_answered: " These questions are answered:",
  search_lost: "The list of records could not be loaded. Type on to try again, or look through the list:",
  search_and_index: "Search and index",
  search_index_words: "All records in one list.",
  search_answer: "Answer",
  search_section: "Section",
  search_page: "Page",
  search_rest: "From the rest of the article",
  kind_people: "Person",
  kind_organisations: "Organisation",
  kind_quotes: "Quotation",
  kind_figures: "Number",
  kind_events: "Event",
  kind_positions: "Position",
  kind_comparisons: "Comparison",
  kind_conflicts: "Accounts differ",
  kind_terms: "Term",
  kind_references: "Reference",
  kind_corrections: "Correction",
};
const say = (key, names) => labels[key].replace(/\{(\w+)\}/g, (_, name) => names[name]);
/* Each kind as the list has it, in the language of the site, and as it is called below. */
const kinds = new Map(Object.entries({ answer: "Answer", section: "Section", page: "Page", rest: "Rest", people: "Person", organisations: "Organisation",
  quotes: "Quotation", figures: "Number", events: "Event", positions: "Position", comparisons: "Comparison", conflicts: "Conflict", terms: "Term", references: "Reference",
  corrections: "Correction" }).map(([key, kind]) => [labels[`kind_${key}`] ?? labels[`search_${key}`], kind]));
const latin = Object.fromEntries([..."абвгґдеєжзиіклмнопрстуфхцчшщыэюя"].map((char, at) => [char,
  "a b v g g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch y e iu ia".split(" ")[at]]));
const fold = (text) => {
  let low = text.toLowerCase().replace(/['‘’ʼ]/g, "");
  const plain = /^[\x00-\x7f“”–—…]*$/.test(low);
  if (!plain) low = low.normalize("NFD").replace(/\p{M}/gu, "").replace(/[\u0430-\u0491]/g, (char) => latin[char] ?? "");
  if (!/\p{N}/u.test(low)) return low.replace(plain ? /[^a-z%]+/g : /[^\p{L}%]+/gu, " ").trim();
  return low.replace(/(\d)[,.](?=\d{3}(?!\d))/g, "$1").replace(/[^\p{L}\p{N}.,%]+/gu, " ").replace(/[.,](?!\d)|(?<!\d)[.,]/g, " ")
    .replace(/(\d)(?:st|nd|rd|th)\b/g, "$1").replace(/ +/g, " ").trim();
};

/* Words that make a question and seldom say what it is about. They are left out where others remain. */
const asking = new Set(("a about actually after again all also away am an and any anymore anyone anything are arent as ask at be because been being between but by call called calls came can cant come comes compare compared could couldnt did didnt difference do "
  + "does doesnt doing done dont during each else enough ever exactly explain find for from get gets go going got had hadnt happen happened happening happens has hasnt have havent having he her here hers hes him his how i id if ill "
  + "im in into is isnt it its ive just keep keeps kept know last lasted lasts let like many may me mean meaning means meant might more most much must my need needs no not now of on or our out over please really said say saying says "
  + "she shes should shouldnt show so some still tell than that thats the their them then there theres these they theyre theyve think this those to told too up us v versus very vs was wasnt we were werent weve what whatever whats "
  + "when whens where wheres which who whom whos whose why whys will with wont would wouldnt yes yet you your youre").split(" "));
const telling = (words) => {
  const told = words.filter((word, at) => !asking.has(word) && !(words[at - 1] === "how" && at < words.length - 1 && /^(long|often|soon)$/.test(word)) && !(words[at - 1] === "this" && /^(site|website|page)$/.test(word)));
  return told.length ? told : words;
};

/* Days in digits: 15/8/2025, 8/15/2025, 15.08.2025, 2025-08-15. */
const months = "january february march april may june july august september october november december".split(" ");
const dated = (text) => text.replace(/\b(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})\b/g, (typed, a, b, c) => {
  const [year, day, month] = a > 31 ? [a, c, b] : [c, ...(b > 12 ? [b, a] : [a, b])];
  return months[month - 1] ? `${Number(day)} ${months[month - 1]} ${year}` : typed;
});
/* Numbers in every spelling: 1 million, 1,000,000, 1m; three to one, 3-to-1, 3:1, three times; two point four. */
const digits = new Map("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(" ")
  .map((word, at) => [word, at + 2]).concat("thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, at) => [word, at * 10 + 30])));
const times = new Map(Object.entries({ hundred: 100, thousand: 1e3, k: 1e3, million: 1e6, millions: 1e6, mio: 1e6, mn: 1e6, m: 1e6, billion: 1e9, billions: 1e9, bn: 1e9 }));
const numeral = (word = "") => (word >= "0" && word < ":" ? word : digits.get(word));
const digit = (word) => (word === "one" ? 1 : numeral(word));
const numbered = (words) => {
  const told = [];
  for (let at = 0; at < words.length; at += 1) {
    const next = () => words[at + 1];
    const word = words[at];
    const one = word === "one" ? times.has(next()) || (/^(to|point)$/.test(next()) && numeral(words[at + 2])) : (word === "a" || word === "an") && times.has(next());
    let value = one ? "1" : numeral(word);
    if (value !== undefined) {
      if (value > 19 && value % 10 === 0 && digits.get(next()) < 10) { value += digits.get(next()); at += 1; }
      if (next() === "point" && digit(words[at + 2]) < 10) { value = `${value}.${digit(words[at + 2])}`; at += 2; }
      const [, number, by] = /^(\d+(?:\.\d+)?)([a-z]+)$/.exec(value) || [];
      if (times.has(by)) value = String(Math.round(number * times.get(by)));
      if (/^\d{1,3}$/.test(value)) while (/^\d{3}$/.test(next())) { value += next(); at += 1; }
      for (; times.has(next()); at += 1) value = Math.round(value * times.get(next()));
      if (next() === "percent" || (next() === "per" && words[at + 2] === "cent")) { at += next() === "per" ? 2 : 1; value = `${value}%`; }
      const to = next() === "to" ? 1 : 0;
      const other = to ? digit(words[at + 2]) : next() === "times" ? 1 : numeral(next());
      if (/^\d{1,2}(\.\d+)?$/.test(other) && /^\d{1,3}(\.\d+)?$/.test(value)) { value = `${value}to${other}`; at += 1 + to; }
    }
    told.push(String(value ?? (!at && /^[mb]illion$/.test(word) ? times.get(word) : word)));
  }
  return told;
};

/* A word without the endings of its number and tense: swapping, swaps, swapped. */
const irregular = { dead: "death", die: "death", dies: "death", died: "death", dying: "death", met: "meet", won: "win", held: "hold", wrote: "writ", written: "writ",
  spoke: "speak", spoken: "speak", gave: "giv", took: "tak", taken: "tak", made: "mak", began: "begin", fought: "fight", sent: "send", left: "leav", built: "build" };
const stemmed = new Map();
const cut = (word) => {
  if (irregular[word]) return irregular[word];
  if (word.length < 4 || /\d/.test(word)) return word;
  const one = word.replace(/ies$/, "y").replace(/(?<=ch|sh|ss|x|z)es$/, "").replace(/(?<=[^su])s$/, "");
  const bare = one.length > 5 ? one.replace(/(?<=[aeiouy].*)(?:ing|(?<!e)ed|(?<=e)d)$/, "") : one;
  return (bare === one ? one : bare.replace(/([bdgmnprt])\1$/, "$1")).replace(/(?<=...)e$/, "").replace(/y$/, "i");
};
const stem = (word) => stemmed.get(word) ?? (stemmed.set(word, cut(word)), stemmed.get(word));
const stems = (folded) => (folded ? numbered(folded.split(" ")).map(stem) : []);

/* What readers ask of the site itself: where its pages have none of a word, or the query has no other. */
const itself = new Map(Object.entries({ source: "newspaper publisher author wrote written article story text based old published", check: "credible reliable trust trustworthy accurate true truth bias biased fake",
  "report problem": "contact mistake error wrong feedback email", licence: "license copyright reuse", data: "csv json download cite citation citing" })
  .flatMap(([told, words]) => words.split(" ").map((word) => [stem(word), told.split(" ").map(stem)])));
/* Words that news has one for another. They count for less than the word itself. */
const groups = ("army troop soldier force military armed infantry manpower/weapon arms gun artillery missile/meeting summit talk/land territory/deal agreement accord treaty pact/loss casualty death toll killed/argument row quarrel shouting shout yell scream clash/promise pledge vow claimed/leave quit resign walk/"
  + "demand condition precondition mandatory requirement require insist/want support back favour favor oppose against reject refuse stance position view opinion/concession compromise/hack hacking hacker interference meddling meddled/accused charged/election campaign vote/next upcoming planned expected/pause truce/"
  + "attack bombard bomb shell strike/ally alliance/cost price fee/threat warning ultimatum/wage pay salary/company firm business/chief head boss director/worker staff employee/pupil student/child kid/hurt injured wounded/crash accident collision/car vehicle/fire blaze/close shut/begin start/rise increase grow/"
  + "fall drop decline/abandon drop/close near/possible difficult hard/court judge tribunal/photo picture/differ contradict contradiction disagree conflicting inconsistent inconsistency discrepancy/agree reach/speak interview/clap applaud applause cheer/change shift turn flip flop reversal backtrack/tv television programme show/"
  + "shortage short lack/strengthen reinforce rearm rebuild regroup/limit restriction cap curb disarmament demilitarisation demilitarization/swap exchange trade/progress success breakthrough headway/end stop halt/push pressure press").split("/").map((group) => group.split(" ").map(stem));
const kindred = new Map(groups.flat().map((word) => [word, groups.filter((group) => group.includes(word)).flat()]));

/* What sounds alike across spellings of a name: Chekhov, Tschechow; Tolstoy, Tolstoi. */
const sound = (word) => word.replace(/tsch|tch|sch|sh|ch|zh|kh|ph|ck|[wcqsz]/g, (one) => ({ tsch: "c", tch: "c", ch: "c", sch: "s", sh: "s", zh: "s", kh: "h", ph: "f", ck: "k", w: "v", c: "k", q: "k", s: "s", z: "s" })[one])
  .replace(/[aeiouyj]+$/, "").replace(/[aeiouyj]+/g, "a").replace(/(.)\1/g, "$1");
/* How many letters are more, less, other or exchanged. */
const apart = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
};

/* The index: for each word, the entries that have it, and where: 4 in the title or a name, 3 in what else it may be
   looked for by, 2 in the record's own words, 1 in the source's words beneath. What has a name of its own is one word
   however it is named, or declined: Italy, Italian, Italians. */
const named = new Set(["Person", "Organisation", "Term"]);
const letters = (word) => { let bits = 0; for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) - 97); return bits; };
const differing = (a, b) => { let [bits, number] = [a ^ b, 0]; for (; bits; bits &= bits - 1) number += 1; return number; };
const alike = (word) => word.replace(/[aeiouy]+/g, "a").replace(/(.)\1/g, "$1");
/* Of a sorted list of texts, each with something, that of those which begin so. */
const beginning = (list, text, most = Infinity) => {
  let [from, to] = [0, list.length];
  while (from < to) { const middle = (from + to) >> 1; if (list[middle][0] < text) from = middle + 1; else to = middle; }
  const found = [];
  for (; from < list.length && found.length < most && list[from][0].startsWith(text); from += 1) found.push(list[from][1]);
  return found;
};
class Index {
  constructor(list) {
    this.has = new Map(); /* word: {at: entries, in: places} */
    this.exact = new Map(); /* a title, a name, all of the own words: entries */
    this.names = new Map(); /* first word of a name: [words, concept], the longest first */
    this.roots = new Map(); /* first five letters of a name of one word: [word, concept] */
    this.words = new Map(); /* a word as it is spelt: what is known of it */
    this.begun = []; /* a title or name: its entry */
    this.entries = list.map((entry) => {
      const names = [entry.t, ...(entry.n || [])].map(fold);
      return { entry, names, texts: [`  ${names.join("  ")}  `, ` ${fold(entry.w || "")} `, ` ${fold(entry.e || "")} `] };
    });
    this.entries.forEach((one) => { if (named.has(one.entry.k)) this.name(one); });
    const concept = (title) => this.known(stems(fold(title).replace(/^the /, "")))?.[1];
    this.bodies = new Map(list.filter(({ b }) => b).map(({ t, b }) => [concept(t), concept(b)]));
    this.names.forEach((others) => others.sort(([a], [b]) => b.length - a.length));
    this.entries.forEach((one, at) => this.add(one, at));
    this.begun.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.vocabulary = [...this.has.keys()].filter((word) => word[0] !== "@").sort().map((word) => [word, word]);
    this.spelt = [...this.words].filter(([word, { often, number }]) => often && word.length > 2 && !number).map(([word, { often }]) => [word, often]);
  }
  name({ names, entry }) {
    const known = names.map((name) => stems(name.replace(/^the /, "")));
    const concept = (entry.k !== "Person" && known.map((words) => this.known(words)?.[1]).find(Boolean)) || `@${known[0].join(" ")}`;
    for (const words of known) {
      const same = this.known(words);
      if (same && entry.k === "Person") same[1] = null; /* two of one last name */
      if (same) continue;
      this.names.set(words[0], [...(this.names.get(words[0]) || []), [words, concept]]);
      const root = words[0].slice(0, 5);
      if (words.length === 1 && root.length > 4) this.roots.set(root, [...(this.roots.get(root) || []), [words[0], concept]]);
    }
  }
  known(words) { return this.names.get(words[0])?.find(([other]) => other.length === words.length && other.every((word, at) => word === words[at])); }
  /* The words one by one, and a name as one: [words, concept]. */
  units(words) {
    const units = [];
    for (let at = 0; at < words.length;) {
      const word = words[at];
      const found = this.names.get(word)?.find(([name]) => name.every((other, i) => other === words[at + i]));
      const length = found ? found[0].length : 1;
      units.push([length > 1 ? words.slice(at, at + length) : [word], found ? found[1] : this.declined(word)]);
      at += length;
    }
    return units;
  }
  /* Persia, Persian; Bosnia, Bosnians: the beginning of both, and a short end. */
  declined(word) {
    const near = ([root]) => {
      let same = 5;
      while (same < root.length && root[same] === word[same]) same += 1;
      return root.length - same < 3 && word.length - same < 4;
    };
    return word.length > 4 ? this.roots.get(word.slice(0, 5))?.find(near)?.[1] : undefined;
  }
  /* What is known of a word as it is spelt; looked up once. */
  word(spelt) {
    if (this.words.has(spelt)) return this.words.get(spelt);
    const is = stem(spelt);
    const known = { stem: is, list: this.list(is), concept: this.list(this.declined(is)), names: this.names.get(is), number: numeral(spelt) !== undefined || times.has(spelt), often: 0 };
    this.words.set(spelt, known);
    return known;
  }
  list(word) { return word && (this.has.get(word) || this.has.set(word, { at: [], in: [] }).get(word)); }
  add(one, at) {
    const { entry, names, texts } = one;
    for (const key of new Set([...names, texts[1].trim()])) (this.exact.get(key) || this.exact.set(key, []).get(key)).push(at);
    const put = (list, place) => { if (list && list.at[list.at.length - 1] !== at) { list.at.push(at); list.in.push(place); } };
    const own = named.has(entry.k) ? names.length : 1;
    [names.slice(0, own).join(" . "), names.slice(own).join(" . "), texts[1].trim(), texts[2].trim()].forEach((text, level) => {
      if (!text) return;
      let words = text.split(" ").map((word) => this.word(word));
      if (level < 3) for (const word of words) word.often += level < 2 ? (level < 1 && named.has(entry.k) ? 1000 : 1) : 0.01;
      if (words.some((word) => word.number)) words = numbered(text.split(" ")).map((word) => this.word(word));
      words.forEach((word, i) => {
        put(word.list, 4 - level);
        put(word.concept, 4 - level);
        const name = word.names?.find(([other]) => other.every((part, n) => part === words[i + n]?.stem));
        if (name) put(this.list(name[1]), 4 - level);
        if (word.number && word.stem.includes("to")) word.stem.split("to").forEach((number) => put(this.list(number), 4 - level));
      });
    });
    one.holder = entry.k === "Position" && this.known(stems(fold(entry.t.split(": ")[0])))?.[1];
    if (entry.k === "Position") ["want", "demand"].forEach((word) => put(this.list(word), 1)); /* whoever holds one wants something */
    /* The editors' id may have a word that its record has not. */
    (/#([^.]+)$/.exec(entry.u)?.[1] || "").split("-").forEach((word) => put(word && this.list(stem(word)), 2));
    names.forEach((name) => this.begun.push([`${name} `, at]));
    one.size = Math.min(...names.filter((name, i) => !i || /\p{L}/u.test(name)).map((name) => telling(name.split(" ")).length));
  }
  /* For a word that stands nowhere: the name that sounds like it, or the nearest word: one letter other, two of seven; of four, one
     left out, or their order, vowels and double letters; or the word that it begins, but for one letter. */
  mend(word) {
    if (!/^\p{L}{4,}$/u.test(word)) return null;
    this.spelling ||= this.spelt.map(([other, often]) => [other, often, letters(other), often < 1000 || sound(other)]);
    const [most, bits, sounds, order] = [word.length > 6 ? 2 : 1, letters(word), sound(word), [...word].sort().join("")];
    let [best, least] = [null, Infinity];
    const rate = (other, far, often) => {
      const is = far + (other[0] === word[0] ? 0 : 0.5) - Math.min(often, 1e6) / 1e7;
      if (is < least) [best, least] = [other, is];
    };
    for (const [other, often, has, heard] of this.spelling) {
      if (heard === sounds && apart(word, other, 4) <= Math.max(2, word.length / 3)) rate(other, 0, often);
      else if (differing(bits, has) <= 2 * most && Math.abs(word.length - other.length) <= most) {
        const far = apart(word, other, most);
        const longer = word.length > 4 || (other.length > 4 && other[0] === word[0]);
        if (far <= most && (longer || alike(word) === alike(other) || [...other].sort().join("") === order)) rate(other, far, often);
      } else if (word.length > 4 && other.length > word.length && other[0] === word[0] && other[1] === word[1] && apart(word, other.slice(0, word.length), 1) === 1) rate(other, 1.6, often);
    }
    return best;
  }
}

/* What a record counts for by its kind; by the word that asks, one kind counts for more. What was wrong once, and
   others' works, come after what is so now and here. */
const worth = { Answer: 1.1, Number: 1.1, Event: 1.05, Quotation: 0.9, Page: 0.85, Section: 0.8, Rest: 0.9, Reference: 0.5, Correction: 0.2 };
const wishes = [ /* which words, which kinds, how much more, and whether a name alone is then no answer */
  [/^(when|whens|date|day)$/, ["Event"], 1.7, true], [/^where/, ["Event"], 1.3], [/^long$/, ["Event"], 1.4], [/^(next|upcoming|expected|planned)$/, ["Event", "Rest"], 1.3], [/^(when|will)$/, ["Rest"], 1.3], [/^(many|much|number)$/, ["Number"], 2.5, true],
  [/^(now|today|yet|still|latest|current|currently)$/, ["Answer"], 1.3, true], [/^(now|there|today|yet|still|latest|current|currently)$/, ["Home"], 1.5, true], [/^(who|whos|whom)$/, ["Person", "Organisation"], 1.15], [/^(why|whys)$/, ["Answer"], 1.4],
  [/^(why|whys)$/, ["Position", "Home"], 0.6], [/^(vs|versus|v|difference|compare|compared|comparison)$/, ["Page", "Comparison"], 1.6], [/^(did|is|are|was|were|has|have|what|whats|why|how)$/, ["Answer"], 1.12], [/^(do|does|can|could|will|would)$|nt$/, ["Answer", "Position", "Comparison"], 1.12],
  [/^(quote|quotes|quotation)$/, ["Quotation"], 1.6], [/^(contradict|disagree|differ|inconsist|discrepan)/, ["Conflict"], 1.6], [/^(say|says|said)$/, ["Position", "Quotation"], 1.3], [/^(want|demand|support|back|favou?r|oppose)/, ["Person", "Organisation"], 0.7],
  [/^(want|demand|condition|require|insist|support|back|favou?r|oppose|against|reject|refuse|stance|position|think)/, ["Position"], 1.5, true],
];

/* The words of a query as the index has them: for each, the entries that have it and where, how much it tells, and
   whether it is a name. */
const looked = (index, words, open) => {
  const units = index.units(telling(numbered(words)).map(stem));
  const own = units.every(([[word], concept]) => !concept && (itself.has(word) ? !(index.words.get(word)?.often >= 1000) : !index.has.has(word) && !kindred.has(word)));
  return units.map(([list, concept], unit, all) => {
    const [word] = list;
    const last = open && unit === all.length - 1 && list.length === 1;
    const where = new Float32Array(index.entries.length);
    const found = [];
    const take = (one, by) => {
      const having = one && index.has.get(one);
      for (let i = 0; having && i < having.at.length; i += 1) {
        const at = having.at[i];
        if (!where[at]) found.push(at);
        where[at] = Math.max(where[at], having.in[i] * by);
      }
    };
    take(concept, 1);
    /* Beside other words somebody stands for whom they speak for too: a president for the state. */
    const stands = [concept];
    for (let body = all.length > 1 && index.bodies.get(concept); body && stands.length < 4; body = index.bodies.get(body)) { take(body, 0.5); stands.push(body); }
    if (list.length === 1 && !own) take(word, 1);
    (kindred.get(word) || []).forEach((other) => take(other, !found.length ? 0.75 : words.length > 1 ? 0.6 : 0.25));
    if (!own && (last || (!found.length && word.length > 2))) beginning(index.vocabulary, word, 300).forEach((other) => take(other, found.length ? 0.5 : 0.6));
    if (!found.length) (itself.get(word) || []).forEach((other) => take(other, 1));
    const rare = Math.log(1 + index.entries.length / (found.length || 1));
    return { found, where, stands, name: Boolean(concept), weight: concept ? Math.max(rare, 2.2) * 1.3 : Math.min(rare, 4.5) };
  });
};
/* Entries by their score: each word by how much it tells and where it stands; less where words, or names, are missing. */
const scored = (index, words, open) => {
  const asked = looked(index, words, open);
  /* Names say what a question is about: none counts for less than its other words. */
  const most = Math.max(...asked.map((one) => one.weight));
  asked.forEach((one) => { if (one.name) one.weight = most; });
  const all = asked.reduce((sum, one) => sum + one.weight, 0);
  const wanted = wishes.filter(([ask]) => words.some((word) => ask.test(word)));
  const phrase = ` ${telling(words).join(" ")} `;
  const questions = words.filter((word) => /^(why|when|where|who|how|what|difference|compared)$/.test(word));
  const hits = [];
  for (const at of new Set(asked.flatMap((one) => one.found))) {
    const { entry, names, texts, size, holder } = index.entries[at];
    let [sum, weight, count, title] = [0, 0, 0, 0];
    for (const { where, weight: told } of asked) {
      if (!where[at]) continue;
      sum += told * [0, 0.25, 0.5, 0.85, 1][Math.ceil(where[at])];
      weight += told; count += 1;
      if (where[at] > 3) title += 1;
    }
    if (count * 3 < asked.length) continue;
    const [fit, full] = [Math.min(1, title / size), count === asked.length];
    let score = sum * (weight / all) ** 1.5 * (named.has(entry.k) && (fit < 1 || asked.length > 2) ? 0.8 : 1 + 0.4 * fit) * (worth[entry.k] ?? 1);
    if (entry.k === "Page" && fit === 1) score *= 2; /* called by its name */
    if (entry.k === "Answer" && !title) score *= 0.7; /* to another question */
    for (const [, kinds, by] of wanted) if (kinds.includes(entry.k) || (!entry.u && kinds.includes("Home"))) score *= by;
    if (holder && asked.some((one) => one.name) && !asked.some((one) => one.stands.includes(holder))) score *= 0.75; /* somebody else's position */
    for (const word of questions) if (texts[0].includes(` ${word} `)) score *= /^(why|diff)/.test(word) ? 1.4 : 1.1;
    if (full && count > 1) score *= texts[0].includes(phrase) ? 1.4 : texts[1].includes(phrase) ? 1.2 : 1;
    if (entry.k === "Event" && names.some((name, i) => i && ` ${name} `.includes(phrase))) score *= 1.8; /* what happened on a day */
    hits.push({ at, score, full });
  }
  const best = hits.reduce((top, { score }) => Math.max(top, score), 0);
  return hits.filter((one) => one.full || one.score * 4 >= best).sort((a, b) => b.score - a.score || a.at - b.at);
};
/* First a title, a name or all of a record's words, just as typed; then a question that is begun so; then what has five words
   or more in a row; then a name that is asked for with words that only ask, unless those want another kind; then what
   begins so, or has four words in a row; then by score. Among equals the order of the list decides. */
const ranked = (index, words, open) => {
  const typed = words.join(" ");
  const just = (text) => [text, `the ${text}`].flatMap((name) => index.exact.get(name) || []);
  const first = just(typed);
  const alone = words.every((word) => !wishes.some(([ask,,, other]) => other && ask.test(word)));
  const meant = alone ? just(telling(words).join(" ")) : [];
  const whole = beginning(index.begun, `${typed} `);
  const begun = (whole.length || !open || words.length < 2 ? whole : beginning(index.begun, typed)).sort((a, b) => a - b);
  const levels = words.length > 3 ? index.entries.map(({ texts }) => texts.findIndex((text) => text.includes(` ${typed} `))) : [];
  const later = (list, others) => list.filter((at) => ![others, "Correction"].includes(index.entries[at].entry.k));
  const asked = words.length > 2 && telling(words).length < words.length ? later(begun, "Reference") : [];
  const best = scored(index, words, open);
  const row = later([0, 1, 2].flatMap((level) => levels.flatMap((one, at) => (one === level ? at : []))));
  const top = [...first, ...asked, ...(words.length > 4 ? row : []), ...meant, ...later(begun, "Reference"), ...row];
  const full = first.length + meant.length + begun.length + row.length > 0 || best.some((one) => one.full);
  return { hits: [...new Set([...top, ...best.map((one) => one.at)])], full };
};
/* The hits, best first, the words that they were found by, whether one of those had to be mended, and whether a hit
   has them all. */
const find = (index, text) => {
  const typed = fold(dated(text)).split(" ").filter(Boolean);
  if (!typed.length) return { hits: [], words: [], mended: false, full: false };
  const open = /[\p{L}\p{N}]$/u.test(text);
  const known = (word) => asking.has(word) || itself.has(stem(word)) || kindred.has(stem(word)) || index.units(stems(word)).every(([list, concept]) => concept || list.every((one) => index.has.has(one) || beginning(index.vocabulary, one, 1).length));
  const words = typed.map((word) => (known(word) ? word : index.mend(word) ?? word));
  const { hits, full } = ranked(index, words, open);
  return { hits: hits.map((at) => index.entries[at].entry), words, mended: words.join(" ") !== typed.join(" "), full };
};

const html = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const marked = (text, words) => {
  const parts = words.length ? text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${words.map(escaped).join("|")})`, "giu")) : [text];
  return parts.map((part, at) => (at % 2 ? `<mark>${html(part)}</mark>` : html(part))).join("");
};
/* A record's own first sentence, and, where the words stand further on, a piece of that too. */
const snippet = ({ t, w, e }, words) => {
  const text = w && !t.endsWith(w) ? w : e || "";
  const short = (piece, most) => (piece.length > most ? `${piece.slice(0, piece.lastIndexOf(" ", most))} …` : piece);
  const opening = short((text.match(/^.*?[.?!]["”’)]*(?=\s+\p{Lu})/su) || [text])[0], 160);
  const low = text.toLowerCase();
  const [before, at] = [opening.toLowerCase(), words.map((word) => word.toLowerCase()).find((word) => low.includes(word))];
  if (!at || words.some((word) => before.includes(word.toLowerCase()))) return opening;
  const ends = opening.endsWith(" …") ? opening.length - 1 : opening.length + 1;
  const from = Math.max(ends, text.lastIndexOf(" ", Math.max(0, low.indexOf(at) - 40)) + 1);
  return `${opening}${from > ends && !opening.endsWith("…") ? " …" : ""} ${short(text.slice(from), 100)}`;
};
/* What to mark: the words as they were typed, the whole of them first, then without their endings; folded, where they
   had to be mended. */
const marks = (query, { words, mended }) => {
  const said = mended ? words : query.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, "")).filter(Boolean);
  const told = said.filter((word) => !asking.has(fold(word)));
  const all = told.length ? told : said;
  return [query, ...all, ...all.map((word) => stem(fold(word))).filter((word) => word.length > 3)];
};
/* The last word as it is most often in titles, where that begins with what was typed of it. */
const completed = (index, text) => {
  const begun = text.split(/[\s-]+/).pop();
  const folded = fold(begun);
  if (folded.length < 2 || folded.length !== begun.length) return "";
  let [best, most] = ["", 0];
  for (const [word, often] of index.spelt) if (often > most && word.startsWith(folded)) [best, most] = [word, often];
  return begun + best.slice(begun.length);
};
/* Its kind, and for a position what it is about: its other name, behind the holder's. */
const kindOf = ({ k, l = k, t, n = [] }) => {
  const about = n.find((name) => k === "Position" && name.startsWith(t.slice(0, t.indexOf(": ") + 2)));
  return about ? `${l}: ${about.slice(about.indexOf(": ") + 2)}` : l;
};
/* A hit as Material's box shows it: each by itself, in the order given, with its kind, its title and its words, all of
   them escaped. The first tells site.js what to say of them, of which query, and what to mark on the page. */
const item = (entry, words, at, told) => [{
  location: entry.u, score: 1000 - at, terms: {}, text: "",
  title: `${told ? `<span hidden data-told="${html(JSON.stringify(told))}"></span>` : ""}<span class="tag">${html(kindOf(entry))}</span> <b>${marked(entry.t, words)}</b>`
    + `<small>${marked(snippet(entry, words), words)}</small>`,
}];
const shown = 100;
let index;
const load = () => index || (index = fetch(new URL("../data/search.json", location))
  .then((got) => { if (!got.ok) throw new Error(got.statusText); return got.json(); }).then((list) => new Index(list.map((entry) => ({ ...entry, k: kinds.get(entry.k) ?? entry.k, l: entry.k }))))
  .catch((error) => { index = null; throw error; }));
const answer = async (typed) => {
  const query = typed.trim();
  const read = await load();
  const found = find(read, query);
  const words = marks(query, found);
  const { length } = found.hits;
  const said = `${found.mended ? `${say("search_nothing", { query })} ` : ""}${say(length === 1 ? "search_found_one" : "search_found", { number: length, query: found.mended ? found.words.join(" ") : query })}`
    + `${found.full ? "" : say(length === 1 ? "search_not_every_word" : "search_none_every_word")}${length > shown ? say("search_first", { number: shown }) : ""}`;
  const word = completed(read, typed);
  if (length) {
    return {
      items: found.hits.slice(0, shown).map((entry, at) => item(entry, words, at, !at && { query: typed, said, words: words.slice(1) })),
      suggest: word ? [...typed.split(/\s+/).slice(0, -1), word] : [],
    };
  }
  /* No dead end: the questions of the home page. */
  const asked = read.entries.map((one) => one.entry).filter((entry) => entry.k === "Answer" && entry.u.startsWith("#")).slice(0, 5);
  return { items: asked.map((entry, at) => item(entry, [], at, !at && { query: typed, none: true, said: `${say("search_nothing", { query })}${asked.length ? say("search_these_answered") : ""}` })) };
};
const lost = (query) => item({ k: "Page", l: say("search_page"), t: say("search_and_index"), w: say("search_index_words"), u: "search/" }, [], 0, { query, none: true, said: say("search_lost") });
/* The messages of Material's search: 0 set up, 1 ready, 2 query, 3 result. A query of one space comes when the box is
   entered: it fetches the list. */
addEventListener("message", async ({ data: { type, data } }) => {
  if (type === 0) postMessage({ type: 1 });
  if (type !== 2) return;
  let result = { items: [] };
  if (data.trim()) { try { result = await answer(data); } catch { result = { items: [lost(data)] }; } } else if (data) load().catch(() => {});
  postMessage({ type: 3, data: result });
});
