/* Search by fact, as the worker of Material's search box: a plain scan of the list of records and pages, which is
   fetched with the first query. Folding takes away case, accents, quotation marks, thousands separators and the th of 15th, and keeps what makes
   a number. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  .replace(/(\d),(?=\d{3})/g, "$1").replace(/[’'‘]/g, "").replace(/[^\p{L}\p{N}.,%]+/gu, " ").replace(/[.,](?!\d)/g, " ")
  .replace(/(\d)(?:st|nd|rd|th)\b/g, "$1").replace(/\s+/g, " ").trim();
/* Words that make a question and seldom say what it is about. They are left out where others remain. */
const asking = new Set(("a about actually all an and any are as at be been being between by can compare compared could did difference do does doing during each explain for "
  + "from get had happen happened happens has have he her him his how i if in into is it its just many me mean means meant much my of on or our really "
  + "said say saying says she should so still tell than that the their them then there these they this those to told too v versus vs was we were what whats when "
  + "where which who whom whos whose why will with would you your").split(" "));
const telling = (words) => (words.every((word) => asking.has(word)) ? words : words.filter((word) => !asking.has(word)));
/* A word as it stands, in the singular and the plural; one still being typed is found where another begins with it. */
const forms = (word) => [word, `${word}s`, ...[[/ies$/, "y"], [/y$/, "ies"], [/(?<=..[^s])s$/, ""]]
  .filter(([end]) => end.test(word)).map(([end, other]) => word.replace(end, other))];
const sought = (word) => ({ begun: ` ${word}`, whole: forms(word).map((form) => ` ${form} `) });
const stands = (text, word) => word.whole.some((form) => text.includes(form));
const begins = (text, word) => text.includes(word.begun) || stands(text, word);
let records;
const load = () => records || (records = fetch(new URL("../data/search.json", location))
  .then((answer) => { if (!answer.ok) throw new Error(answer.statusText); return answer.json(); })
  .then((list) => list.map((entry) => {
    const names = [entry.t, ...(entry.n || [])].map(fold);
    const title = `  ${names.join("  ")}  `;
    const words = ` ${fold(entry.w || "")} `;
    const rest = ` ${fold(entry.e || "")} `;
    const bare = `  ${names.map((name) => telling(name.split(" ")).join(" ")).join("  ")}  `;
    return { entry, title, bare, words, rest, whole: title + words + rest };
  }))
  .catch((error) => { records = null; throw error; }));
/* A title or name that is just this, that begins with it, that has it; then a record's own words, then the source's
   words beneath it. */
const phrase = (record, title, query, end = "") => {
  if (title.includes(`  ${query}  `)) return 0;
  if (title.includes(`  ${query}${end}`)) return 1;
  if (title.includes(` ${query}${end}`)) return 2;
  if (record.words.includes(` ${query}${end}`)) return 3;
  return record.rest.includes(` ${query}${end}`) ? 4 : 9;
};
const kinds = { when: "Event", many: "Number", much: "Number" };
const kindOf = (words) => words.map((word) => kinds[word]).find(Boolean);
/* What was wrong once comes after what is so now. */
const correctedLast = (hits) => [false, true].flatMap((is) => hits.filter((record) => (record.entry.k === "Correction") === is));
/* First what was typed, as it stands; then without the words that only ask, where "when" looks to events first and "how
   many" to numbers; then every word by itself, whole before begun, in the title before anywhere. Among equals the order
   of the list decides. */
const ranked = (list, words) => {
  const typed = words.join(" ");
  const told = telling(words);
  const query = told.join(" ");
  const queries = forms(query);
  const each = told.map(sought);
  const asked = sought(query);
  const wanted = kindOf(words);
  const rank = (record) => {
    if (!each.every((word) => begins(record.whole, word))) return 99;
    const asTyped = phrase(record, record.title, typed);
    if (asTyped < 9) return asTyped;
    const inTitle = each.every((word) => begins(record.title, word));
    if (inTitle && record.entry.k === wanted) return stands(record.title, asked) ? 5 : 6;
    const asTold = Math.min(...queries.map((form) => phrase(record, record.bare, form, " ")));
    if (asTold < 9) return 7 + asTold;
    if (record.entry.k === wanted) return 12;
    if (each.every((word) => stands(record.title, word))) return 13;
    if (each.every((word) => stands(record.whole, word))) return 14;
    return inTitle ? 15 : 16;
  };
  const found = Array.from({ length: 17 }, () => []);
  for (const record of list) found[rank(record)]?.push(record);
  const [exact, ...others] = found;
  return [...exact, ...correctedLast(others.flat())];
};
/* Where too little has every word: what has some of them, a third at least. A rare word counts more than one that is
   everywhere, one in a title twice, and three times in that of an answer or of the kind that is asked for. */
const partly = (list, words) => {
  const scores = new Map();
  const told = [...new Set(telling(words))];
  const wanted = ["Answer", kindOf(words)];
  for (const word of told.map(sought)) {
    const having = list.filter((record) => begins(record.whole, word));
    for (const record of having) {
      const score = scores.get(record) || { record, words: 0, weight: 0 };
      const times = !begins(record.title, word) ? 1 : wanted.includes(record.entry.k) ? 3 : 2;
      scores.set(record, { record, words: score.words + 1, weight: score.weight + times * Math.log(1 + list.length / having.length) });
    }
  }
  const some = [...scores.values()].filter((score) => score.words * 3 >= told.length).sort((a, b) => b.weight - a.weight);
  return correctedLast(some.filter((score) => score.weight * 2 >= some[0].weight).slice(0, 20).map((score) => score.record));
};
/* For a word that stands nowhere, the first of a title that has one letter more, less or other, or two exchanged. */
const near = (a, b) => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [x, y] = [a.slice(at), b.slice(at)];
  return x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1) || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
};
const mend = (list, word) => {
  if (!/^\p{L}{5,}$/u.test(word) || list.some((record) => begins(record.whole, sought(word)))) return word;
  for (const record of list) {
    const other = record.title.split(" ").find((one) => Math.abs(one.length - word.length) < 2 && near(word, one));
    if (other) return other;
  }
  return word;
};
/* The hits, best first, the words that they were found by, whether one of those had to be mended, and how many hits
   have them all. */
const find = (list, text) => {
  const typed = fold(text).split(" ").filter(Boolean);
  if (!typed.length) return { hits: [], words: [], mended: false, full: 0 };
  let words = typed;
  let hits = ranked(list, words);
  if (!hits.length) {
    words = typed.map((word) => mend(list, word));
    hits = ranked(list, words);
  }
  const full = hits.length;
  if (full < 3 && telling(words).length > 1) hits = [...new Set([...hits, ...partly(list, words)])];
  return { hits: hits.map((record) => record.entry), words, mended: words.join(" ") !== typed.join(" "), full };
};
const html = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const marked = (text, words) => {
  const parts = words.length ? text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${words.map(escaped).join("|")})`, "giu")) : [text];
  return parts.map((part, at) => (at % 2 ? `<mark>${html(part)}</mark>` : html(part))).join("");
};
const snippet = (text, words) => {
  const lower = text.toLowerCase();
  const first = words.map((word) => lower.indexOf(word.toLowerCase())).find((at) => at >= 0);
  const from = first > 90 ? text.indexOf(" ", first - 60) + 1 : 0;
  const cut = text.slice(from, from + 150);
  return (from ? "… " : "") + (from + 150 < text.length ? `${cut.slice(0, cut.lastIndexOf(" "))} …` : cut);
};
/* What to mark: the words as they were typed, the whole of them first; folded, where they had to be mended. */
const marks = (query, { words, mended }) => {
  const said = mended ? words : query.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, "")).filter(Boolean);
  const told = said.filter((word) => !asking.has(fold(word)));
  return [query, ...(told.length ? told : said)];
};
/* The last word as it is in a title, where that begins with what was typed of it. */
const completed = (list, text) => {
  const begun = fold(text).split(" ").pop();
  if (begun.length < 2 || /\s$/.test(text)) return "";
  for (const { title } of list) {
    const at = title.indexOf(` ${begun}`) + 1;
    if (at) return title.slice(at, title.indexOf(" ", at));
  }
  return "";
};
/* A hit as Material's box shows it: each by itself, in the order given, with its kind, its title and a piece of its
   words, all of them escaped. */
const item = (entry, words, at, note = "") => [{
  location: entry.u, score: 1000 - at, terms: {}, text: "",
  title: `<span class="tag">${html(note + entry.k)}</span> <b>${marked(entry.t, words)}</b>`
    + `<small>${marked(snippet([entry.w, entry.e].filter(Boolean).join(" … "), words), words)}</small>`,
}];
const answer = async (query) => {
  if (!query) return { items: [] };
  const list = await load();
  const found = find(list, query);
  const note = found.mended ? `Instead of “${query}”: ` : "";
  const items = found.hits.map((entry, at) => item(entry, marks(query, found), at, at ? "" : note));
  /* No dead end: the questions of the home page. */
  const asked = () => list.map((record) => record.entry).filter((entry) => entry.k === "Answer" && entry.u.startsWith("#")).slice(0, 5);
  const word = completed(list, query);
  return {
    items: items.length ? items : asked().map((entry, at) => item(entry, [], at, at ? "" : "Nothing matches; answered here: ")),
    suggest: word ? [...query.trimStart().split(/\s+/).slice(0, -1), word] : [],
  };
};
/* The messages of Material's search: 0 set up, 1 ready, 2 query, 3 result. */
addEventListener("message", async ({ data: { type, data } }) => {
  if (type === 0) postMessage({ type: 1 });
  if (type !== 2) return;
  let result;
  try { result = await answer(data.trim()); } catch { result = { items: [[{ location: "search/", score: 1, terms: {}, text: "", title: "The list of records could not be loaded: look through the list of all records" }]] }; }
  postMessage({ type: 3, data: result });
});
