// Places: the server counts code points, a browser UTF-16 code units.

export function places(text) {
  const astral = [];
  let points = 0;
  for (const letter of text) {
    if (letter.length > 1) astral.push(points);
    points += 1;
  }
  // Units before a place in code points.
  return (offset) => {
    let low = 0, high = astral.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (astral[middle] < offset) low = middle + 1; else high = middle;
    }
    return offset + low;
  };
}

// The findings of a report with places in units, in the order of the copy.
export function placed(text, findings) {
  const units = places(text);
  return findings.map((finding) => ({
    ...finding,
    from: units(finding.start.offset),
    to: units(finding.end.offset),
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ from: units(edit.start), to: units(edit.end), text: edit.text })),
    })),
  }));
}
