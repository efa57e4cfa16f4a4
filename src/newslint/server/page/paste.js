// Pasted pages: what Word, Google Docs and browsers put beside the plain text, as Markdown.

const HEADS = { H1: "# ", H2: "## ", H3: "### ", H4: "#### ", H5: "##### ", H6: "###### " };
const LEFT_OUT = new Set(["SCRIPT", "STYLE", "TITLE", "META", "LINK", "HEAD", "NOSCRIPT", "TEMPLATE"]);
const BLOCKS = new Set(["P", "DIV", "LI", "BLOCKQUOTE", "UL", "OL", "TABLE", "TR", "TD", "TH", "SECTION",
  "ARTICLE", "FIGURE", "FIGCAPTION", "PRE", ...Object.keys(HEADS)]);

// Word writes list items as paragraphs with this style, and the bullet as a run that is to be ignored.
const isWordItem = (node) => /mso-list:\s*l\d+/.test(node.getAttribute?.("style") ?? "");
const isWordBullet = (node) => /mso-list:\s*Ignore/i.test(node.getAttribute?.("style") ?? "");

export function markdown(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const blocks = [];
  gather(page.body, "", blocks);
  const text = blocks.reduce((before, { text, item }) => {
    if (!before) return text;
    return before + (item && before.split("\n").at(-1).startsWith("- ") ? "\n" : "\n\n") + text;
  }, "");
  return { text, isRich: blocks.some((block) => block.rich) };
}

function gather(parent, prefix, blocks) {
  let run = [];
  const close = () => {
    const text = run.map((node) => inline(node)).join("").replace(/[ \t\u00a0\n\r]+/g, " ").trim();
    if (text) blocks.push({ text: prefix + text, item: prefix === "- ", rich: prefix !== "" || /(^|\s)[*_]{1,2}\S/.test(text) });
    run = [];
  };
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.ELEMENT_NODE && LEFT_OUT.has(node.tagName)) continue;
    if (node.nodeType === Node.ELEMENT_NODE && node.tagName === "BR") close();
    else if (node.nodeType === Node.ELEMENT_NODE && holdsBlocks(node)) {
      close();
      gather(node, prefixOf(node) || prefix, blocks);
    } else if (node.nodeType !== Node.COMMENT_NODE) run.push(node);
  }
  close();
}

// Google Docs wraps the whole page in a <b> of no weight, which is no block and holds some.
const holdsBlocks = (node) => BLOCKS.has(node.tagName) || [...node.children].some((child) => holdsBlocks(child));

function prefixOf(node) {
  if (node.tagName === "LI" || isWordItem(node)) return "- ";
  if (node.tagName === "BLOCKQUOTE") return "> ";
  return HEADS[node.tagName] ?? "";
}

function inline(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || LEFT_OUT.has(node.tagName) || isWordBullet(node)) return "";
  if (node.tagName === "BR") return "\n";
  const text = [...node.childNodes].map(inline).join("");
  const mark = emphasis(node);
  return mark && text.trim() ? text.replace(/^(\s*)([^]*?)(\s*)$/, `$1${mark}$2${mark}$3`) : text;
}

function emphasis(node) {
  const style = node.getAttribute("style") ?? "";
  if (/font-style:\s*italic/.test(style) || ["I", "EM"].includes(node.tagName)) return "*";
  if (/font-weight:\s*(bold|[6-9]00)/.test(style)) return "**";
  if (["B", "STRONG"].includes(node.tagName) && !/font-weight:\s*normal/.test(style)) return "**";
  return "";
}
