// Formats: the blocks of a story, as `newslint document` reads them, written for where they are taken.

const escaped = (text) => text.replace(/[&<>]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[letter]);
const ELEMENTS = { headline: "h1", standfirst: "p", subhead: "h2", quote: "blockquote", "list-item": "li", code: "pre" };
const PREFIXES = { headline: "# ", subhead: "## ", quote: "> ", "list-item": "- " };

const words = (block) => block.text.trim().replace(/\s*\n\s*/g, " ");

export const text = (blocks) => `${blocks.map(words).join("\n\n")}\n`;

export const markdown = (blocks) => `${joined(blocks, (block) => (PREFIXES[block.kind] ?? "") + words(block), "\n")}\n`;

export function html(blocks) {
  const parts = [];
  for (const block of blocks) {
    const name = ELEMENTS[block.kind] ?? "p";
    const item = `<${name}>${escaped(words(block))}</${name}>`;
    const list = parts.at(-1);
    if (name !== "li") parts.push(item);
    else if (list?.endsWith("</ul>")) parts[parts.length - 1] = `${list.slice(0, -5)}${item}</ul>`;
    else parts.push(`<ul>${item}</ul>`);
  }
  return `${parts.join("\n")}\n`;
}

function joined(blocks, written, between) {
  return blocks.reduce((before, block, index) => {
    if (!index) return written(block);
    const tight = block.kind === "list-item" && blocks[index - 1].kind === "list-item";
    return before + (tight ? between : `${between}${between}`) + written(block);
  }, "");
}
