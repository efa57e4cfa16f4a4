// The extension's own code and the client it is built on, against a real `newslint lsp`.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

const require = createRequire(import.meta.url);
const { open, told, settings } = require("./stand-in.cjs");
const extension = require("../dist/extension.js");

async function until(question) {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = question();
    if (answer) return answer;
    await new Promise((go) => setTimeout(go, 100));
  }
  throw new Error(`nothing came within a minute: ${question}`);
}

test("a story is linted, and an ignore asks for its reason", async () => {
  settings.path = process.env.NEWSLINT ?? "newslint";
  await extension.activate({ subscriptions: [] });
  await open("/desk/road.md", "markdown", "🚗 The road is 80 kilometers (60 miles) long.\n");

  const [finding] = await until(() => told.diagnostics.get("file:///desk/road.md")?.length && told.diagnostics.get("file:///desk/road.md"));
  assert.equal(finding.message.slice(0, 10), "“60 miles”");
  assert.deepEqual([finding.range.start.line, finding.range.start.character, finding.range.end.character], [0, 30, 38]);
  assert.equal(finding.severity, 0);

  told.answers.push(undefined, "as the sign has it");
  const words = ["file:///desk/road.md", finding.data];
  await told.commands.get("newslint.ignore")(...words, "");
  assert.equal(told.edits.length, 0);
  await told.commands.get("newslint.ignore")(...words, "");
  await until(() => told.edits.length === 1);
  const [{ text }] = told.edits[0].parts;
  assert.equal(text, "<!-- newslint: ignore[units.wrong-conversion] -- as the sign has it -->\n");

  await told.commands.get("newslint.compare")();
  assert.deepEqual(told.messages, ["newslint compares the stories of a folder; none is open."]);
  await extension.deactivate();
});
