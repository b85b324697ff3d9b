/** 避头尾: what may not begin a line, and what may not end one. */
const NOT_FIRST = new Set('，。、；：？！）》〉」』】〕”’％,.;:?!)]}%');
const NOT_LAST = new Set('（《〈「『【〔“‘([{');

/** Latin words and numbers stay whole; everything else breaks between any two characters. */
const PIECE = /[\p{Script=Latin}\p{N}@#&+\-/._]+|./gsu;

/**
 * Breaks a paragraph into lines no wider than `width` (in points), the first one narrower by `indent`. Punctuation that may not begin a
 * line hangs over the edge, as Chinese setting has it.
 */
export function breakLines(text: string, width: number, indent: number, widthOf: (piece: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let left = width - indent;
  const end = (): void => {
    // An opening bracket goes over to the next line with what it opens.
    const last = Array.from(line).at(-1) ?? '';
    const carried = NOT_LAST.has(last) && line.length > last.length ? last : '';
    lines.push(line.slice(0, line.length - carried.length));
    line = carried;
    left = width - (carried === '' ? 0 : widthOf(carried));
  };
  for (const piece of pieces(text, width, widthOf)) {
    const wide = widthOf(piece);
    if (wide > left && line !== '' && !NOT_FIRST.has(piece)) end();
    if (line === '' && piece === ' ') continue;
    line += piece;
    left -= wide;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** A word longer than a whole line is broken all the same. */
function pieces(text: string, width: number, widthOf: (piece: string) => number): readonly string[] {
  return (text.match(PIECE) ?? []).flatMap((piece) => (widthOf(piece) > width ? Array.from(piece) : [piece]));
}
