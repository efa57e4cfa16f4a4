// The page of `newslint serve` in a real browser: typing, fixing, undoing, pasting, long copy, axe.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [address, browserPath] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
const ROAD = "🚗 The road is 80 kilometers (60 miles) long.";

async function opened({ width = 1440, colorScheme = "light" } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 }, colorScheme, permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => { throw error; });
  page.on("request", (request) => assert.ok(request.url().startsWith(address) || /^(data|blob):/.test(request.url()), request.url()));
  await page.goto(address);
  await page.waitForFunction(() => document.querySelectorAll("#style option").length > 3);
  return page;
}

const told = (page, text) => page.waitForFunction(
  (text) => document.querySelector("#told").textContent.includes(text), text, { timeout: 60_000 });
const copy = (page) => page.inputValue("#copy");
const became = (page, text) => page.waitForFunction(
  (text) => document.querySelector("#copy").value === text, text, { timeout: 60_000 });
const marks = (page) => page.locator("#marks mark").allTextContents();

async function paste(page, html, plain) {
  await page.focus("#copy");
  await page.evaluate(({ html, plain }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", plain);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.querySelector("#copy").dispatchEvent(event);
  }, { html, plain });
}

const tests = {
  async "a finding is marked while one types, and fixed and restored by a click each"() {
    const page = await opened();
    await page.locator("#copy").pressSequentially(ROAD, { delay: 5 });
    await told(page, "1 error");
    assert.deepEqual(await marks(page), ["60 miles"]);
    await page.click("text=Change to “50 miles”");
    assert.equal(await copy(page), ROAD.replace("60", "50"));
    await told(page, "0 errors");
    await page.click("#undo");
    assert.equal(await copy(page), ROAD);
    await told(page, "1 error");
  },
  async "keys lead from finding to finding"() {
    const page = await opened();
    await page.fill("#copy", `${ROAD}\n\n${ROAD}\n`);
    await told(page, "2 errors");
    const selected = () => page.evaluate(() => {
      const area = document.querySelector("#copy");
      return [area.selectionStart, area.value.slice(area.selectionStart, area.selectionEnd)];
    });
    await page.keyboard.press("F8");
    assert.deepEqual(await selected(), [30, "60 miles"]);
    await page.keyboard.press("F8");
    assert.deepEqual(await selected(), [77, "60 miles"]);
    await page.keyboard.press("Shift+F8");
    assert.deepEqual(await selected(), [30, "60 miles"]);
  },
  async "an ignore is written with its reason"() {
    const page = await opened();
    await page.fill("#copy", ROAD);
    await told(page, "1 error");
    await page.click(".ignore summary");
    await page.fill(".ignore input", "as the sign has it");
    await page.click("text=Ignore here");
    await told(page, "0 errors");
    assert.equal(await copy(page), `[newslint: ignore[units.wrong-conversion] -- as the sign has it]\n${ROAD}`);
  },
  async "why is told with its authority"() {
    const page = await opened();
    await page.fill("#copy", ROAD);
    await told(page, "1 error");
    await page.click(".why summary");
    await page.waitForSelector(".why a[href^='https://']");
  },
  async "safe fixes are made together, by the style that is chosen"() {
    const page = await opened();
    await page.fill("#copy", "The ferry left at 3:00 p.m. on Monday, it came at 10 AM today.");
    await page.selectOption("#style", "ap");
    await page.waitForFunction(() => !document.querySelector("#safe").disabled);
    await page.click("#safe");
    await became(page, "The ferry left at 3 p.m. on Monday, it came at 10 a.m. today.");
  },
  async "a date decides a weekday"() {
    const page = await opened();
    await page.fill("#copy", "The council met on Thursday, March 10.");
    await told(page, "0 errors");
    await page.fill("#date", "2026-03-12");
    await told(page, "1 error");
  },
  async "names and speakers stand beside the story"() {
    const page = await opened();
    await page.fill("#copy", 'Anna Halvorsen met the union. "We are close," Halvorsen said.');
    await told(page, "10 words");
    await page.click("#tab-names");
    await page.waitForSelector("#names >> text=Anna Halvorsen");
    await page.keyboard.press("ArrowRight");
    await page.waitForSelector("#quotes >> text=We are close,");
    assert.equal(await page.getAttribute("#tab-quotes", "aria-selected"), "true");
  },
  async "what Word puts on the clipboard is read"() {
    const page = await opened();
    await paste(page, `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style></head>
      <body><!--StartFragment--><h1>Ferry late<o:p></o:p></h1>
      <p class=MsoNormal>The road is <b>80 kilometers</b>
      (60 miles) long.<o:p></o:p></p>
      <p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>One boat</p>
      <p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Two boats</p><!--EndFragment--></body></html>`, "Ferry late");
    assert.equal(await copy(page), "# Ferry late\n\nThe road is **80 kilometers** (60 miles) long.\n\n- One boat\n- Two boats");
    assert.equal(await page.inputValue("#format"), "markdown");
    await told(page, "1 error");
  },
  async "what Google Docs puts on the clipboard is read"() {
    const page = await opened();
    await paste(page, `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;">The road is </span><span style="font-weight:700;">80 kilometers</span><span style="font-weight:400;"> (60 miles) long.</span></p><br /><p dir="ltr"><span style="font-style:italic;">It closed.</span></p></b><br class="Apple-interchange-newline">`, "The road");
    assert.equal(await copy(page), "The road is **80 kilometers** (60 miles) long.\n\n*It closed.*");
    await page.click("#undo");
    assert.equal(await copy(page), "");
  },
  async "a file is opened"() {
    const page = await opened();
    await page.setInputFiles("#file", { name: "road.md", mimeType: "text/markdown", buffer: Buffer.from(`# Road\n\n${ROAD}\n`) });
    await told(page, "1 error");
    assert.equal(await page.inputValue("#format"), "markdown");
  },
  async "the story is copied out in each format"() {
    const page = await opened();
    await page.selectOption("#format", "markdown");
    await page.fill("#copy", "# Roads & boats\n\nOne *road*.\n\n- First\n- Second\n");
    await told(page, "7 words");
    const out = { text: "Roads & boats\n\nOne road.\n\nFirst\n\nSecond\n",
      html: "<h1>Roads &amp; boats</h1>\n<p>One road.</p>\n<ul><li>First</li><li>Second</li></ul>\n",
      markdown: "# Roads & boats\n\nOne road.\n\n- First\n- Second\n" };
    for (const [form, expected] of Object.entries(out)) {
      await page.click(`[data-copy=${form}]`);
      // What was said of the copy before still stands there.
      await page.waitForFunction(
        async (expected) => await navigator.clipboard.readText() === expected, expected, { timeout: 60_000 });
    }
  },
  async "the proof is saved"() {
    const page = await opened();
    await page.fill("#copy", ROAD);
    await told(page, "1 error");
    const waiting = page.waitForEvent("download");
    await page.click("#proof");
    const proof = await readFile(await (await waiting).path(), "utf-8");
    assert.ok(proof.includes("60 miles") && proof.includes("units.wrong-conversion"));
  },
  async "five thousand words stay quick"() {
    const page = await opened();
    const paragraph = "The council of the harbour town met on the pier and spoke of boats, nets and the price of ice in winter. ";
    await page.fill("#copy", `${paragraph.repeat(238)}\n\n${ROAD}\n`);
    await told(page, "1 error");
    const began = Date.now();
    await page.click("text=Change to “50 miles”");
    await told(page, "0 errors");
    console.log(`  5,000 words are checked ${Date.now() - began} ms after a fix (250 of them rest)`);
  },
  async "axe has nothing serious to say, in light and dark, wide and narrow"() {
    for (const [width, colorScheme] of [[1440, "light"], [900, "dark"], [390, "light"], [390, "dark"]]) {
      const page = await opened({ width, colorScheme });
      await page.fill("#copy", `${ROAD} Analysts say so.`);
      await told(page, "1 error");
      await page.click(".why summary");
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run());
      const serious = violations.filter((each) => ["serious", "critical"].includes(each.impact));
      assert.deepEqual(serious.map((each) => [each.id, each.nodes.map((node) => node.html)]), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px scroll sideways`);
    }
  },
};

for (const [name, test] of Object.entries(tests)) {
  await test();
  console.log(`ok: ${name}`);
}
await browser.close();
