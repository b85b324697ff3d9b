import { chineseDate } from '../chinese-date.ts';
import type { Letter, LetterPart } from '../letter.ts';
import { breakLines } from './break-lines.ts';
import { letterFont } from './letter-font.ts';
import { BODY, HEAD, LABEL_WIDTH, MARGIN, PAGE, SEAL_RADIUS, SMALL, TEXT_WIDTH, TITLE } from './page-setting.ts';

type Paper = PDFKit.PDFDocument;

/** Two characters, as every paragraph begins. */
const INDENT = 2 * BODY.size;
/** 〓: the printers' mark for a character that there is no type for. */
const NO_TYPE = '〓';

/** One letter being set, from top to bottom. */
class Typesetter {
  #y: number = MARGIN.top;

  constructor(private readonly paper: Paper) {}

  heading({ unit, title, no }: Letter): void {
    this.#centred(unit, HEAD.size, HEAD.line, HEAD.colour);
    this.paper
      .moveTo(MARGIN.left, this.#y)
      .lineTo(PAGE.width - MARGIN.right, this.#y)
      .lineWidth(1.5)
      .strokeColor(HEAD.colour)
      .stroke();
    this.#y += 8;
    this.#line(no, PAGE.width - MARGIN.right - this.#widthOf(no, BODY.size), BODY.size, BODY.line);
    this.#y += 8;
    this.#centred(title, TITLE.size, TITLE.line);
    this.#y += BODY.line / 2;
  }

  part(part: LetterPart): void {
    if (part.kind === 'row') this.#row(part.label, part.text);
    else this.paragraph(part.text, INDENT);
  }

  paragraph(text: string, indent: number): void {
    this.#lines(text, MARGIN.left, TEXT_WIDTH, indent);
  }

  /** Whose name, when, and where the seal goes: over the date, as it is set. Kept together on a page. */
  signature({ unit, date, sealed, signers }: Letter): void {
    for (const signer of signers) {
      this.#y += BODY.line / 2;
      this.paragraph(signer, 0);
    }
    this.#room((sealed ? 2 * SEAL_RADIUS : 2 * BODY.line) + BODY.line);
    this.#y += BODY.line;
    const centre = PAGE.width - MARGIN.right - Math.max(SEAL_RADIUS, this.#widthOf(unit, BODY.size) / 2);
    const around = (text: string): number => centre - this.#widthOf(text, BODY.size) / 2;
    const top = this.#y;
    if (sealed) {
      this.paper
        .circle(centre, top + SEAL_RADIUS, SEAL_RADIUS)
        .lineWidth(0.5)
        .dash(3, { space: 3 })
        .strokeColor(SMALL.colour)
        .stroke()
        .undash();
      const place = '（印章）';
      this.#put(place, centre - this.#widthOf(place, SMALL.size) / 2, top + 12, SMALL.size, SMALL.colour);
      this.#y = top + SEAL_RADIUS - BODY.line;
    }
    this.#line(unit, around(unit), BODY.size, BODY.line);
    this.#line(chineseDate(date), around(chineseDate(date)), BODY.size, BODY.line);
  }

  /** — 1 —, below the text of every page. */
  pageNumbers(): void {
    const { start, count } = this.paper.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.paper.switchToPage(page);
      const text = `— ${String(page - start + 1)} —`;
      this.#put(text, (PAGE.width - this.#widthOf(text, SMALL.size)) / 2, PAGE.height - MARGIN.bottom + 20, SMALL.size);
    }
  }

  #row(label: string, text: string): void {
    this.#room(BODY.line);
    const y = this.#y;
    this.#put(label, MARGIN.left, y, BODY.size, SMALL.colour);
    this.#lines(text, MARGIN.left + LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH, 0);
  }

  #lines(text: string, left: number, width: number, indent: number): void {
    const lines = breakLines(text, width, indent, (piece) => this.#widthOf(piece, BODY.size));
    lines.forEach((line, i) => {
      this.#line(line, left + (i === 0 ? indent : 0), BODY.size, BODY.line);
    });
  }

  #centred(text: string, size: number, line: number, colour?: string): void {
    for (const one of breakLines(text, TEXT_WIDTH, 0, (piece) => this.#widthOf(piece, size)))
      this.#line(one, (PAGE.width - this.#widthOf(one, size)) / 2, size, line, colour);
  }

  #line(text: string, x: number, size: number, line: number, colour?: string): void {
    this.#room(line);
    this.#put(text, x, this.#y, size, colour);
    this.#y += line;
  }

  #room(height: number): void {
    if (this.#y + height <= PAGE.height - MARGIN.bottom) return;
    this.paper.addPage();
    this.#y = MARGIN.top;
  }

  #put(text: string, x: number, y: number, size: number, colour = '#000000'): void {
    this.paper.fontSize(size).fillColor(colour).text(text, x, y, { lineBreak: false });
  }

  #widthOf(text: string, size: number): number {
    return this.paper.fontSize(size).widthOfString(text);
  }
}

/** What the setting cannot show stands as the printers' mark; line ends were taken out before. */
function settable(letter: Letter, has: (codePoint: number) => boolean): Letter {
  const shown = (text: string): string => Array.from(text, (one) => (has(one.codePointAt(0) ?? 0) ? one : NO_TYPE)).join('');
  return {
    ...letter,
    title: shown(letter.title),
    unit: shown(letter.unit),
    addressee: letter.addressee === null ? null : shown(letter.addressee),
    parts: letter.parts.map((part) => ({ ...part, text: shown(part.text) })),
    signers: letter.signers.map(shown),
  };
}

/**
 * A letter as PDF, its font embedded as far as it is used. The same letter gives the same bytes: nothing in it is the time of setting.
 * The library and the font are loaded with the first letter.
 */
export async function renderPdf(letter: Letter): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const { create } = await import('fontkit');
  const font = await letterFont();
  const type = create(font);
  if (!('hasGlyphForCodePoint' in type)) throw new TypeError('the font is a collection');
  const shown = settable(letter, (codePoint) => type.hasGlyphForCodePoint(codePoint));
  const paper = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: letter.title, Author: letter.unit, CreationDate: new Date(`${letter.date}T00:00:00.000Z`) },
  });
  const bytes: Buffer[] = [];
  const whole = new Promise<void>((resolve, reject) => {
    paper.on('data', (chunk: Buffer) => bytes.push(chunk));
    paper.on('end', resolve);
    paper.on('error', reject);
  });
  paper.registerFont('letter', font).font('letter');
  const setter = new Typesetter(paper);
  setter.heading(shown);
  if (shown.addressee !== null) setter.paragraph(`${shown.addressee}：`, 0);
  for (const part of shown.parts) setter.part(part);
  setter.signature(shown);
  setter.pageNumbers();
  paper.end();
  await whole;
  return Buffer.concat(bytes);
}
