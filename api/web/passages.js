// Text cut at passages. The service counts code points, JavaScript counts UTF-16 units: an emoji is
// one there and two here, so offsets are translated before anything is cut. No DOM in this file.

/** A function from code point offsets, asked in growing order, to UTF-16 offsets of `text`. */
export function unitOffsets(text) {
  let points = 0;
  let units = 0;
  return (offset) => {
    while (points < offset && units < text.length) {
      units += text.codePointAt(units) > 0xffff ? 2 : 1;
      points += 1;
    }
    return units;
  };
}

/**
 * The pieces of a text between all ends of passages: `[{text, keys}]`, whole and in order.
 * `keys` are those of the passages (`{start, end, key}`, half open) that hold the piece.
 */
export function pieces(text, passages) {
  const cuts = [...new Set(passages.flatMap((p) => [p.start, p.end]))].sort((a, b) => a - b);
  const unit = unitOffsets(text);
  const result = [];
  let from = 0;
  let last = 0;
  for (const cut of [...cuts, Infinity]) {
    const to = unit(cut);
    const start = last;
    if (to > from) {
      const holding = passages.filter((p) => p.start <= start && p.end > start);
      result.push({ text: text.slice(from, to), keys: [...new Set(holding.map((p) => p.key))] });
    }
    from = to;
    last = cut;
  }
  return result;
}
