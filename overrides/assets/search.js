/* Search by fact, as the worker of Material's search box. The list of records and pages is fetched and indexed when the
   box is first used; a query then looks at the words it has and not at the whole list.
   What it says is first, then what it knows of a language: a build puts the labels and the tables of the site's language
   there, and a file of the look in the place of a comment that names it (topic/words/, commands/theme.py). */
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
  search_page: "Page",
};
const language = {};
const say = (key, names) => labels[key].replace(/\{(\w+)\}/g, (_, name) => names[name]);
const listed = (text = "") => text.split(/\s+/).filter(Boolean);
/* search/words.js */
/* search/spelling.js */

/* The index: for each word, the entries that have it, and where: 4 in the title or a name, 3 in what else it may be
   looked for by, 2 in the record's own words and a little more in the words to search by, 1 in the source's beneath. What
   has a name of its own is one word however it is named, or declined: Italy, Italian, Italians. */
const keyword = 2.5;
const article = new RegExp(`^${language.article} `);
const named = new Set(["people", "organisations", "terms"]);
class Index {
  constructor(list) {
    this.has = new Map(); /* word: {at: entries, in: places} */
    this.agents = new Set(); /* people and organisations, as concepts */
    this.heard = new Set(); /* those of them whose words are quoted */
    this.offices = new Set(); /* what people are called besides their names */
    this.sought = new Map(); /* all of one of the words to search by: entries */
    this.exact = new Map(); /* a title, a name, all of the own words: entries */
    this.names = new Map(); /* first word of a name: [words, concept], the longest first */
    this.roots = new Map(); /* first five letters of a name of one word: [word, concept] */
    this.told = new Map(); /* a word or concept: in how many of the words to search by and titles it is, of so many */
    this.phrases = 0;
    this.words = new Map(); /* a word as it is spelt: what is known of it */
    this.begun = []; /* a title or name: its entry */
    this.entries = list.map((entry) => {
      const names = [entry.t, ...(entry.n || [])].map(fold);
      const sought = (entry.s || []).map(fold);
      return { entry, names, sought, texts: [`  ${names.join("  ")}  `, ` ${fold(entry.w || "")} `, ` ${fold(entry.e || "")} `] };
    });
    this.entries.forEach((one) => { if (named.has(one.entry.k)) this.name(one); });
    this.entries.forEach((one) => { if (one.entry.k === "people") this.called(one); });
    this.bodies = new Map(list.filter(({ b }) => b).map(({ t, b }) => [this.concept(t), this.concept(b)]));
    this.names.forEach((others) => others.sort(([a], [b]) => b.length - a.length));
    this.entries.forEach((one, at) => this.add(one, at));
    this.begun.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.vocabulary = [...this.has.keys()].filter((word) => word[0] !== "@").sort().map((word) => [word, word]);
    this.spelt = [...this.words].filter(([word, { often, number }]) => often && word.length > 2 && !number).map(([word, { often }]) => [word, often]);
    this.spelling = spellings(this);
  }
  name({ names, entry }) {
    /* Face Nation for Face the Nation, too. */
    const known = [...new Set(names.map((name) => name.replace(article, "")).flatMap((name) => [name, name.replaceAll(` ${language.article} `, " ")]))].map(stems);
    const concept = (entry.k !== "people" && known.map((words) => this.known(words)?.[1]).find(Boolean)) || `@${known[0].join(" ")}`;
    if (entry.k !== "terms") this.agents.add(concept);
    for (const words of known) {
      const same = this.known(words);
      if (same && entry.k === "people") same[1] = null; /* two of one last name */
      if (same) continue;
      this.names.set(words[0], [...(this.names.get(words[0]) || []), [words, concept]]);
      const root = words[0].slice(0, 5);
      if (words.length === 1 && root.length > 4) this.roots.set(root, [...(this.roots.get(root) || []), [words[0], concept]]);
    }
  }
  /* What else somebody is called, the US president: what does not ask, and is said of nobody else. */
  called({ entry, sought }) {
    const concept = this.concept(entry.t);
    for (const text of sought) {
      const words = stems(text);
      if (words.length < 2 || text.split(" ").some(puts) || this.known(words) || words.some((word) => this.known([word])) || this.entries.some((other) => other.entry !== entry && other.sought.includes(text))) continue;
      this.names.set(words[0], [...(this.names.get(words[0]) || []), [words, concept]]);
      this.offices.add(words.join(" "));
    }
  }
  known(words) { return this.names.get(words[0])?.find(([other]) => other.length === words.length && other.every((word, at) => word === words[at])); }
  concept(title) { return this.known(stems(fold(title).replace(article, "")))?.[1]; }
  /* The words one by one, and a name as one: [words, concept]. */
  units(words) {
    const units = [];
    for (let at = 0; at < words.length;) {
      const word = words[at];
      const found = this.names.get(word)?.find(([name]) => name.every((other, i) => other === words[at + i] || (i && other.length > 4 && words[at + i]?.length - other.length < 3 && words[at + i].startsWith(other))));
      const length = found ? found[0].length : 1;
      units.push([length > 1 ? words.slice(at, at + length) : [word], found ? found[1] : this.declined(word)]);
      at += length;
    }
    return units;
  }
  /* All of them, and each two in a row, once. */
  tokens(text) {
    const all = this.units(stems(text)).map(([list, concept]) => concept ?? list.join(" "));
    return [...new Set([...all, ...all.slice(1).map((word, at) => `${all[at]}_${word}`)])];
  }
  /* Those of a query that do not only ask. */
  telling(words) {
    const all = numbered(words);
    const [units, told] = [this.units(all.map(stem)), new Set(telling(all))];
    let next = 0;
    const some = units.filter(([list]) => { const at = next; next += list.length; return list.length > 1 || told.has(all[at]); });
    return some.length ? some : units;
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
  /* Words that stand nowhere and lead to some that do, and those that ask, which are misspelt as well. */
  akin() {
    const lines = [...(language.kindred || []), ...(language.instead || [])].map(listed).filter((group) => group.some((word) => this.has.has(stem(word))));
    return [...new Set([...lines.flat(), ...asking])].filter((word) => word.length > 5 && !this.words.get(word)?.often).map((word) => [word, 0.001]);
  }
  /* What is known of a word as it is spelt; looked up once. */
  word(spelt) {
    if (this.words.has(spelt)) return this.words.get(spelt);
    const is = stem(spelt);
    const known = { stem: is, list: this.list(is), concept: this.list(this.declined(is)), names: this.names.get(is), number: numeral(spelt) !== undefined || scales.has(spelt), often: 0 };
    this.words.set(spelt, known);
    return known;
  }
  list(word) { return word && (this.has.get(word) || this.has.set(word, { at: [], in: [] }).get(word)); }
  add(one, at) {
    const { entry, names, texts, sought } = one;
    for (const key of new Set([...names, texts[1].trim()])) (this.exact.get(key) || this.exact.set(key, []).get(key)).push(at);
    for (const key of new Set(sought)) (this.sought.get(key) || this.sought.set(key, []).get(key)).push(at);
    const put = (list, place) => { if (list && list.at[list.at.length - 1] !== at) { list.at.push(at); list.in.push(place); } };
    const [own, places] = [named.has(entry.k) ? names.length : 1, [4, 3, keyword, 2, 1]];
    [names.slice(0, own).join(" . "), names.slice(own).join(" . "), sought.join(" . "), texts[1].trim(), texts[2].trim()].forEach((text, level) => {
      if (!text) return;
      let words = text.split(" ").map((word) => this.word(word));
      if (level < 4) for (const word of words) word.often += level < 3 ? (level < 1 && named.has(entry.k) ? 1000 : 1) : 0.01;
      if (words.some((word) => word.number)) words = numbered(text.split(" ")).map((word) => this.word(word));
      words.forEach((word, i) => {
        put(word.list, places[level]);
        put(word.concept, places[level]);
        const name = word.names?.find(([other]) => other.every((part, n) => part === words[i + n]?.stem));
        if (name) put(this.list(name[1]), places[level]);
        if (word.number && word.stem.includes("to")) word.stem.split("to").forEach((number) => put(this.list(number), places[level]));
      });
    });
    one.body = entry.b && this.concept(entry.b);
    if (one.body) put(this.list(one.body), 2); /* of whom somebody is */
    if (entry.k === "quotes") this.heard.add(this.concept(entry.t.split(language.colon)[0]));
    one.own = this.concept(entry.t);
    one.holder = entry.k === "positions" && this.concept(entry.t.split(language.colon)[0]);
    one.about = one.holder && names[1] ? this.telling(names[1].split(" ")).map(([list, concept]) => concept ?? list[0]) : [];
    if (entry.k === "positions") listed(language.holding).forEach((word) => put(this.list(stem(word)), 4)); /* whoever holds one wants something */
    /* The editors' id may have a word that its record has not. */
    (/#([^.]+)$/.exec(entry.u)?.[1] || "").split("-").forEach((word) => put(word && this.list(stem(word)), 2));
    names.forEach((name) => this.begun.push([`${name} `, at]));
    one.keys = [...sought, ...(entry.k === "page" && this.concept(entry.t) ? [] : names)].map((text) => this.tokens(text));
    for (const key of one.keys) for (const token of key) this.told.set(token, (this.told.get(token) || 0) + 1);
    this.phrases += one.keys.length;
    one.size = Math.min(...names.filter((name, i) => !i || /\p{L}/u.test(name)).map((name) => (named.has(entry.k) ? this.telling(name.split(" ")) : telling(name.split(" "))).length));
  }
}

/* What a record counts for by its kind; by the word that asks, one kind counts for more. What was wrong once, and
   others' works, come after what is so now and here. */
const worth = { references: 0.7, corrections: 0.1 };
/* Which words, which kinds, how much more, and whether a name alone is then no answer. */
const wishes = (language.wishes || []).map((one) => one.split(" ")).map(([ask, kinds, by, only]) => [new RegExp(ask), kinds.split(","), Number(by), Boolean(only)]);
const [weighty, plainer] = (language.questions || ":").split(":").map((words) => new Set(listed(words)));
const puts = (word) => weighty.has(word) || plainer.has(word);

/* The words of a query as the index has them: for each, the entries that have it and where, how much it tells, and
   whether it is a name. */
const looked = (index, words, open) => {
  const units = index.telling(words);
  const own = units.some(([[word]]) => itself.has(word)) && units.every(([[word], concept]) => !concept && (itself.has(word) ? !(index.words.get(word)?.often >= 1000) : !index.has.has(word) && !kindred.has(word)));
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
    const akin = (!own && list.length === 1 && kindred.get(word)) || [];
    /* A word of its own is as rare as it is itself, whatever else may be meant by it. */
    const number = () => found.filter((at) => where[at] !== keyword).length || found.length;
    const few = number();
    akin.forEach((other) => take(other, !found.length ? 0.75 : all.length > 1 ? 0.5 : 0.25));
    if (!own && (last || (!found.length && word.length > 2))) beginning(index.vocabulary, word, 300).forEach((other) => take(other, found.length ? 0.5 : 0.6));
    if (!found.length) (itself.get(word) || []).forEach((other) => take(other, 1));
    if (!found.length) (instead.get(word) || []).forEach((other) => take(other, 0.6));
    const rare = Math.log(1 + index.entries.length / (few || number() || 1));
    return { token: concept ?? word, akin, found, where, stands, name: Boolean(concept), weight: concept ? Math.max(rare, 2.2) * 1.3 : Math.min(rare, 4.5) * (all.length > 1 && faint.has(word) ? 0.5 : 1) };
  });
};
/* How near the words to search by, or the title, come to what was asked, from 0 to 1: the best of them, by the words that both have and
   by how much those tell. A word that asks counts too, if little, since many have it; a kindred one less; two in a row that
   both have, a little more. */
const nearness = (index, { keys }, asked) => {
  const tells = (token) => Math.log(1 + index.phrases / (index.told.get(token) || 1)) * (token.includes("_") ? 0.2 : 1);
  const total = (tokens) => tokens.reduce((sum, token) => sum + (token.includes("_") ? 0 : tells(token)), 0);
  const all = total(asked);
  return keys.reduce((top, key) => {
    const same = asked.reduce((sum, token) => sum + tells(token) * (key.includes(token) ? 1 : kindred.get(token)?.some((other) => key.includes(other)) ? 0.7 : 0), 0);
    return Math.max(top, same * same / (all * total(key)));
  }, 0);
};
/* What a place in an entry counts for, and what lies between two. */
const grades = [0, 0.25, 0.5, 0.85, 1, 1];
const graded = (place) => { const [low, part] = [Math.floor(place), place % 1]; return grades[low] + (grades[low + 1] - grades[low]) * part; };
/* Entries by their score: each word by how much it tells and where it stands; less where words, or names, are missing. */
const scored = (index, words, open) => {
  const asked = looked(index, words, open).filter(({ token }, at, all) => all.findIndex((one) => one.token === token) === at);
  /* Names say what a question is about: none counts for less than its other words. */
  const most = Math.max(...asked.map((one) => one.weight));
  asked.forEach((one) => { if (one.name) one.weight = most; });
  const all = asked.reduce((sum, one) => sum + one.weight, 0);
  const typed = words.join(" ");
  const wanted = wishes.filter(([ask]) => [typed, ...words].some((word) => ask.test(word)));
  const phrase = ` ${telling(words).join(" ")} `;
  const questions = words.filter(puts);
  const whom = asked.filter((one) => index.agents.has(one.token));
  const unheard = whom.length > 0 && wanted.some(([, [kind]]) => kind === "quotes") && !whom.some(({ token }) => index.heard.has(token));
  const counted = asked.filter((one) => /^\d{3}/.test(one.token) && one.found.length);
  const there = asked.filter((one) => one.found.length).length;
  const tokens = index.tokens(typed);
  const hits = [];
  for (const at of new Set(asked.flatMap((one) => one.found))) {
    const { entry, names, texts, size, own, body, holder, about } = index.entries[at];
    let [sum, weight, count, title] = [0, 0, 0, 0];
    for (const { where, weight: told } of asked) {
      if (!where[at]) continue;
      sum += told * graded(where[at]);
      weight += told; count += 1;
      if (where[at] > 3) title += 1;
    }
    if (count * 3 < asked.length) continue;
    const [fit, full] = [Math.min(1, title / size), count === asked.length];
    let score = sum * (weight / all) ** 1.5 * (named.has(entry.k) && (fit < 1 || count < there || asked.length > 2 || asked.some(({ where, token, found }) => found.length && where[at] < 2 && !faint.has(token))) ? 0.8 : 1 + 0.4 * fit) * (worth[entry.k] ?? 1);
    score *= 1 + 6 * nearness(index, index.entries[at], tokens);
    if (entry.k === "page" && fit === 1) score *= 2; /* called by its name */
    if (entry.k === "answer" && !title) score *= 0.7; /* to another question */
    for (const [, kinds, by] of wanted) if (kinds.includes(entry.k) || (!entry.u && !whom.length && kinds.includes("home"))) score *= by;
    if (entry.k === "events" && names.some((name, i) => i && ` ${name} `.includes(phrase))) score *= 1.8; /* what happened on a day */
    /* What is quoted of somebody who is not: that is said where they are, and others' words are no answer. */
    if (unheard) score *= entry.k === "quotes" ? 0.3 : whom.some(({ token }) => token === own) ? 4 : 1;
    if (body && [own, body].every((name) => asked.some(({ token }) => token === name))) score *= 1.5; /* who it is, of whom */
    if (counted.some((one) => !one.where[at])) score *= 0.3; /* of another number */
    score *= 0.75 ** whom.filter((one) => !one.where[at]).length; /* of somebody else */
    if (holder && asked.some((one) => one.name) && !asked.some((one) => one.stands.includes(holder))) score *= 0.5; /* somebody else's position */
    if (holder && asked.some(({ name, token, stands }) => name && !about.includes(token) && !stands.includes(holder))) score *= 0.7; /* on something else */
    for (const word of questions) if (texts[0].includes(` ${word} `)) score *= weighty.has(word) ? 1.4 : 1.1;
    hits.push({ at, score, full });
  }
  const best = hits.reduce((top, { score }) => Math.max(top, score), 0);
  return hits.filter((one) => one.full || one.score * 4 >= best).sort((a, b) => b.score - a.score || a.at - b.at);
};
/* First a title, a name or all of a record's words, just as typed, or words to search by; then a question that is begun so; then what has five words
   or more in a row; then a name that is asked for with words that only ask, unless those want another kind; then what
   begins so, or has four words in a row; then by score. Among equals the order of the list decides. */
const ranked = (index, words, open) => {
  const typed = words.join(" ");
  const just = (text) => [text, `${language.article} ${text}`].flatMap((name) => index.exact.get(name) || []);
  const first = just(typed);
  const alone = words.every((word) => !wishes.some(([ask,,, other]) => other && ask.test(word)));
  const called = new Set(index.telling(words).map(([, concept]) => concept));
  /* Somebody's foreign minister is whom the office names. */
  const [office, holder] = index.telling(words).at(-1);
  if (index.offices.has(office.join(" ")) && [...called].every(Boolean)) { called.clear(); called.add(holder); }
  const whose = called.size === 1 && [...called][0] ? index.entries.flatMap(({ own, entry }, at) => (called.has(own) && named.has(entry.k) ? [at] : [])) : [];
  const meant = alone ? [...just(telling(words).join(" ")), ...whose] : [];
  const whole = beginning(index.begun, `${typed} `);
  const begun = (whole.length || !open || words.length < 2 ? whole : beginning(index.begun, typed)).sort((a, b) => a - b);
  const levels = words.length > 3 ? index.entries.map(({ texts }) => texts.findIndex((text) => text.includes(` ${typed} `))) : [];
  const later = (list, others) => list.filter((at) => ![others, "corrections"].includes(index.entries[at].entry.k));
  const asked = words.length > 2 && telling(words).length < words.length ? later(begun, "references") : [];
  const best = scored(index, words, open);
  const row = later([0, 1, 2].flatMap((level) => levels.flatMap((one, at) => (one === level ? at : []))));
  const sought = best.map((one) => one.at).filter((at) => index.sought.get(typed)?.includes(at));
  const top = [...first, ...sought, ...(index.sought.get(typed) || []), ...asked, ...(words.length > 4 ? row : []), ...meant, ...later(begun, "references"), ...row];
  const full = first.length + meant.length + begun.length + row.length > 0 || best.some((one) => one.full);
  return { hits: [...new Set([...top, ...best.map((one) => one.at)])], full };
};
/* The hits, best first, the words that they were found by, those that are nowhere here, whether one had to be mended, and
   whether a hit has them all. */
const find = (index, text) => {
  const typed = fold(dated(text)).split(" ").filter(Boolean);
  if (!typed.length) return { hits: [], words: [], strange: [], mended: false, full: false };
  const open = /[\p{L}\p{N}]$/u.test(text);
  const asks = (word) => asking.has(word) || /\d/.test(word) || digits.has(word) || scales.has(word) || counting.has(word);
  /* A word that is not typed to its end is known by what it begins. */
  const known = (word, begun) => asks(word) || itself.has(stem(word)) || [kindred, instead].some((groups) => groups.get(stem(word))?.some((other) => index.has.has(other)))
    || index.units(stems(word)).every(([list, concept]) => concept || list.every((one) => index.has.has(one))) || (begun && beginning(index.vocabulary, word, 1).length > 0);
  const parted = joined(index, typed, known).flatMap((word) => (known(word) ? [word] : split(index, word)));
  const beside = typed.filter((word) => !asks(word) && known(word)).length;
  const words = parted.map((word, at) => (known(word, open && at === parted.length - 1) ? word : mend(index, word, beside) ?? word));
  const strange = words.filter((word) => !known(word, true));
  const left = words.filter((word) => known(word, true));
  const told = left.filter((word) => !asks(word));
  const sure = beside || !strange.length || told.some((word) => index.units([stem(word)])[0][1]); /* a guess beside a word that is nowhere is none */
  const few = !sure || told.length * 3 < words.filter((word) => !asks(word)).length; /* the rest is no answer */
  const { hits, full } = few ? { hits: [], full: false } : ranked(index, left, open);
  return { hits: hits.map((at) => index.entries[at].entry), words: left, strange, mended: words.join(" ") !== typed.join(" "), full };
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
  const about = n.find((name) => k === "positions" && name.startsWith(t.slice(0, t.indexOf(language.colon) + language.colon.length)));
  return about ? `${l}: ${about.slice(about.indexOf(language.colon) + language.colon.length)}` : l;
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
  .then((got) => { if (!got.ok) throw new Error(got.statusText); return got.json(); }).then((list) => new Index(list.map((entry) => ({ ...entry, k: language.kinds[entry.k] ?? entry.k, l: entry.k }))))
  .catch((error) => { index = null; throw error; }));
const answer = async (typed) => {
  const query = typed.trim();
  const read = await load();
  const found = find(read, query);
  const words = marks(query, found);
  const { length } = found.hits;
  const other = found.mended || found.strange.length > 0;
  const said = `${other ? `${say("search_nothing", { query: found.mended ? query : found.strange.join(" ") })} ` : ""}${say(length === 1 ? "search_found_one" : "search_found", { number: length, query: other ? found.words.join(" ") : query })}`
    + `${found.full ? "" : say(length === 1 ? "search_not_every_word" : "search_none_every_word")}${length > shown ? say("search_first", { number: shown }) : ""}`;
  const word = completed(read, typed);
  if (length) {
    return {
      items: found.hits.slice(0, shown).map((entry, at) => item(entry, words, at, !at && { query: typed, said, words: words.slice(1) })),
      suggest: word ? [...typed.split(/\s+/).slice(0, -1), word] : [],
    };
  }
  /* No dead end: the questions of the home page. */
  const asked = read.entries.map((one) => one.entry).filter((entry) => entry.k === "answer" && entry.u.startsWith("#")).slice(0, 5);
  return { items: asked.map((entry, at) => item(entry, [], at, !at && { query: typed, none: true, said: `${say("search_nothing", { query })}${asked.length ? say("search_these_answered") : ""}` })) };
};
const lost = (query) => item({ k: "page", l: say("search_page"), t: say("search_and_index"), w: say("search_index_words"), u: "search/" }, [], 0, { query, none: true, said: say("search_lost") });
/* The messages of Material's search: 0 set up, 1 ready, 2 query, 3 result. A query of one space comes when the box is
   entered: it fetches the list. */
addEventListener("message", async ({ data: { type, data } }) => {
  if (type === 0) postMessage({ type: 1 });
  if (type !== 2) return;
  let result = { items: [] };
  if (data.trim()) { try { result = await answer(data); } catch { result = { items: [lost(data)] }; } } else if (data) load().catch(() => {});
  postMessage({ type: 3, data: result });
});
