"use strict";
(() => {
  const PAGE = 100;
  const COLLATOR = new Intl.Collator("en", { numeric: true });
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);

  // A dictionary is sorted, and holds of each value what differs from the one before: length kept, rest, length kept, rest.
  const unfolded = (folded) => {
    const all = new Array(folded.length / 2);
    let before = "";
    for (let at = 0; at < all.length; at++) {
      before = before.slice(0, folded[2 * at]) + folded[2 * at + 1];
      all[at] = before;
    }
    return all;
  };
  const columns = data.columns.map((column) => {
    const words = column.dictionary ? unfolded(column.dictionary) : null;
    const order = column.order || null;
    return {
      name: column.name,
      label: column.label,
      words,
      cells: column.cells,
      numeric: !words,
      rank: words && order ? words.map((word) => order.indexOf(word)) : null,
      at: words ? (row) => words[column.cells[row]] : (row) => column.cells[row],
    };
  });
  const column = (name) => columns.find((each) => each.name === name);
  const lower = new Map();
  const state = { rows: [], sort: null, down: false, page: 0 };

  const option = (select, value, text) => {
    const made = document.createElement("option");
    made.value = value;
    made.textContent = text;
    select.append(made);
  };
  const filters = [["severity", "severity"], ["rule", "rule"], ["telemetry", "telemetry_type"]].map(([id, name]) => {
    const select = byId(id);
    option(select, "", "all");
    const own = column(name);
    const counts = new Array(own.words.length).fill(0);
    for (const cell of own.cells) counts[cell]++;
    const places = own.words.map((word, at) => at);
    places.sort((a, b) => own.rank ? own.rank[a] - own.rank[b] : counts[b] - counts[a] || a - b);
    for (const at of places) option(select, String(at), `${own.words[at]} (${counts[at].toLocaleString("en")})`);
    return { select, own };
  });

  // Which words of a column hold the text that is searched: looked up once for each distinct word.
  const matching = (text) => columns.map((each) => {
    if (!each.words) return null;
    if (!lower.has(each.name)) lower.set(each.name, each.words.map((word) => word.toLowerCase()));
    return lower.get(each.name).map((word) => word.includes(text));
  });

  const filter = () => {
    const text = byId("search").value.trim().toLowerCase();
    const hits = text ? matching(text) : null;
    const wanted = filters.filter((each) => each.select.value !== "").map((each) => [each.own.cells, Number(each.select.value)]);
    const rows = [];
    for (let row = 0; row < data.rows; row++) {
      if (wanted.every(([cells, value]) => cells[row] === value) &&
          (!hits || columns.some((each, at) => hits[at] ? hits[at][each.cells[row]] : String(each.cells[row]) === text))) rows.push(row);
    }
    if (state.sort) {
      const own = state.sort;
      let place;
      if (own.numeric) place = (row) => own.cells[row];
      else if (own.rank) place = (row) => own.rank[own.cells[row]];
      else {
        const sorted = own.words.map((word, at) => at).sort((a, b) => COLLATOR.compare(own.words[a], own.words[b]));
        const rank = new Array(sorted.length);
        sorted.forEach((word, at) => { rank[word] = at; });
        place = (row) => rank[own.cells[row]];
      }
      const sign = state.down ? -1 : 1;
      rows.sort((a, b) => sign * (place(a) - place(b)) || a - b);
    }
    state.rows = rows;
    state.page = 0;
    show();
  };

  const show = () => {
    const pages = Math.max(1, Math.ceil(state.rows.length / PAGE));
    state.page = Math.min(state.page, pages - 1);
    const body = byId("body");
    body.replaceChildren();
    for (const row of state.rows.slice(state.page * PAGE, (state.page + 1) * PAGE)) {
      const line = document.createElement("tr");
      for (const each of columns) {
        const cell = document.createElement("td");
        cell.className = each.numeric ? "number" : String(each.at(row)).length > 28 ? "long" : "word";
        const text = each.at(row);
        if (each.name === "severity") {
          const badge = document.createElement("span");
          badge.className = `badge ${text}`;
          badge.textContent = text;
          cell.append(badge);
        } else cell.textContent = text;
        line.append(cell);
      }
      body.append(line);
    }
    byId("status").textContent = `${state.rows.length.toLocaleString("en")} of ${data.rows.toLocaleString("en")} rows`;
    byId("page").textContent = `Page ${(state.page + 1).toLocaleString("en")} of ${pages.toLocaleString("en")}`;
    byId("previous").disabled = state.page === 0;
    byId("next").disabled = state.page >= pages - 1;
    byId("pager").hidden = pages < 2;
  };

  for (const each of columns) {
    const head = document.createElement("th");
    head.scope = "col";
    if (each.numeric) head.className = "number";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = each.label;
    button.addEventListener("click", () => {
      state.down = state.sort === each && !state.down;
      state.sort = each;
      for (const other of byId("head").children) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      for (const other of columns) other.button.textContent = other.label;
      button.textContent = `${each.label} ${state.down ? "↓" : "↑"}`;
      filter();
    });
    each.button = button;
    head.append(button);
    byId("head").append(head);
  }
  let waiting = 0;
  byId("search").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 150);
  });
  for (const each of filters) each.select.addEventListener("change", filter);
  byId("clear").addEventListener("click", () => {
    byId("search").value = "";
    for (const each of filters) each.select.value = "";
    filter();
  });
  const turn = (by) => {
    state.page += by;
    show();
    byId("rows").scrollIntoView({ block: "nearest" });
  };
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  byId("controls").hidden = false;
  byId("rows").hidden = false;
  filter();
})();
