// What Taplo's language server offers while a desk's TOML is written, by the schemas that `newslint init` wrote.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createRequire } from "node:module";

const { TaploLsp } = createRequire(import.meta.url)("@taplo/lsp");
const desk = path.resolve(process.argv[2]);
const CONFIG = "#:schema ./.newslint/config.schema.json\n";
const RULE = "#:schema ../../.newslint/rule.schema.json\n";
// A file, what stands in it, and what must be offered at its end.
const WANTED = [
  ["newslint.toml", `${CONFIG}[rules.units.]\n`, "wrong-conversion", [1, 13]],
  ["newslint.toml", `${CONFIG}[rules.desk.]\n`, "plain-words", [1, 12]],
  ["newslint.toml", `${CONFIG}[rules.units.wrong-conversion]\n\n`, "severity", [2, 0]],
  ["newslint.toml", `${CONFIG}[lists.]\n`, "abbreviations", [1, 7]],
  ["newslint.toml", `${CONFIG}\n`, "rules-packages", [1, 0]],
  ["house-rules/desk/new.toml", `${RULE}[check]\n\n`, "kind", [2, 0]],
];

const waiting = new Map();
const environment = {
  now: () => new Date(),
  envVar: (name) => process.env[name],
  envVars: () => Object.entries(process.env),
  stdErrAtty: () => false,
  stdin: process.stdin,
  stdout: process.stdout,
  // It logs a good deal.
  stderr: async (bytes) => bytes.length,
  glob: () => [],
  readFile: async (file) => new Uint8Array(await fs.promises.readFile(file)),
  writeFile: async (file, bytes) => fs.promises.writeFile(file, bytes),
  urlToFilePath: (url) => (url.startsWith("file:") ? fileURLToPath(url) : new URL(url).pathname),
  isAbsolute: (file) => path.isAbsolute(file),
  cwd: () => desk,
  findConfigFile: () => undefined,
  fetch: { fetch, Headers, Request, Response },
};
const server = await TaploLsp.initialize(environment, {
  onMessage(message) {
    if (message.method && message.id !== undefined) {
      const items = message.params?.items ?? [];
      server.send({ jsonrpc: "2.0", id: message.id, result: items.map(() => ({ schema: { enabled: true, catalogs: [] } })) });
    } else if (message.id !== undefined) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
  },
});
let number = 0;
const ask = (method, params) =>
  new Promise((resolve) => {
    number += 1;
    waiting.set(number, resolve);
    server.send({ jsonrpc: "2.0", id: number, method, params });
  });
const tell = (method, params) => server.send({ jsonrpc: "2.0", method, params });

const root = pathToFileURL(desk).href;
await ask("initialize", {
  processId: null,
  rootUri: root,
  workspaceFolders: [{ uri: root, name: "desk" }],
  capabilities: { workspace: { configuration: true } },
  initializationOptions: { configurationSection: "evenBetterToml" },
});
tell("initialized", {});

const missing = [];
for (const [name, text, wanted, [line, character]] of WANTED) {
  const uri = pathToFileURL(path.join(desk, name)).href;
  tell("textDocument/didOpen", { textDocument: { uri, languageId: "toml", version: 1, text } });
  let labels = [];
  // The schema is read a moment after the file is opened.
  for (let tries = 0; tries < 40 && !labels.length; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const { result } = await ask("textDocument/completion", {
      textDocument: { uri },
      position: { line, character },
    });
    labels = (result?.items ?? result ?? []).map((item) => item.label);
  }
  tell("textDocument/didClose", { textDocument: { uri } });
  if (!labels.some((label) => label.includes(wanted))) {
    missing.push(`${name}, ${JSON.stringify(text)}: no ${wanted} in ${labels.slice(0, 20).join(", ")}`);
  }
}
console.log(missing.join("\n") || "Taplo completes a desk's TOML.");
process.exit(missing.length ? 1 : 0);
