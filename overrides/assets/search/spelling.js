/* What is meant by words that are spelt in another way: by how they sound, and by how near their letters are.
   A word sounds the same whatever its spelling: Anchorage, ankoridge; sanctions, sankshuns; Tolstoy, Tolstoi. Twice where a
   w may be a vowel, as in Moscow. */
const sounds = { tsch: "k", tch: "k", ch: "k", kh: "k", ck: "k", q: "k", sch: "s", sh: "s", zh: "s", z: "s", ph: "f", v: "f", dg: "g", qu: "kv", x: "ks", mb: "m", gh: "", h: "" };
const voiced = (word) => word.replace(/^(?:[kg](?=n)|p(?=s)|w(?=r))/, "");
const heard = (word) => voiced(word)
  .replace(/[stc]ion|[sc]ian|sh[aeiou]n|t?s?ch|[cks]h|[zp]h|ck|dg|qu(?=[aeiou])|gh(?![aeiou])|(?<=.)h(?![aeiouy])|(?<=^w)h|[cqxz]|v$|mb$/g,
    (one, at) => sounds[one] ?? (one !== "c" ? "sn" : "eiy".includes(word[at + 1] ?? "a") ? "s" : "k"));
const sound = (word) => (word.includes("w") ? [heard(word).replace(/w/g, "v"), heard(word.replace(/(?<=[aeiou])w(?![aeiouy])/g, ""))] : [heard(word)])
  .map((text) => text.replace(/[aeiouyj]+$/, "").replace(/[aeiouyj]+/g, "a").replace(/(.)\1+/g, "$1"));
/* The sounds that a word may begin with, so that few are compared whole. */
const onsets = { a: "a", e: "a", i: "a", o: "a", u: "a", y: "a", j: "a", c: "ks", k: "k", q: "k", x: "k", s: "s", z: "s", t: "tk", w: "v" };
const onset = (word) => { const [first, next] = voiced(word); return first === "p" && next === "h" ? "f" : onsets[first] ?? first; };
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
/* 0 if two words sound the same, 1 if long ones nearly do: for one sound between the first and the last; 2 if they do not. */
const unlike = (some, others) => {
  if (some.some((one) => others.includes(one))) return 0;
  const [a, b] = [some[0], others[0]];
  return a.length > 5 && b.length > 5 && a[0] === b[0] && a.at(-1) === b.at(-1) && apart(a, b, 1) < 2 ? 1 : 2;
};
/* The letters of a word as bits; in how many of them two differ; a word without its vowels and doubled letters. */
const letters = (word) => { let bits = 0; for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) - 97); return bits; };
const differing = (a, b) => { let [bits, number] = [a ^ b, 0]; for (; bits; bits &= bits - 1) number += 1; return number; };
const alike = (word) => word.replace(/[aeiouy]+/g, "a").replace(/(.)\1/g, "$1");

/* What a word may be meant for: words of the index and of the tables, by the sounds that they may begin with. */
const spellings = (index) => {
  const by = {};
  for (const [other, often] of [...index.spelt, ...index.akin(), ...[...scales.keys(), ...digits.keys()].map((number) => [number, 1])]) {
    const one = { other, often, has: letters(other) };
    for (const begun of onset(other)) (by[begun] ||= []).push(one);
  }
  return by;
};
/* For a word that stands nowhere: the name that sounds like it, or what differs by one slip (in a long word two): a letter
   more, less, other or exchanged, between its first and its last; or the word that a long one begins, but for one letter.
   Beside words that are there a short one with another letter is taken for a word of its own, Turin for no Tumin; a word
   that the tables of the language know is one: flight is no fight. */
const mend = (index, word, beside) => {
  if (!/^\p{L}{4,}$/u.test(word) || [kindred, instead].some((groups) => groups.has(stem(word)))) return null;
  const sorted = (one) => [...one].sort().join("");
  const [most, bits, sounds, order, root] = [word.length > 8 ? 2 : 1, letters(word), sound(word), sorted(word), stem(word)];
  let [best, least] = [null, Infinity];
  const rate = (other, far, often) => {
    const is = far - Math.min(often, 1e6) / 1e7;
    if (is < least) [best, least] = [other, is];
  };
  for (const one of new Set([...onset(word)].flatMap((begun) => index.spelling[begun] || []))) {
    const { other, often, has } = one;
    const off = Math.abs(word.length - other.length) > Math.max(2, word.length / 2) ? 2 : unlike(sounds, one.sound ||= sound(other));
    const ends = word.at(-1) === other.at(-1) && (word.length > 5 || (word.length === other.length && apart(word, other, 1) < 2));
    const by = off < 2 && !asking.has(other) && (word.length > 7 || often >= 1000 || (!off && ends)) ? apart(word, other, 5) : Infinity;
    if (by <= Math.max(2, word.length / (2 + off))) rate(other, off * 1.2 + (often < 1000 ? 0.35 : 0) + by / 5, often);
    if (other[0] !== word[0] || differing(bits, has) > 2 * most) continue;
    if (Math.abs(word.length - other.length) <= most) {
      const [far, moved] = [apart(word, other, most), sorted(other) === order];
      const same = moved || alike(word) === alike(other);
      const plain = other.at(-1) === word.at(-1) && (other.length !== word.length || !beside || word.length > 7) && (word.length > 4 || often >= 1000);
      if (far <= most && (moved || (other.at(-1) === word.at(-1) && same) || plain)) rate(other, far * 0.8 - 0.15, often);
    }
    if (root.length > 5 && root !== word && apart(root, stem(other), 1) === 1) rate(other, 1, often);
    else if (word.length > 6 && other.length > word.length && other[1] === word[1] && other[word.length - 1] === word.at(-1) && apart(word, other.slice(0, word.length), 1) === 1) rate(other, 1.6, often);
  }
  return best;
};
/* Two words in one: landslide for land slide. */
const split = (index, word) => {
  for (let at = 3; at < word.length - 2; at += 1) {
    const both = [word.slice(0, at), word.slice(at)];
    if (both.every((one) => digits.has(one) || scales.has(one) || index.words.get(one)?.often >= 1)) return both;
  }
  return [word];
};
/* And one in two: peace keepers for peacekeepers. */
const joined = (index, typed, known) => typed.flatMap((word, at) => {
  const met = (one, other) => one && other && !(known(one) && known(other)) && index.words.get(one + other)?.often >= 1;
  return met(typed[at - 1], word) ? [] : met(word, typed[at + 1]) ? [word + typed[at + 1]] : [word];
});
