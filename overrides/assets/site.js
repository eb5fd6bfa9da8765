/* What pages gain with a script of ours: citations that open where they stand, copying, filters, the menu by keyboard.
   Search, tooltips and the choice of colours are Material's. Everything but search and that choice works without. */
(() => {
  "use strict";
  const root = document.documentElement;
  const base = new URL(__md_scope.href.replace(/\/?$/, "/"));
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const labels = {
    close: "Close",
    where_this_comes_from: "Where this comes from",
    open_in_the_glossary: "Open in the glossary",
    copied: "Copied",
    copying_not_allowed: "Copying is not allowed here",
  };
  all("[data-js]").forEach((element) => { element.hidden = false; });

  /* Laid out as blocks, as on a phone, a table is no longer one to some screen readers unless it says so. */
  all(".comparison table, .matrix table, .data table").forEach((table) => {
    const say = (selector, role) => all(selector, table).forEach((element) => element.setAttribute("role", role));
    table.setAttribute("role", "table");
    say("thead, tbody", "rowgroup"); say("tr", "row"); say("td", "cell");
    say("thead th", "columnheader"); say("tbody th", "rowheader");
  });

  /* Citations and terms open in one small dialog: a sheet at the bottom of a phone, beside the words elsewhere. The
     dialog is modal, so the browser keeps the focus in it, closes it on Esc and gives the focus back. */
  let sheet;
  const openSheet = (from, title, ...content) => {
    if (!sheet) {
      const close = make("button", { type: "button", className: "sheet-close", textContent: "×", ariaLabel: labels.close });
      const head = make("div", { className: "sheet-head" }, make("p", { className: "sheet-title", id: "sheet-title" }), close);
      sheet = make("dialog", { className: "sheet" }, head, make("div", { className: "sheet-body", id: "sheet-body" }));
      sheet.setAttribute("aria-labelledby", "sheet-title");
      sheet.setAttribute("aria-describedby", "sheet-body");
      sheet.addEventListener("click", (event) => { if (event.target === sheet || event.target === close) sheet.close(); });
      document.body.append(sheet);
    }
    sheet.querySelector(".sheet-title").textContent = title;
    sheet.querySelector(".sheet-body").replaceChildren(...content);
    /* Opening puts the focus into the dialog, and the browser scrolls to wherever that is: so it opens within the
       window first, and is put beside the words once its size is known. */
    const [x, y] = [scrollX, scrollY];
    const put = (left, top) => Object.assign(sheet.style, { left: `${x + left}px`, top: `${y + top}px` });
    put(16, 16);
    sheet.showModal();
    scrollTo({ left: x, top: y, behavior: "instant" });
    const place = from.getBoundingClientRect();
    const height = sheet.offsetHeight;
    const top = place.bottom + 8 + height <= innerHeight - 8 ? place.bottom + 8 : place.top - 8 - height;
    put(Math.max(0, Math.min(Math.max(16, place.left - 24), root.clientWidth - sheet.offsetWidth - 16)),
      Math.max(8, Math.min(top, innerHeight - height - 8)));
  };
  const openCitation = (link) => {
    const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!note) return false;
    const copy = note.cloneNode(true);
    all(".footnote-backref", copy).forEach((back) => {
      if (back.previousSibling && back.previousSibling.data) back.previousSibling.data = back.previousSibling.data.trimEnd();
      back.remove();
    });
    all("[id]", copy).forEach((element) => element.removeAttribute("id"));
    openSheet(link, labels.where_this_comes_from, ...copy.childNodes);
    return true;
  };
  /* Material's tooltips take the title away while they show it. */
  all("a.term[title]").forEach((link) => { link.dataset.says = link.title; });
  const openTerm = (link) => {
    openSheet(link, link.textContent, make("p", { textContent: link.dataset.says }), make("p", {}, make("a", { href: link.href, textContent: labels.open_in_the_glossary })));
    return true;
  };

  /* Copy with citation. A site that was built without knowing its address names records as below its root, or not at
     all; the reader's own address bar completes that, and the day of the visit is filled in. */
  const here = location.href.split(/[?#]/)[0];
  const complete = (text, anchor) => {
    if (/https?:/.test(text)) return text;
    const whole = text.replace(/(^|[\s(])((?:[^\s()#/]+\/)+(?:#[^\s()]+)?|#[^\s()]+)(?=\)?$)/, (_, before, address) => before + new URL(address, base).href);
    if (whole !== text) return whole;
    return text.startsWith("@") ? text.replace(/,?\n\}\s*$/, `,\n  url = {${here}}\n}`) : `${text} ${here}${anchor}`;
  };
  if (location.protocol.startsWith("http")) {
    all("[data-copy]:not([data-copy=''])").forEach((button) => {
      const record = button.closest("[data-filter]");
      button.dataset.copy = complete(button.dataset.copy, record && record.id ? `#${record.id}` : "");
    });
    all(".cite-text, .cite code").forEach((shown) => { shown.textContent = complete(shown.textContent, ""); });
  }
  const live = make("p", { className: "vh", role: "status" });
  document.body.append(live);
  /* Where a citation is copied, the day of the visit is filled in, as ISO 8601 has it. */
  const dated = (text, today = new Date().toLocaleDateString("sv")) =>
    text.replace(/____(?!.*____)/, today).replace("urldate = {", `urldate = {${today}`);
  const copy = async (button) => {
    const label = button.firstChild;
    const before = button.dataset.label || (button.dataset.label = label.data);
    try {
      await navigator.clipboard.writeText(button.href || dated(button.dataset.copy || button.parentElement.previousElementSibling.textContent));
      label.data = live.textContent = labels.copied;
    } catch {
      if (button.href) return; /* the address is in the address bar */
      label.data = live.textContent = labels.copying_not_allowed;
    }
    setTimeout(() => { label.data = before; live.textContent = ""; }, 2500);
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const hit = event.target.closest("a.footnote-ref, a.term[data-says], a.hash, [data-copy], [data-open], [data-search]");
    if (!hit) return;
    if (hit.matches("[data-copy], .hash")) copy(hit);
    else if (hit.matches("[data-open]")) {
      const name = hit.dataset.open;
      if (box(name).checked && name === "__drawer") back(); else open(name);
    } else if (hit.matches("[data-search]")) { event.preventDefault(); open("__search"); }
    else if (hit.matches(".term") ? openTerm(hit) : openCitation(hit)) event.preventDefault();
  });

  /* Filters: within one group any of the chosen, across groups all. The choice stands in the address, ?show=a+b. */
  const filterables = all("[data-filterable]").filter((block) => block.querySelector("[data-filters]"));
  const startFilter = (block) => {
    const buttons = all("[data-token]", block);
    const items = all("[data-filter]", block);
    const clear = block.querySelector("[data-filter-clear]");
    const status = block.querySelector("[data-filter-status]");
    const chosen = new Set((new URLSearchParams(location.search).get("show") || "").split(" "));
    const apply = () => {
      const groups = all(".filter-group", block)
        .map((group) => all("[aria-pressed=true]", group).map((button) => button.dataset.token))
        .filter((tokens) => tokens.length);
      let shown = 0;
      for (const item of items) {
        const has = item.dataset.filter.split(" ");
        item.hidden = !groups.every((tokens) => tokens.some((token) => has.includes(token)));
        if (!item.hidden) shown += 1;
      }
      all("[data-group]", block).forEach((group) => { group.hidden = !group.querySelector("[data-filter]:not([hidden])"); });
      all(".jump a", block).forEach((link) => {
        const group = document.getElementById(decodeURIComponent(link.hash.slice(1)));
        link.parentElement.hidden = Boolean(group && group.closest("[data-group][hidden]"));
      });
      status.textContent = (!groups.length ? status.dataset.all : shown ? status.dataset.some : status.dataset.nothing).replace("{shown}", shown).replaceAll("{number}", items.length);
      clear.hidden = !groups.length;
      return groups.flat();
    };
    const remember = (tokens) => {
      const address = new URL(location.href);
      if (tokens.length) address.searchParams.set("show", tokens.join(" ")); else address.searchParams.delete("show");
      history.replaceState(null, "", address);
    };
    const press = (button, on) => button.setAttribute("aria-pressed", String(on));
    const reset = () => { buttons.forEach((button) => press(button, false)); remember(apply()); };
    buttons.forEach((button) => {
      press(button, chosen.has(button.dataset.token));
      button.addEventListener("click", () => { press(button, button.getAttribute("aria-pressed") !== "true"); remember(apply()); });
    });
    clear.addEventListener("click", () => { reset(); buttons[0].focus(); });
    if (apply().length) block.querySelector("[data-filters]").open = true;
    return { block, reset };
  };
  const filters = filterables.map(startFilter);

  /* A link to a record always shows it, even if it is filtered out or folded away. */
  const named = (hash) => { try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; } };
  const reveal = () => {
    const target = location.hash.length > 1 && named(location.hash);
    if (!target) return;
    const hidden = target.closest("[data-filter][hidden]");
    filters.forEach((filter) => { if (hidden && filter.block.contains(hidden)) filter.reset(); });
    const folded = target.closest("details");
    if (folded) folded.open = true;
    if (hidden || folded) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  /* Menu and search are open where a box is ticked, as Material has it. Their buttons tick it, and the focus goes in
     and comes back. */
  const box = (name) => document.getElementById(name);
  const openers = all("[data-open]");
  const inside = { __drawer: "#menu a, #menu button", __search: ".md-search__input" };
  const open = (name, on = true) => {
    if (box(name).checked !== on) box(name).click();
    const first = on && all(inside[name]).find((one) => one.checkVisibility());
    if (first) first.focus();
  };
  const drawer = box("__drawer");
  const said = () => openers.forEach((one) => one.hasAttribute("aria-expanded") && one.setAttribute("aria-expanded", String(drawer.checked)));
  drawer.addEventListener("change", said);
  addEventListener("pageshow", said);
  const back = () => { open("__drawer", false); openers.find((one) => one.hasAttribute("aria-expanded")).focus(); };
  addEventListener("keydown", (event) => { if (event.key === "Escape" && drawer.checked) back(); });
  /* Whoever leaves the menu with the Tab key closes it. */
  box("menu").addEventListener("focusout", (event) => {
    if (drawer.checked && event.relatedTarget && !box("menu").contains(event.relatedTarget)) open("__drawer", false);
  });

  /* The search box as a combobox: the focus stays in it, the arrow keys choose a hit, Enter goes to the chosen or the
     best. Material draws the hits; what the worker has to say of them comes with the first (search.js). */
  const search = box("__search");
  const query = document.querySelector(".md-search__input");
  const hits = box("search-hits");
  const meta = document.querySelector(".md-search-result__meta");
  const share = document.querySelector(".search-tools button");
  const options = () => all("a.md-search-result__link", hits);
  const chosen = () => options().find((one) => one.getAttribute("aria-selected") === "true");
  const choose = (option) => {
    options().forEach((one) => one.setAttribute("aria-selected", String(one === option)));
    if (option) { query.setAttribute("aria-activedescendant", option.id); option.scrollIntoView({ block: "nearest" }); } else query.removeAttribute("aria-activedescendant");
  };
  const expand = () => {
    const some = options().length > 0;
    query.setAttribute("aria-expanded", String(search.checked && some));
    hits.setAttribute("role", some ? "listbox" : "presentation");
  };
  let told = {}; /* of which query the hits are, what to say of them, what to mark where they lead */
  let going = false; /* Enter was pressed before they were there */
  const go = () => {
    const to = chosen() || (!told.none && options()[0]);
    going = false;
    if (to) to.click();
  };
  new MutationObserver(() => {
    options().forEach((one, at) => {
      one.parentElement.setAttribute("role", "none");
      one.setAttribute("role", "option");
      one.id = `hit-${at}`;
    });
    const first = hits.querySelector("[data-told]");
    told = first ? JSON.parse(first.dataset.told) : {};
    if (first) meta.textContent = told.said;
    share.parentElement.hidden = !first || Boolean(told.none);
    share.dataset.copy = `${query.form.action}?${new URLSearchParams({ q: told.query || "" })}`;
    choose(chosen());
    expand();
    query.dispatchEvent(new KeyboardEvent("keydown")); /* at one Material completes the word */
    if (going && told.query === query.value) go();
  }).observe(hits, { childList: true });
  new MutationObserver(() => { if (hits.getAttribute("role") === "list") expand(); }).observe(hits, { attributes: true, attributeFilter: ["role"] });
  search.addEventListener("change", expand);
  /* Material reads what was typed when a key comes up; what is pasted or spoken has none. */
  const look = (value = query.value) => { query.value = value; query.dispatchEvent(new KeyboardEvent("keyup")); };
  query.addEventListener("input", () => { going = false; choose(); open("__search"); look(); });
  if (location.protocol === "file:") { /* from there no browser fetches the list */
    meta.textContent = meta.dataset.file;
    query.form.addEventListener("submit", (event) => event.preventDefault());
  }
  /* A query of one space has the list fetched: once the box is used, and before the first word is typed. */
  let mounted = false;
  const warm = () => { if (mounted && document.activeElement === query && !query.value) { look(" "); look(""); } };
  new MutationObserver(() => { if (!mounted) { mounted = true; warm(); } }).observe(meta, { childList: true });
  query.addEventListener("focus", warm);
  query.addEventListener("keydown", (event) => {
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !["ArrowDown", "ArrowUp", "Enter", "Escape", "Tab"].includes(key)) return;
    const list = options();
    event.stopPropagation(); /* at these Material takes the focus away */
    if (key === "Tab" || (key === "Enter" && !list.length)) return; /* the form leads to the search page */
    event.preventDefault();
    if (key === "Enter") {
      if (told.query === query.value || chosen()) go(); else going = true;
    } else if (key === "Escape") {
      if (!search.checked) look("");
      open("__search", false);
      if (!query.checkVisibility({ visibilityProperty: true })) openers.find((one) => one.dataset.open === "__search").focus();
    } else if (!search.checked) open("__search");
    else {
      const at = list.indexOf(chosen()) + (key === "ArrowDown" ? 1 : -1);
      choose(at < -1 ? list[list.length - 1] : list[at]);
    }
  });
  query.closest(".md-search").addEventListener("focusout", ({ relatedTarget, currentTarget }) => {
    if (search.checked && relatedTarget && !currentTarget.contains(relatedTarget)) open("__search", false);
  });
  addEventListener("keydown", (event) => {
    const held = event.ctrlKey || event.metaKey;
    const asks = event.key === "/" ? !held && !event.target.closest("input, textarea, select, [contenteditable]") : held && event.key.toLowerCase() === "k";
    if (!asks || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    open("__search");
    query.select();
  }, true);

  /* What was searched for is marked on the page that a hit leads to; the address stays as it is. */
  const mark = (words) => {
    const content = document.querySelector(".md-content");
    if (!words.length || !content || !window.Highlight) return;
    const sought = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})[\\p{L}\\p{N}]*`, "giu");
    const ranges = [];
    const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const { 0: found, index } of texts.currentNode.data.matchAll(sought)) {
        const range = new Range();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + found.length);
        ranges.push(range);
      }
    }
    CSS.highlights.set("sought", new Highlight(...ranges));
  };
  hits.addEventListener("click", (event) => {
    const to = event.target.closest("a");
    if (!to || told.none) return;
    if (to.href.split("#")[0] === here) mark(told.words); else __md_set("sought", told.words, sessionStorage);
  });
  mark(__md_get("sought", sessionStorage) || []);
  try { sessionStorage.removeItem(`${__md_scope.pathname}.sought`); } catch { /* storage may be forbidden */ }

  /* Material's tooltip of a citation is for the pointer: it has no name, lies over what has the focus next, and stays
     when Esc is pressed. Whoever uses the keyboard has the dialog above. */
  addEventListener("keydown", () => root.classList.add("keys"));
  addEventListener("pointermove", () => root.classList.remove("keys"));
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((one) => {
    if (one.matches && one.matches(".md-tooltip2[role=dialog]")) one.setAttribute("aria-label", labels.where_this_comes_from);
  }))).observe(document.body, { childList: true });
})();
