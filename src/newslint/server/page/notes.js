// Notes: what is said of each finding, and what can be done about it.

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

// One note: its words lead to the place, its buttons make a fix, its form writes an ignore.
export function note(finding, index, desk) {
  const place = element("button", { type: "button", className: "place" }, finding.message);
  place.addEventListener("click", () => desk.choose(index));
  const head = element("p", { className: "head" },
    element("strong", { className: "severity" }, finding.severity), " ",
    element("span", { className: "rule" }, finding.rule));
  const fixes = finding.fixes.map((fix) => {
    const button = element("button", { type: "button", className: "fix" }, fix.title,
      fix.safety === "safe" ? null : element("small", {}, fix.safety));
    button.addEventListener("click", () => desk.fix(fix));
    return button;
  });
  const made = element("li", { className: `note ${finding.severity}` },
    head, element("p", { className: "message" }, place),
    element("div", { className: "fixes" }, ...fixes), why(finding, desk), ignore(finding, desk));
  made.dataset.index = index;
  return made;
}

function why(finding, desk) {
  const details = element("details", { className: "why" }, element("summary", {}, "Why"));
  details.addEventListener("toggle", async () => {
    if (!details.open || details.childElementCount > 1) return;
    const page = await desk.explain(finding.rule);
    if (!page) return;
    details.append(element("p", {}, page.explanation), ...page.references.map((address) =>
      element("p", {}, element("a", { href: address, rel: "noreferrer", target: "_blank" }, address))));
  });
  return details;
}

function ignore(finding, desk) {
  const reason = element("input", { type: "text", required: true, autocomplete: "off" });
  const form = element("form", {}, element("label", {}, "Reason ", reason), element("button", {}, "Ignore here"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    desk.ignore(finding, reason.value);
  });
  return element("details", { className: "ignore" }, element("summary", {}, "Ignore"), form);
}

export function name(each) {
  const spellings = Object.entries(each.spellings).map(([text, count]) => `${text} ${count}`).join(", ");
  return element("li", {}, element("strong", {}, each.name), ` ${each.kind}`,
    element("small", {}, spellings));
}

export function quote(each) {
  const words = (pieces) => pieces.map((piece) => piece.text).join(" … ");
  return element("li", {}, element("strong", {}, each.speaker ?? (words(each.source) || "nobody named")),
    element("q", {}, words(each.content)), element("small", {}, each.kind));
}
