// The page: a story, what newslint says of it, and what a person does about it.

import { Editor } from "./editor.js";
import * as formats from "./formats.js";
import { name, note, quote } from "./notes.js";
import { markdown } from "./paste.js";
import { placed, places } from "./places.js";
import { Refusal, ask, setToken, story } from "./service.js";

const REST = 250;
const found = (id) => document.getElementById(id);
const editor = new Editor(found("copy"), found("marks"));
const BINARY = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  rtf: "application/rtf",
};
const TEXTS = { md: "markdown", markdown: "markdown", html: "html", htm: "html", xhtml: "html" };

let findings = [];
let chosen = -1;
let resting = 0;
const pages = new Map();

const wanted = () => ({
  text: editor.text, format: found("format").value,
  ...(found("style").value && { style: found("style").value }),
  ...(found("date").value && { date: found("date").value }),
});

const counted = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

function tell(text) { found("told").textContent = text; }

// Does something that asks the server; what it refuses is told.
async function trying(action) {
  try {
    return await action();
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    tell(cause.message);
    found("token").hidden = cause.status !== 401;
    return null;
  }
}

async function check() {
  const { text } = wanted();
  const report = await trying(() => story("check", wanted()));
  if (!report || text !== editor.text) return;
  findings = placed(text, report.findings);
  chosen = Math.min(chosen, findings.length - 1);
  show();
  const { words, errors, warnings, suggestions } = report.summary;
  const counts = [counted(errors, "error"), counted(warnings, "warning"), counted(suggestions, "suggestion")];
  tell(`${counted(words, "word")}: ${counts.join(", ")}.`);
  await beside();
}

function show() {
  editor.mark(findings, chosen);
  found("notes").replaceChildren(...findings.map((finding, index) => note(finding, index, desk)));
  found("safe").disabled = !findings.some((finding) => finding.fixes[0]?.safety === "safe");
  light();
}

function light() {
  for (const each of found("notes").children) each.classList.toggle("chosen", Number(each.dataset.index) === chosen);
  found("notes").children[chosen]?.scrollIntoView({ block: "nearest" });
}

// Names and quotations are asked for while they are looked at.
async function beside() {
  for (const [wish, row] of [["names", name], ["quotes", quote]]) {
    if (found(`${wish}-panel`).hidden) continue;
    const answer = await trying(() => story(wish, wanted()));
    if (answer) found(wish).replaceChildren(...answer[wish].map(row));
  }
}

const desk = {
  choose(index) {
    chosen = index;
    const { from, to } = findings[index];
    editor.mark(findings, chosen);
    editor.choose(from, to);
    light();
  },
  fix(fix) { editor.edit(fix.edits); },
  async ignore(finding, reason) {
    const { text } = wanted();
    const answer = await trying(() => story("ignore", { ...wanted(), fingerprint: finding.fingerprint, reason }));
    if (!answer || text !== editor.text) return;
    if (answer.edits.length) make(text, answer.edits);
    else tell("No comment in this format silences only that.");
  },
  async explain(rule) {
    if (!pages.has(rule)) pages.set(rule, await trying(() => ask(`/v1/explain/${rule}`)));
    return pages.get(rule);
  },
};

function make(text, edits) {
  const units = places(text);
  editor.edit(edits.map((edit) => ({ from: units(edit.start), to: units(edit.end), text: edit.text })));
}

async function fixSafely() {
  const { text } = wanted();
  const answer = await trying(() => story("fix", wanted()));
  if (answer && text === editor.text) make(text, answer.edits);
}

async function copyOut(form) {
  const answer = await trying(() => story("document", wanted()));
  if (!answer) return;
  const text = formats[form](answer.documents.flatMap((each) => each.blocks));
  await navigator.clipboard.writeText(text);
  tell(`Copied as ${form === "html" ? "HTML" : form}.`);
}

async function saveProof() {
  const page = await trying(() => story("proof", wanted()));
  if (!page) return;
  const href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  Object.assign(document.createElement("a"), { href, download: "proof.html" }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

async function open(file) {
  const suffix = file.name.split(".").at(-1).toLowerCase();
  if (suffix in BINARY) {
    const answer = await trying(() => ask("/v1/document", { body: file, type: BINARY[suffix] }));
    if (!answer) return;
    found("format").value = "markdown";
    editor.replace(formats.markdown(answer.documents.flatMap((each) => each.blocks)));
  } else {
    found("format").value = TEXTS[suffix] ?? "text";
    editor.replace(await file.text());
  }
}

function paste(event) {
  const html = event.clipboardData.getData("text/html");
  if (!html || found("format").value === "html") return;
  const { text, isRich } = markdown(html);
  if (!text) return;
  event.preventDefault();
  if (isRich && !editor.text.trim()) found("format").value = "markdown";
  editor.put(text);
}

function step(direction) {
  if (!findings.length) return;
  const at = chosen < 0 && direction < 0 ? 0 : chosen;
  desk.choose((at + direction + findings.length) % findings.length);
}

function soon() {
  editor.mark([], -1);
  clearTimeout(resting);
  resting = setTimeout(check, REST);
}

function turn(tab) {
  for (const each of document.querySelectorAll("[role=tab]")) {
    const isChosen = each === tab;
    each.setAttribute("aria-selected", String(isChosen));
    each.tabIndex = isChosen ? 0 : -1;
    found(each.getAttribute("aria-controls")).hidden = !isChosen;
  }
  beside();
}

function tabKey(event) {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!move) return;
  const next = tabs[(tabs.indexOf(event.target) + move + tabs.length) % tabs.length];
  next.focus();
  turn(next);
}

async function begin() {
  const answer = await trying(() => ask("/v1/styles"));
  if (!answer) return;
  const options = answer.styles.map((style) => new Option(style.title, style.name));
  found("style").replaceChildren(new Option("as the desk has it", ""), ...options);
  await check();
}

editor.area.addEventListener("input", soon);
editor.area.addEventListener("paste", paste);
editor.area.addEventListener("click", () => {
  const index = findings.findIndex(({ from, to }) => from <= editor.area.selectionStart && editor.area.selectionStart <= to);
  if (index >= 0 && editor.area.selectionStart === editor.area.selectionEnd) {
    chosen = index;
    light();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "F8") return;
  event.preventDefault();
  step(event.shiftKey ? -1 : 1);
});
for (const event of ["dragover", "drop"]) {
  editor.area.addEventListener(event, (dropped) => {
    if (!dropped.dataTransfer.types.includes("Files")) return;
    dropped.preventDefault();
    if (dropped.dataTransfer.files[0]) open(dropped.dataTransfer.files[0]);
  });
}
for (const tab of document.querySelectorAll("[role=tab]")) {
  tab.addEventListener("click", () => turn(tab));
  tab.addEventListener("keydown", tabKey);
}
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", () => copyOut(button.dataset.copy));
}
found("undo").addEventListener("click", () => editor.undo());
found("proof").addEventListener("click", saveProof);
found("safe").addEventListener("click", fixSafely);
found("file").addEventListener("change", (event) => event.target.files[0] && open(event.target.files[0]));
found("choices").addEventListener("change", (event) => event.target.id !== "file" && check());
found("token").addEventListener("submit", (event) => {
  event.preventDefault();
  setToken(found("secret").value);
  found("token").hidden = true;
  begin();
});
begin();
