"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const stories = all(".story"), form = byId("filters"), go = byId("go");
  const wide = matchMedia("screen and (min-width: 46rem)");
  const noteOf = (key, number) => byId(`${key}n${number}`);
  const referenceOf = (note) => byId(note.id.replace(/n(\d+)$/, "r$1"));
  const GAP = 12;
  const marksOf = (note) => all(`mark[data-n~="${note.id.match(/\d+$/)[0]}"]`, note.closest(".story"));
  let current = null, anchored = null, pointed = null, lit = [];

  // Views: one story, or the overview; the address says which.
  function show(story) {
    current?.classList.remove("shown");
    current = story;
    current?.classList.add("shown");
    document.body.dataset.view = story ? "story" : "overview";
    if (go) {
      go.value = story ? story.id : "overview";
      byId("before").disabled = !story;
      byId("next").disabled = story === stories.at(-1);
    }
    filter();
  }

  function arrive() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = byId(id);
    const story = target?.closest(".story");
    if (!target || !target.closest(".glossary")) show(story ?? (target || stories.length > 1 ? null : stories[0] ?? null));
    else if (!document.body.dataset.view) show(null);
    if (!target) return;
    anchor(target);
    const head = target.matches("section") ? target.querySelector("h2") : target;
    const whole = target.matches("section");
    if (whole) scrollTo({ top: 0, behavior: "instant" });
    else head.scrollIntoView({ block: "center" });
    head.focus({ preventScroll: true });
    if (whole && target.id === "stories") head.scrollIntoView();
    point(target);
  }

  function anchor(target) {
    const note = target.matches(".ref") ? byId(target.hash.slice(1)) : target.closest(".note");
    if (!note || note === anchored) return;
    anchored = note;
    all("mark.kept").forEach((each) => each.classList.remove("kept"));
    marksOf(note).forEach((each) => each.classList.add("kept"));
    place();
  }

  // What a name, a statement or another place stands for is shown in the copy. Places count code points.
  function point(block) {
    all(".pointed").forEach((each) => each.classList.remove("pointed"));
    globalThis.CSS?.highlights?.delete("pointed");
    if (!pointed) return;
    const stretches = pointed.split(",").map((each) => each.split("-").map(Number));
    pointed = null;
    block.classList.add("pointed");
    if (globalThis.CSS?.highlights) {
      CSS.highlights.set("pointed", new Highlight(...stretches.map(([start, end]) => range(block, start, end))));
    }
  }

  function range(block, start, end) {
    const made = new Range();
    let position = 0;
    for (const node of letters(block)) {
      const points = [...node.data];
      const place = (at) => points.slice(0, at - position).join("").length;
      if (start >= position && start <= position + points.length) made.setStart(node, place(start));
      if (end > position && end <= position + points.length) made.setEnd(node, place(end));
      position += points.length;
    }
    return made;
  }

  function* letters(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(".ref")) yield walker.currentNode;
  }

  // Filters: a note is shown when its severity and its rule are; marks follow their notes.
  const boxes = form ? all("input", form) : [];
  const severities = new Map(boxes.filter((box) => box.name === "severity").map((box) => [box.value, box]));
  const rules = boxes.filter((box) => box.name === "rule");
  const ruleOf = new Map(rules.map((box) => [box.dataset.label, box]));
  const passes = (note) => severities.get(note.dataset.severity).checked && ruleOf.get(note.dataset.rule).checked;
  const rows = all(".index tbody tr");

  function filter() {
    if (!form) return;
    const chosen = rules.filter((box) => box.checked).length;
    byId("chosen").textContent = chosen === rules.length ? `all ${chosen}` : `${chosen} of ${rules.length}`;
    const [shown, total] = current ? filterStory(current) : filterIndex(boxes.every((box) => box.checked));
    const [some, whole] = [shown, total].map((count) => count.toLocaleString("en"));
    byId("shown").textContent = `${some} of ${whole} ${current ? "notes" : "findings"} shown`;
    const told = current && new Set(all(".note", current).map((note) => note.dataset.rule));
    for (const entry of all(".glossary article")) {
      entry.hidden = !ruleOf.get(entry.dataset.rule).checked || (told && !told.has(entry.dataset.rule));
    }
    place();
  }

  function filterStory(story) {
    const notes = all(".note", story);
    for (const note of notes) {
      note.hidden = !passes(note);
      const reference = referenceOf(note);
      if (reference) reference.hidden = note.hidden;
    }
    for (const mark of all("mark", story)) {
      const shown = mark.dataset.n.split(" ").map((number) => noteOf(story.id, number)).filter((note) => !note.hidden);
      const kind = [...severities.keys()].find((each) => shown.some((note) => note.dataset.severity === each)) ?? "off";
      for (const each of [...severities.keys(), "off"]) mark.classList.toggle(each, each === kind);
    }
    return [notes.filter((note) => !note.hidden).length, notes.length];
  }

  function filterIndex(everything) {
    let shown = 0, total = 0;
    for (const row of rows) {
      const counts = { error: 0, warning: 0, suggestion: 0 };
      for (const [, letter, rule, count] of row.dataset.found.matchAll(/(\w)(\d+):(\d+)/g)) {
        const severity = Object.keys(counts).find((each) => each[0] === letter);
        total += Number(count);
        if (severities.get(severity).checked && rules[rule].checked) counts[severity] += Number(count);
      }
      const found = counts.error + counts.warning + counts.suggestion;
      shown += found;
      row.hidden = !everything && !found;
      for (const cell of all("[data-severity]", row)) {
        cell.textContent = counts[cell.dataset.severity].toLocaleString("en");
        cell.classList.toggle("nothing", !counts[cell.dataset.severity]);
      }
    }
    return [shown, total];
  }

  // Where there is a margin, each note stands beside its words, or below the note before. The one that is
  // gone to keeps its place, and those above it give way upwards.
  function place() {
    const copy = current?.querySelector(".copy");
    if (!copy) return;
    copy.classList.toggle("placed", wide.matches);
    copy.style.minHeight = "";
    if (!wide.matches) return;
    const top = copy.getBoundingClientRect().top;
    const notes = all(".note:not([hidden])", copy).map((note) => {
      return { note, wanted: referenceOf(note).getBoundingClientRect().top - top - 6, height: note.offsetHeight };
    });
    const kept = Math.max(0, notes.findIndex(({ note }) => note === anchored));
    let free = notes[kept] ? notes[kept].wanted : 0;
    for (const each of notes.slice(kept)) {
      each.position = Math.max(each.wanted, free);
      free = each.position + each.height + GAP;
    }
    let below = notes[kept]?.position;
    for (const each of notes.slice(0, kept).reverse()) {
      each.position = Math.min(each.wanted, below - each.height - GAP);
      below = each.position;
    }
    for (const { note, position } of notes) note.style.top = `${position}px`;
    copy.style.minHeight = `${free}px`;
  }

  function explain(details) {
    const entry = byId(`why-${details.closest(".note").dataset.rule.replaceAll(" ", "-")}`);
    const reasons = all("p", entry).map((each) => each.cloneNode(true));
    if (reasons.length) details.replaceChildren(details.querySelector("summary"), ...reasons);
    place();
  }

  function light(event) {
    const over = event.target.closest?.("mark, .ref, .note");
    lit.forEach((each) => each.classList.remove("lit"));
    lit = [];
    const story = over?.closest(".story");
    if (!story) return;
    const numbers = over.matches("mark") ? over.dataset.n.split(" ") : [over.id.match(/\d+$/)[0]];
    lit = numbers.map((number) => noteOf(story.id, number)).flatMap((note) => [note, ...marksOf(note)]);
    lit.forEach((each) => each.classList.add("lit"));
  }

  addEventListener("hashchange", arrive);
  addEventListener("resize", place);
  wide.addEventListener("change", place);
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", (event) => {
    light(event);
    // Under a pointer nothing moves.
    if (event.target.matches(":focus-visible")) anchor(event.target);
  });
  document.addEventListener("click", (event) => {
    const panel = form?.querySelector(".by-rule[open]");
    if (panel && !panel.contains(event.target)) panel.open = false;
    const link = event.target.closest("a[data-at]"), mark = event.target.closest("mark:not(.off)");
    if (mark) location.hash = `${mark.closest(".story").id}n${mark.dataset.n.split(" ")[0]}`;
    if (!link) return;
    pointed = link.dataset.at;
    if (link.hash === location.hash) arrive();
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.(".why")) explain(event.target);
  }, true);
  form?.addEventListener("change", filter);
  form?.addEventListener("submit", (event) => event.preventDefault());
  form?.addEventListener("keydown", (event) => {
    const panel = event.target.closest(".by-rule");
    if (event.key !== "Escape" || !panel?.open) return;
    panel.open = false;
    panel.querySelector("summary").focus();
  });
  for (const [id, checked] of [["all", true], ["none", false]]) {
    byId(id)?.addEventListener("click", () => {
      rules.forEach((box) => { box.checked = checked; });
      filter();
    });
  }
  go?.addEventListener("change", () => { location.hash = go.value; });
  byId("before")?.addEventListener("click", () => {
    location.hash = stories[stories.indexOf(current) - 1]?.id ?? "overview";
  });
  byId("next")?.addEventListener("click", () => {
    location.hash = stories[stories.indexOf(current) + 1].id;
  });
  arrive();
})();
