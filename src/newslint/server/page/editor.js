// The editor: a text area whose copy shows through it with marks, and edits that a browser can undo.

export class Editor {
  constructor(area, marks) {
    this.area = area;
    this.marks = marks;
    area.addEventListener("scroll", () => this.follow());
    new ResizeObserver(() => this.follow()).observe(area);
  }

  get text() { return this.area.value; }

  follow() {
    this.marks.style.width = `${this.area.clientWidth}px`;
    this.marks.scrollTop = this.area.scrollTop;
  }

  // Sets the copy again behind the text area, with the findings marked; what overlaps is marked once.
  mark(findings, chosen) {
    const parts = [];
    let place = 0;
    findings.forEach((finding, index) => {
      const from = Math.max(place, finding.from);
      if (finding.to <= from) return;
      parts.push(document.createTextNode(this.text.slice(place, from)));
      const mark = document.createElement("mark");
      mark.className = finding.severity;
      mark.classList.toggle("chosen", index === chosen);
      mark.textContent = this.text.slice(from, finding.to);
      parts.push(mark);
      place = finding.to;
    });
    // The line feed keeps the last line as high as in the text area.
    parts.push(document.createTextNode(`${this.text.slice(place)}\n`));
    this.marks.replaceChildren(...parts);
    this.follow();
  }

  // Makes edits, which are apart, as typing does: each can be undone.
  edit(edits) {
    this.area.focus();
    for (const { from, to, text } of [...edits].sort((one, other) => other.from - one.from)) {
      this.area.setSelectionRange(from, to);
      this.put(text);
    }
  }

  // Only this command leaves the browser's own undoing whole.
  put(text) {
    const done = document.execCommand(text ? "insertText" : "delete", false, text);
    if (!done) {
      this.area.setRangeText(text, this.area.selectionStart, this.area.selectionEnd, "end");
      this.area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  undo() {
    this.area.focus();
    document.execCommand("undo");
  }

  replace(text) {
    this.area.focus();
    this.area.select();
    this.put(text);
    this.area.setSelectionRange(0, 0);
    this.area.scrollTop = 0;
  }

  choose(from, to) {
    this.area.focus();
    this.area.setSelectionRange(from, to);
    const mark = this.marks.querySelector("mark.chosen");
    if (mark) this.area.scrollTop = Math.max(0, mark.offsetTop - this.area.clientHeight / 3);
  }
}
