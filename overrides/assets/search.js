/* Search: a plain scan of the list of records. site.js loads this file when a reader first turns to a search box.
   Folding takes away case, accents, quotation marks and thousands separators, and keeps what makes a number. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  .replace(/(\d),(?=\d{3})/g, "$1").replace(/[’'‘]/g, "").replace(/[^\p{L}\p{N}.,%]+/gu, " ").replace(/[.,](?!\d)/g, " ").replace(/\s+/g, " ").trim();
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
let records;
const load = (base) => records || (records = fetch(new URL("data/search.json", base))
  .then((answer) => { if (!answer.ok) throw new Error(answer.statusText); return answer.json(); })
  .then((list) => list.map((entry) => {
    const names = [entry.t, ...(entry.n || [])].map(fold);
    return { entry, names, title: ` ${names.join("  ")} `, words: ` ${fold(entry.w || "")} `, rest: ` ${fold(entry.e || "")} ` };
  }))
  .catch((error) => { records = null; throw error; }));
/* A title or name that is just this, that begins with it, that has it; then a record's own words, then the source's
   words beneath it; then every word by itself, in the title, anywhere. Among equals the order of the list decides. */
const rank = (record, query, words) => {
  if (record.names.includes(query)) return 0;
  if (record.title.includes(`  ${query}`) || record.title.startsWith(` ${query}`)) return 1;
  if (record.title.includes(` ${query}`)) return 2;
  if (record.words.includes(` ${query}`)) return 3;
  if (record.rest.includes(` ${query}`)) return 4;
  if (words.every((word) => record.title.includes(` ${word}`))) return 5;
  return words.every((word) => (record.title + record.words + record.rest).includes(` ${word}`)) ? 6 : 9;
};
const find = (list, text) => {
  const query = fold(text);
  if (!query) return [];
  const words = query.split(" ");
  const found = [[], [], [], [], [], [], []];
  for (const record of list) {
    const place = rank(record, query, words);
    if (place < 9) found[place].push(record.entry);
  }
  return found.flat();
};
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const marked = (text, query) => {
  const words = query.split(/\s+/).filter(Boolean).map(escaped);
  const parts = words.length ? text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${words.join("|")})`, "giu")) : [text];
  return parts.map((part, at) => (at % 2 ? make("mark", { textContent: part }) : part));
};
const snippet = (text, query) => {
  const lower = text.toLowerCase();
  const whole = lower.indexOf(query.toLowerCase());
  const first = whole < 0 ? lower.indexOf(query.toLowerCase().split(/\s+/)[0]) : whole;
  const from = first > 90 ? text.indexOf(" ", first - 60) + 1 : 0;
  const cut = text.slice(from, from + 150);
  return (from ? "… " : "") + (from + 150 < text.length ? `${cut.slice(0, cut.lastIndexOf(" "))} …` : cut);
};
export const start = (form, base) => {
  const input = form.querySelector("input");
  const inPage = document.querySelector("[data-search-page]");
  const listed = inPage && document.querySelector(".record-index");
  const panel = make("div", { className: inPage ? "hits hits--page" : "hits", hidden: true });
  const status = make("p", { className: "vh", role: "status" });
  (inPage || form).append(panel);
  form.append(status);
  const close = () => { if (!inPage) panel.hidden = true; };
  const links = () => all("a", panel);
  const say = (text) => { status.textContent = text; panel.replaceChildren(make("p", { textContent: text })); panel.hidden = false; };
  const short = 12; /* The search page shows every hit, a box anywhere else so many. */
  let latest = 0;
  let closed = false;
  const show = async () => {
    const query = input.value.trim();
    const turn = (latest += 1);
    if (!query) { panel.hidden = true; status.textContent = ""; return []; }
    let hits;
    try { hits = find(await load(base), query); } catch { say("The list of records could not be loaded."); return []; }
    if (turn !== latest) return hits;
    if (!hits.length) { say(`Nothing here matches “${query}”.${listed ? " Look through the list below." : ""}`); return hits; }
    const list = inPage ? hits : hits.slice(0, short);
    const count = `${hits.length} ${hits.length === 1 ? "result" : "results"} for `;
    const more = list.length < hits.length ? `; the first ${short}:` : "";
    panel.replaceChildren(make("p", { className: "hits-count" }, count, make("q", { textContent: query }), more), make("ol", {}, ...list.map((hit) => make("li", {}, make("a", { href: new URL(hit.u, base).href },
      make("span", { className: "tag", textContent: hit.k }), make("b", {}, ...marked(hit.t, query)),
      make("small", {}, ...marked(snippet([hit.w, hit.e].filter(Boolean).join(" … "), query), query)))))));
    if (!inPage) panel.append(make("a", { className: "hits-all", href: `${form.action}?${new URLSearchParams({ q: query })}`, textContent: "See all results" }));
    panel.hidden = false;
    /* Room for the results above a phone's keyboard. */
    if (!inPage && form.getBoundingClientRect().top > innerHeight / 3) form.scrollIntoView();
    status.textContent = `${count}“${query}”`;
    return hits;
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", () => { if (input.value && !closed) show(); closed = false; });
  /* Anywhere else the form leads to the search page by itself. There it lists, and a phone's keyboard makes room. */
  if (inPage) form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set("q", input.value.trim());
    history.replaceState(null, "", address);
    if (matchMedia("(pointer: coarse)").matches) input.blur();
    show();
  });
  const steps = (event) => {
    const list = links();
    const at = list.indexOf(document.activeElement);
    if (event.key === "Escape" && !panel.hidden && !inPage) { closed = true; input.focus(); close(); event.preventDefault(); }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp" || panel.hidden || !list.length) return;
    event.preventDefault();
    const to = at + (event.key === "ArrowDown" ? 1 : -1);
    if (to < 0) input.focus(); else list[Math.min(to, list.length - 1)].focus();
  };
  form.addEventListener("keydown", steps);
  if (inPage) inPage.addEventListener("keydown", steps);
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) close(); });
  load(base).catch(() => {});
  /* What was typed while this was on its way counts before the address. */
  if (inPage) input.value ||= new URLSearchParams(location.search).get("q") || "";
  if (input.value) show();
};
