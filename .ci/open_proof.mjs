// Opens proof pages as a reader does: in light and dark, wide and narrow, by keyboard, without a script or a network.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [work, executablePath] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });

async function open(name, hash = "", { width = 1400, measured = false, ...context } = {}) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, offline: true, ...context });
  page.faults = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`file://${work}/`) && !request.url().startsWith("data:")) page.faults.push(request.url());
  });
  page.on("console", (message) => page.faults.push(message.text()));
  page.on("pageerror", (error) => page.faults.push(error.message));
  if (measured) {
    page.session = await page.context().newCDPSession(page);
    await page.session.send("Performance.enable", { timeDomain: "threadTicks" });
  }
  await page.goto(`file://${work}/${name}.html${hash}`);
  return page;
}

async function close(page) {
  assert.deepEqual(page.faults, []);
  await page.close();
}

async function audited(page, where) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run());
  const told = violations.map(({ id, impact, nodes }) => `${where}: ${impact} ${id}: ${nodes[0].html}`);
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  for (const line of told) console.log(line);
  assert.deepEqual(serious.map(({ id }) => id), [], where);
}

// Nothing sticks out, and no note lies on another.
async function isLaidOut(page, where) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${where}: ${wide} pixels too wide`);
  const boxes = await page.$$eval(".story.shown .note:not([hidden])", (notes) =>
    notes.map((note) => note.getBoundingClientRect()).map(({ top, bottom, height }) => [top, bottom, height]));
  boxes.forEach(([top, , height], number) => {
    assert.ok(height > 20, `${where}: note ${number + 1} is ${height} pixels high`);
    assert.ok(number === 0 || top >= boxes[number - 1][1], `${where}: note ${number + 1} lies on the one before`);
  });
}

const story = (name) => readFileSync(`${work}/${name}.html`, "utf8").match(/<section class="story" id="(\w+)"/)[1];

for (const colorScheme of ["light", "dark"]) {
  for (const [name, hash] of [["story", ""], ["desk", ""], ["desk", `#${story("desk")}`], ["hostile", "#overview"], ["archive", ""]]) {
    for (const width of [400, 800, 1400]) {
      const page = await open(name, hash, { width, colorScheme });
      const where = `${name}${hash} ${colorScheme} ${width}`;
      await isLaidOut(page, where);
      await page.$$eval(".story.shown .why, .chart details", (found) => found.forEach((each) => { each.open = true; }));
      if (width !== 800) await audited(page, where);
      if (width === 400 && name === "story") {
        await page.click(".by-rule > summary");
        await isLaidOut(page, `${where}, rules open`);
        await audited(page, `${where}, rules open`);
      }
      await page.emulateMedia({ media: "print" });
      await isLaidOut(page, `${where} printed`);
      await close(page);
    }
  }
}

async function tabTo(page, selector) {
  for (let left = 400; left; left--) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

const count = (page, selector) => page.$$eval(selector, (found) => found.filter((each) => each.checkVisibility()).length);

// Of a chart that is drawn for two widths, one is there; each has its figures beside it.
for (const [width, drawn] of [[400, "narrow"], [1400, "broad"]]) {
  const page = await open("archive", "", { width });
  assert.deepEqual(await page.$$eval(".broad, .narrow", (found) =>
    found.filter((each) => each.checkVisibility()).map((each) => each.getAttribute("class"))), [drawn]);
  assert.equal(await page.locator(".chart:not(:has(table))").count(), 0);
  await close(page);
}

// Filters, by keyboard.
let page = await open("desk", `#${story("desk")}`);
const all = await count(page, ".note");
const errors = await count(page, ".note.error");
assert.ok(errors > 0 && errors < all);
await tabTo(page, "input[value=error]");
await page.keyboard.press("Space");
assert.equal(await count(page, ".note"), all - errors);
assert.equal(await count(page, "mark.error"), 0);
assert.equal(await page.textContent("#shown"), `${all - errors} of ${all} notes shown`);
await page.keyboard.press("Space");
assert.equal(await count(page, ".note"), all);
await tabTo(page, ".by-rule > summary");
await page.keyboard.press("Enter");
await tabTo(page, "#none");
await page.keyboard.press("Enter");
assert.equal(await count(page, ".note"), 0);
await tabTo(page, "input[name=rule]");
await page.keyboard.press("Space");
const rule = await page.evaluate(() => document.activeElement.dataset.label);
assert.equal(await count(page, ".note"), await count(page, `.note[data-rule="${rule}"]`));
await page.keyboard.press("Escape");
assert.equal(await page.evaluate(() => document.activeElement.localName), "summary");
assert.equal(await count(page, "input[name=rule]"), 0);
await page.click("nav a[href='#overview']");
// The page hears of its address after the click.
await page.waitForFunction(() => /^4 of \d+ findings shown$/.test(document.querySelector("#shown").textContent));
assert.equal(await count(page, ".index tbody tr"), 4);
await close(page);

// From the words to the note and back; from a name to the words; the reason in its place.
page = await open("story");
await tabTo(page, ".ref");
const reference = await page.evaluate(() => document.activeElement.id);
await page.keyboard.press("Enter");
await page.waitForFunction(() => document.activeElement.matches(".note"));
await page.keyboard.press("Tab");
await page.keyboard.press("Enter");
await page.waitForFunction((id) => document.activeElement.id === id, reference);
await tabTo(page, ".why summary");
await page.keyboard.press("Enter");
await page.waitForFunction(() => document.activeElement.parentElement.textContent.length > 100);
await tabTo(page, ".names a");
await page.keyboard.press("Enter");
await page.waitForFunction(() => CSS.highlights.get("pointed")?.size > 0);
const pointed = await page.evaluate(() => [...CSS.highlights.get("pointed")].map(String));
assert.deepEqual(new Set(pointed), new Set(["Ana Ruiz"]));
await close(page);

// From story to story.
page = await open("desk");
assert.equal(await count(page, ".story"), 0);
await page.click("#next");
await page.waitForSelector(".story.shown");
assert.equal(await count(page, ".overview, .index"), 0);
await page.selectOption("#go", "overview");
await page.waitForSelector(".overview", { state: "visible" });
await close(page);

// Copy does nothing, and places count its letters.
page = await open("hostile");
assert.equal(await page.evaluate("typeof pwned"), "undefined");
for (const link of await page.$$(".names a, .quotes a")) {
  await link.click();
  await page.waitForTimeout(20);
  const words = await page.evaluate(() => [...CSS.highlights.get("pointed")].map(String));
  assert.ok(words.every((each) => each.trim()), `nothing is pointed at by ${await link.getAttribute("data-at")}`);
}
await close(page);

// Without the script everything is there to read.
page = await open("desk", "", { javaScriptEnabled: false });
assert.equal(await page.locator(".story").count(), 5);
assert.ok(await page.locator(".story").last().isVisible());
assert.ok(!(await page.locator(".filters").isVisible()));
await close(page);

// How long a page takes to open, until it is painted: for those who read it, not to fail by.
for (const name of ["story", "busy"]) {
  const times = [], work = [];
  let told = "";
  for (let left = 3; left; left--) {
    page = await open(name, "", { measured: true });
    times.push(await page.evaluate(() => new Promise((done) =>
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))));
    const { metrics } = await page.session.send("Performance.getMetrics");
    work.push(1000 * metrics.find((each) => each.name === "TaskDuration").value);
    told = `${(await page.textContent(".slug")).match(/[\d,]+ words/)[0]}, ${await count(page, ".note")} notes`;
    await close(page);
  }
  console.log(`${name}: ${told}: open in ${middle(times)} ms, of which ${middle(work)} ms are the browser's work`);
}

function middle(figures) {
  return Math.round(figures.sort((a, b) => a - b)[1]);
}

await browser.close();
