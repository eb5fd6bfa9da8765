/* The words of a query and of the index: folded, numbers in every spelling, without their endings, and how near two are. */
/* Folding takes away case, accents, quotation marks, the stops of U.S., thousands separators and the th of 15th, keeps what makes a number,
   and writes Cyrillic letters in Latin ones. */
const latin = Object.fromEntries([..."абвгґдеєжзиіклмнопрстуфхцчшщыэюя"].map((char, at) => [char,
  "a b v g g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch y e iu ia".split(" ")[at]]));
const fold = (text) => {
  let low = text.toLowerCase().replace(/['‘’ʼ]/g, "").replace(/\b(?:[a-z]\.){2,}/g, (short) => short.replace(/\./g, ""));
  const plain = /^[\x00-\x7f“”–—…]*$/.test(low);
  if (!plain) low = low.normalize("NFD").replace(/\p{M}/gu, "").replace(/[\u0430-\u0491]/g, (char) => latin[char] ?? "");
  if (!/\p{N}/u.test(low)) return low.replace(plain ? /[^a-z%]+/g : /[^\p{L}%]+/gu, " ").trim();
  return low.replace(/(\d)[,.](?=\d{3}(?!\d))/g, "$1").replace(/[^\p{L}\p{N}.,%]+/gu, " ").replace(/[.,](?!\d)|(?<!\d)[.,]/g, " ")
    .replace(/(\d)(?:st|nd|rd|th)\b/g, "$1").replace(/ +/g, " ").trim();
};

/* Words that make a question and seldom say what it is about. They are left out where others remain. */
const asking = new Set(listed(language.asking));
const behind = new Map((language.asking_behind || []).map((one) => one.split(":")).map(([word, others]) => [word, new Set(listed(others))]));
const telling = (words) => {
  const told = words.filter((word, at) => !asking.has(word) && !behind.get(words[at - 1])?.has(word));
  return told.length ? told : words;
};

/* Days in digits: 15/8/2025, 8/15/2025, 15.08.2025, 2025-08-15. */
const months = listed(fold(language.months || ""));
const dated = (text) => text.replace(/\b(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})\b/g, (typed, a, b, c) => {
  const [year, day, month] = a > 31 ? [a, c, b] : [c, ...(b > 12 ? [b, a] : [a, b])];
  return months[month - 1] ? `${Number(day)} ${months[month - 1]} ${year}` : typed;
});
/* Numbers in every spelling: 1 million, 1,000,000, 1m; three to one, 3-to-1, 3:1, three times; two point four. */
const digits = new Map([...listed(language.numbers).map((word, at) => [word, at + 2]), ...listed(language.tens).map((word, at) => [word, at * 10 + 30])]);
const scales = new Map(Object.entries(language.scales || {}).flatMap(([words, scale]) => listed(words).map((word) => [word, Number(scale)])));
const some = new Set(listed(language.some_one));
const counting = new Set([language.one, language.to, language.point, language.times, ...(language.percent || []).flatMap(listed)]);
/* 3 of these for every one of those. */
const forEach = (language.for_every || []).map(listed);
const numeral = (word = "") => (word >= "0" && word < ":" ? word : digits.get(word));
const digit = (word) => (word === language.one ? 1 : numeral(word));
const numbered = (words) => {
  const told = [];
  for (let at = 0; at < words.length; at += 1) {
    const next = () => words[at + 1];
    const word = words[at];
    const one = (word === language.one && [language.to, language.point].includes(next()) && numeral(words[at + 2])) || ((word === language.one || some.has(word)) && scales.has(next()));
    let value = one ? "1" : numeral(word);
    if (value !== undefined) {
      if (value > 19 && value % 10 === 0 && digits.get(next()) < 10) { value += digits.get(next()); at += 1; }
      if (next() === language.point && digit(words[at + 2]) < 10) { value = `${value}.${digit(words[at + 2])}`; at += 2; }
      const [, number, by] = /^(\d+(?:\.\d+)?)([a-z]+)$/.exec(value) || [];
      if (scales.has(by)) value = String(Math.round(number * scales.get(by)));
      if (/^\d{1,3}$/.test(value)) while (/^\d{3}$/.test(next())) { value += next(); at += 1; }
      for (; scales.has(next()); at += 1) value = Math.round(value * scales.get(next()));
      const share = (language.percent || []).map(listed).find((said) => said.every((part, i) => part === words[at + 1 + i]));
      if (share) { at += share.length; value = `${value}%`; }
      const to = next() && next() === language.to ? 1 : 0;
      const other = to ? digit(words[at + 2]) : next() && next() === language.times ? 1 : numeral(next());
      if (/^\d{1,3}(\.\d+)?$/.test(value) && forEach.some((said) => [1, 2].some((behind) => said.every((part, i) => part === words[at + behind + i])))) value = `${value}to1`;
      if (/^\d{1,2}(\.\d+)?$/.test(other) && /^\d{1,3}(\.\d+)?$/.test(value)) { value = `${value}to${other}`; at += 1 + to; }
    }
    told.push(String(value ?? (!at && scales.get(word) > 1e5 && word.length > 4 ? scales.get(word) : word)));
  }
  return told;
};

/* A word without the endings of its number and tense, organize for organise: swapping, swaps, swapped. */
const irregular = new Map(Object.entries(language.irregular || {}).flatMap(([told, words]) => listed(words).map((word) => [word, told])));
const stemmed = new Map();
const cut = (word) => {
  if (irregular.has(word)) return irregular.get(word);
  if (word.length < 4 || /\d/.test(word)) return word;
  const one = word.replace(/(?<=...)iz(?=e|ing|at)/, "is").replace(/ies$/, "y").replace(/(?<=ch|sh|ss|x|z)es$/, "").replace(/(?<=[^su])s$/, "");
  const bare = one.length > 5 ? one.replace(/(?<=[aeiouy].*)(?:ing|(?<!e)ed|(?<=e)d)$/, "") : one;
  return (bare === one ? one : bare.replace(/([bdgmnprt])\1$/, "$1")).replace(/(?<=...)e$/, "").replace(/y$/, "i");
};
const stem = (word) => stemmed.get(word) ?? (stemmed.set(word, cut(word)), stemmed.get(word));
const stems = (folded) => (folded ? numbered(folded.split(" ")).map(stem) : []);

/* Words that say little beside others. */
const faint = new Set(listed(language.faint).map(stem));

/* What readers ask of the site itself: where its pages have none of a word, or the query has no other. */
const itself = new Map(Object.entries(language.itself || {}).flatMap(([told, words]) => listed(words).map((word) => [stem(word), listed(told).map(stem)])));
/* Words that news has one for another. They count for less than the word itself. */
const grouped = (lines = []) => {
  const groups = lines.map((group) => listed(group).map(stem));
  return new Map(groups.flat().map((word) => [word, groups.filter((group) => group.includes(word)).flat().filter((other) => other !== word)]));
};
const kindred = grouped(language.kindred);
/* The same, of words that are less alike: only for one that is nowhere. */
const instead = grouped(language.instead);

/* Of a sorted list of texts, each with something, that of those which begin so. */
const beginning = (list, text, most = Infinity) => {
  let [from, to] = [0, list.length];
  while (from < to) { const middle = (from + to) >> 1; if (list[middle][0] < text) from = middle + 1; else to = middle; }
  const found = [];
  for (; from < list.length && found.length < most && list[from][0].startsWith(text); from += 1) found.push(list[from][1]);
  return found;
};
