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
      const close = make("button", { type: "button", className: "sheet-close", textContent: "×", ariaLabel: "Close" });
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
    openSheet(link, "Where this comes from", ...copy.childNodes);
    return true;
  };
  /* Material's tooltips take the title away while they show it. */
  all("a.term[title]").forEach((link) => { link.dataset.says = link.title; });
  const openTerm = (link) => {
    openSheet(link, link.textContent, make("p", { textContent: link.dataset.says }), make("p", {}, make("a", { href: link.href, textContent: "Open in the glossary" })));
    return true;
  };

  /* Copy with citation. A site that was built without knowing its address names records as below its root, or not at
     all; the reader's own address bar completes that. */
  const here = location.href.split(/[?#]/)[0];
  const complete = (text, anchor) => {
    if (/https?:/.test(text)) return text;
    const whole = text.replace(/(^|[\s(])((?:[^\s()#/]+\/)+(?:#[^\s()]+)?|#[^\s()]+)(?=\)?$)/, (_, before, address) => before + new URL(address, base).href);
    if (whole !== text) return whole;
    return text.startsWith("@") ? text.replace(/,?\n\}\s*$/, `,\n  url = {${here}}\n}`) : `${text} ${here}${anchor}`;
  };
  if (location.protocol.startsWith("http")) {
    all("[data-copy]").forEach((button) => {
      const record = button.closest("[data-filter]");
      button.dataset.copy = complete(button.dataset.copy, record && record.id ? `#${record.id}` : "");
    });
    all(".cite-text, .cite code").forEach((shown) => { shown.textContent = complete(shown.textContent, ""); });
  }
  const live = make("p", { className: "vh", role: "status" });
  document.body.append(live);
  const copy = async (button) => {
    const label = button.firstChild;
    const before = button.dataset.label || (button.dataset.label = label.data);
    try {
      await navigator.clipboard.writeText(button.dataset.copy || button.href);
      label.data = live.textContent = "Copied";
    } catch {
      if (button.href) return; /* the address is in the address bar */
      label.data = live.textContent = "Copying is not allowed here";
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
      status.textContent = !groups.length ? `All ${items.length} shown.` : shown ? `${shown} of ${items.length} shown.` : status.dataset.nothing;
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

  /* Material's tooltip of a citation is for the pointer: it has no name, lies over what has the focus next, and stays
     when Esc is pressed. Whoever uses the keyboard has the dialog above. */
  addEventListener("keydown", () => root.classList.add("keys"));
  addEventListener("pointermove", () => root.classList.remove("keys"));
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((one) => {
    if (one.matches && one.matches(".md-tooltip2[role=dialog]")) one.setAttribute("aria-label", "Where this comes from");
  }))).observe(document.body, { childList: true });
})();
