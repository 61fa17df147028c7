(() => {
  "use strict";
  const $ = (s, in_ = document) => in_.querySelector(s);
  const $$ = (s, in_ = document) => [...in_.querySelectorAll(s)];
  const findings = $$(".f");
  const form = $("#filters");

  const make = (tag, cls, ...children) => {
    const e = document.createElement(tag);
    if (cls) e.className = cls;
    e.append(...children);
    return e;
  };
  const keyOf = (e) => e.closest(".event").dataset.key;

  // Sentences that a large page has once only are copied from their report.
  // data-r has report.statement.offset.length.line.column of each reading.
  const readings = (f) => $$("ul[data-r]", f).flatMap((ul) => ul.dataset.r.split(" ").map((r) => {
    const [w, s, at, n, line, column] = r.split(".").map(Number);
    return { ul, report: `${keyOf(f)}w${w}`, id: `${keyOf(f)}w${w}s${s}`, at, n, line, column };
  }));
  const fill = (f) => {
    for (const r of readings(f)) {
      const report = document.getElementById(r.report), s = document.getElementById(r.id);
      if (!report || !s) continue;
      const t = s.textContent, link = make("a", "", `${report.dataset.file}:${r.line}:${r.column}`);
      link.href = "#" + r.id;
      const p = make("p", "sentence", t.slice(0, r.at), make("mark", r.ul.dataset.v, t.slice(r.at, r.at + r.n)), t.slice(r.at + r.n));
      p.dir = "auto";
      p.lang = $(".text", report).lang;
      const li = make("li", "", make("b", "sig", report.dataset.siglum), make("div", "", p, make("p", "where", link)));
      li.dataset.s = r.id;
      r.ul.append(li);
    }
  };

  // The statements before and after, on demand.
  const near = (s, step) => {
    const m = s && s.match(/^(.*s)(\d+)$/);
    return m && document.getElementById(m[1] + (+m[2] + step));
  };
  const context = (li, button) => {
    const p = $(".sentence", li), open = button.getAttribute("aria-expanded") === "true";
    $$(".ctx", li).forEach((c) => c.remove());
    button.setAttribute("aria-expanded", String(!open));
    button.textContent = open ? "before and after" : "less";
    if (open) return;
    for (const [step, where] of [[-1, "before"], [1, "after"]]) {
      const s = near(li.dataset.s, step);
      if (!s) continue;
      const c = make("p", "ctx", s.textContent);
      c.dir = "auto";
      p[where](c);
    }
  };
  const prepare = (f) => {
    if (f.dataset.ready) return;
    f.dataset.ready = "1";
    fill(f);
    for (const li of $$("li[data-s]", f)) {
      if (!near(li.dataset.s, -1) && !near(li.dataset.s, 1)) continue;
      const b = document.createElement("button");
      b.type = "button";
      b.textContent = "before and after";
      b.setAttribute("aria-expanded", "false");
      b.addEventListener("click", () => context(li, b));
      $(".where", li).append(b);
    }
  };
  for (const f of findings) {
    $("details", f).addEventListener("toggle", (e) => { if (e.target.open) prepare(f); });
  }

  // The alignment of a large event is filled when it comes into view. data-c
  // has the statements of each report: "3 - 4+5".
  const fillRow = (tr) => {
    if (!tr.dataset.c) return;
    const key = keyOf(tr), reports = $$(".report", tr.closest(".event"));
    tr.dataset.c.split(" ").forEach((cell, w) => {
      const td = make("td", cell === "-" ? "gap" : "");
      if (cell !== "-") {
        td.dataset.w = reports[w].dataset.siglum;
        td.dir = "auto";
        let into = td;
        const statements = cell.split("+"), fold = tr.className === "lone" && statements.length > 3;
        statements.forEach((s, i) => {
          if (fold && i === 2) td.append(into = make("details", "", make("summary", "", `${statements.length - 2} more`)));
          const p = make("p");
          for (const n of document.getElementById(`${key}w${w}s${s}`)?.childNodes || []) {
            p.append(n.nodeType === 1 ? make("mark", n.className, n.textContent) : n.textContent);
          }
          into.append(p);
        });
      }
      tr.append(td);
    });
    delete tr.dataset.c;
  };
  // So is the margin of its reports.
  const margin = (report) => {
    const noted = new Set();
    for (const a of $$(".p > span > a", report)) {
      const f = document.getElementById(a.hash.slice(1));
      if (!f || noted.has(f)) continue;
      noted.add(f);
      let notes = a.parentElement.previousElementSibling;
      if (!notes || notes.className !== "notes") a.parentElement.before(notes = make("span", "notes"));
      const n = make("a", "n " + a.className, make("b", "", f.dataset.check), " ", $("h3", f).textContent);
      n.href = a.hash;
      notes.append(n);
    }
  };
  const later = (elements, how) => {
    const seen = new IntersectionObserver((es) => {
      for (const e of es) if (e.isIntersecting) { how(e.target); seen.unobserve(e.target); }
    }, { rootMargin: "1500px" });
    elements.forEach((e) => seen.observe(e));
  };
  const rows = $$("tr[data-c]");
  later(rows, fillRow);
  if (rows.length || $("ul[data-r]")) later($$(".report"), margin);
  for (const b of $$(".lonely")) {
    const table = $("table.align", b.closest("section"));
    if (!$(".lone", table)) continue;
    b.hidden = false;
    b.addEventListener("click", () => {
      const few = table.classList.toggle("few");
      b.setAttribute("aria-pressed", String(few));
      b.textContent = few ? "Show those without a partner" : "Hide those without a partner";
    });
  }

  // Filters.
  const words = new Map();
  const wordsOf = (f) => {
    if (!words.has(f)) {
      let t = f.textContent;
      for (const r of readings(f)) t += " " + (document.getElementById(r.id)?.textContent || "");
      words.set(f, t.toLowerCase());
    }
    return words.get(f);
  };
  const apply = () => {
    const on = (name) => {
      const boxes = $$(`input[name=${name}]`, form);
      return boxes.length ? new Set(boxes.filter((b) => b.checked).map((b) => b.value)) : null;
    };
    const sev = on("sev"), kind = on("kind"), state = on("state");
    const check = form.check.value, siglum = form.in.value;
    const query = form.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    let n = 0;
    for (const f of findings) {
      const d = f.dataset;
      f.hidden = !(sev.has(d.sev) && (!kind || kind.has(d.kind)) && (state ? state.has(d.state || "new") : d.state !== "suppressed") &&
        (!check || d.check === check) && (!siglum || d.in.includes(` ${siglum} `)) &&
        query.every((w) => wordsOf(f).includes(w)));
      if (!f.hidden) n++;
    }
    for (const p of $$(".none")) p.hidden = $$(".f", p.parentElement).some((f) => !f.hidden);
    $("#shown").textContent = `${n} of ${findings.length}`;
  };
  if (form) {
    form.addEventListener("input", apply);
    form.addEventListener("submit", (e) => e.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    $("#all").addEventListener("click", (e) => {
      const open = e.target.textContent === "Open all";
      for (const f of findings) if (!f.hidden) $("details", f).open = open;
      e.target.textContent = open ? "Close all" : "Open all";
    });
    for (const a of $$(".matrix a")) {
      a.addEventListener("click", (e) => {
        e.preventDefault();
        form.reset();
        form.check.value = a.dataset.check;
        form.in.value = a.dataset.in;
        setTimeout(() => { apply(); document.getElementById(a.getAttribute("href").slice(1)).focus(); });
      });
    }
    if (window.innerWidth < 960) $("#panel").open = false;
    apply();
  }

  // A link to a finding opens it; one to a statement shows it.
  const go = () => {
    const t = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!t) return;
    const d = t.matches(".f") ? $("details", t) : t.closest("details");
    if (d) d.open = true;
    if (t.matches(".f")) { t.hidden = false; $("summary", t).focus({ preventScroll: true }); }
    if (t.matches("tr")) fillRow(t);
    t.scrollIntoView();
    requestAnimationFrame(() => t.scrollIntoView()); // what came into view may have grown
  };
  addEventListener("hashchange", go);
  if (location.hash) go();

  // Keys: j and k walk the findings, / searches.
  addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) {
      if (e.key === "Escape") e.target.blur();
      return;
    }
    if (e.key === "/" && form) {
      e.preventDefault();
      $("#panel").open = true;
      form.q.focus();
    }
    if (e.key !== "j" && e.key !== "k") return;
    const shown = findings.filter((f) => !f.hidden);
    const at = shown.findIndex((f) => f.contains(document.activeElement));
    const next = shown[at < 0 ? 0 : Math.min(Math.max(at + (e.key === "j" ? 1 : -1), 0), shown.length - 1)];
    if (next) {
      $("summary", next).focus();
      next.scrollIntoView({ block: "nearest" });
    }
  });

  // Paper has no clicks.
  addEventListener("beforeprint", () => {
    for (const f of findings) if (!f.hidden) { prepare(f); $$("details", f).forEach((d) => { d.open = true; }); }
    $$(".help details, .align details").forEach((d) => { d.open = true; });
    rows.forEach(fillRow);
  });

  const first = findings.find((f) => !f.hidden);
  if (first && !location.hash) $("details", first).open = true;
})();
