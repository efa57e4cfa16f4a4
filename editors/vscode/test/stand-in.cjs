// A stand-in for the editor: as much of the module `vscode` as the client asks for, and what it is told.

const Module = require("node:module");

const told = { diagnostics: new Map(), commands: new Map(), messages: [], answers: [], edits: [] };
const disposable = { dispose() {} };
const listeners = {};
const event = (name) => (listener) => {
  (listeners[name] ??= []).push(listener);
  return disposable;
};
const fire = (name, value) => Promise.all((listeners[name] ?? []).map((listener) => listener(value)));

class Position {
  constructor(line, character) { Object.assign(this, { line, character }); }
}
class Range {
  constructor(start, end, ...rest) {
    this.start = rest.length ? new Position(start, end) : start;
    this.end = rest.length ? new Position(...rest) : end;
  }
}
class Uri {
  constructor(text) { this.text = text; this.scheme = text.split(":")[0]; this.fsPath = this.path = text.replace(/^\w+:\/\//, ""); }
  static parse(text) { return new Uri(text); }
  static file(path) { return new Uri(`file://${path}`); }
  toString() { return this.text; }
  with() { return this; }
}
class Diagnostic {
  constructor(range, message, severity) { Object.assign(this, { range, message, severity }); }
}
class EventEmitter {
  constructor() { this.heard = []; this.event = (listener) => { this.heard.push(listener); return disposable; }; }
  fire(value) { for (const each of this.heard) each(value); }
  dispose() {}
}
class CancellationTokenSource {
  constructor() { this.token = { isCancellationRequested: false, onCancellationRequested: () => disposable }; }
  cancel() {}
  dispose() {}
}

class Disposable {
  constructor(end) { this.end = end; }
  dispose() { this.end?.(); }
  static from(...parts) { return new Disposable(() => parts.forEach((part) => part.dispose())); }
}
class WorkspaceEdit {
  constructor() { this.parts = []; }
  replace(uri, range, text) { this.parts.push({ uri, range, text }); }
  set(uri, edits) { this.parts.push(...edits.map((each) => ({ uri, ...each }))); }
}
class TextEdit {
  constructor(range, text) { Object.assign(this, { range, text }); }
}
class TabInputText {
  constructor(uri) { this.uri = uri; }
}
class CodeActionKind {
  constructor(value) { this.value = value; }
  append(part) { return new CodeActionKind(this.value ? `${this.value}.${part}` : part); }
}
for (const [name, value] of [["Empty", ""], ["QuickFix", "quickfix"], ["Refactor", "refactor"], ["Source", "source"],
  ["RefactorExtract", "refactor.extract"], ["RefactorInline", "refactor.inline"], ["RefactorRewrite", "refactor.rewrite"],
  ["SourceOrganizeImports", "source.organizeImports"], ["SourceFixAll", "source.fixAll"]]) {
  CodeActionKind[name] = new CodeActionKind(value);
}

const settings = {};
const configuration = (section) => ({
  get: (key, otherwise) => (section === "newslint" ? settings[key] : undefined) ?? otherwise,
  has: () => false, inspect: () => undefined,
  ...(section === undefined ? { newslint: settings } : {}),
});
const documents = [];
const tabs = [];
const known = {
  Position, Range, Uri, Diagnostic, CodeActionKind, Disposable, TabInputText, TextEdit, WorkspaceEdit, EventEmitter, CancellationTokenSource,
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  version: "1.91.0",
  env: { appName: "a stand-in", language: "en", machineId: "", uiKind: 1 },
  languages: loose({
    match: (selector, document) => selector.some?.((each) => (each.language ?? each) === document.languageId) ? 10 : 0,
    createDiagnosticCollection: () => ({
      set: (uri, found) => told.diagnostics.set(uri.toString(), found ?? []),
      delete: (uri) => told.diagnostics.delete(uri.toString()), clear() {}, dispose() {}, get() {}, has() {}, forEach() {},
    }),
  }),
  workspace: loose({
    textDocuments: documents, workspaceFolders: undefined, notebookDocuments: [], isTrusted: true,
    getConfiguration: configuration, getWorkspaceFolder: () => undefined,
    applyEdit: async (edit) => { told.edits.push(edit); return true; },
    createFileSystemWatcher: () => ({ onDidCreate: () => disposable, onDidChange: () => disposable, onDidDelete: () => disposable, dispose() {} }),
  }),
  window: loose({
    visibleTextEditors: [], activeTextEditor: undefined, tabGroups: { all: [{ tabs }], onDidChangeTabs: event("onDidChangeTabs"), onDidChangeTabGroups: () => disposable },
    createOutputChannel: () => ({ append() {}, appendLine() {}, replace() {}, clear() {}, show() {}, hide() {}, dispose() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} }),
    showInputBox: async () => told.answers.shift(),
    showWarningMessage: async (text) => { told.messages.push(text); },
    showErrorMessage: async (text) => { told.messages.push(text); },
    showInformationMessage: async (text) => { told.messages.push(text); },
  }),
  commands: loose({
    registerCommand: (name, action) => { told.commands.set(name, action); return disposable; },
    executeCommand: async (name, ...words) => told.commands.get(name)?.(...words),
  }),
};

// What is not known is an event, a way to register something, or a class that nothing is made of here.
function loose(parts) {
  return new Proxy(parts, {
    get: (target, name) => name in target ? target[name] : /^on(Did|Will)/.test(String(name)) ? event(name) : () => disposable,
  });
}
const vscode = new Proxy(known, {
  get: (target, name) => name in target || typeof name === "symbol" ? target[name] : (target[name] = class {}),
});

const load = Module._load;
Module._load = (name, ...rest) => name === "vscode" ? vscode : load(name, ...rest);

async function open(path, languageId, text) {
  const document = {
    uri: Uri.file(path), fileName: path, languageId, version: 1, isClosed: false, isDirty: false,
    getText: () => text, lineCount: text.split("\n").length,
  };
  documents.push(document);
  const tab = { input: new TabInputText(document.uri) };
  tabs.push(tab);
  known.window.activeTextEditor = { document };
  await fire("onDidChangeTabs", { opened: [tab], closed: [], changed: [] });
  return fire("onDidOpenTextDocument", document);
}

module.exports = { open, told, settings, vscode };
