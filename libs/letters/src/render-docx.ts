import type { ParagraphChild, IParagraphOptions, Paragraph } from 'docx';
import { chineseDate } from './chinese-date.ts';
import type { Letter, LetterPart } from './letter.ts';

/** Sizes in half points: 三号, 二号, 小一. */
const BODY = 32;
const TITLE = 44;
const HEAD = 48;
/** 28 points, in twentieths of a point. */
const LINE = 560;
const RED = 'C00000';
const GREY = '808080';
/** Word sets official letters in 仿宋; a machine without it takes its own. */
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' } as const;
const MM = 56.7;

/** Files of a zip carry a time; it is always the first that the format knows, so that the same letter gives the same bytes. */
const NO_TIME = new Date('1980-01-01T00:00:00.000Z');

type Docx = typeof import('docx');

function setter(docx: Docx) {
  const run = (text: string, size = BODY, color?: string): ParagraphChild =>
    new docx.TextRun({ text, size, font: FONT, ...(color === undefined ? {} : { color }) });
  const paragraph = (children: readonly ParagraphChild[], rest: IParagraphOptions = {}): Paragraph =>
    new docx.Paragraph({ spacing: { line: LINE, lineRule: docx.LineRuleType.EXACT }, ...rest, children });
  return { run, paragraph };
}

function partOf(docx: Docx, part: LetterPart): Paragraph {
  const { run, paragraph } = setter(docx);
  const indent = { firstLine: 2 * (BODY / 2) * 20 };
  if (part.kind === 'row') return paragraph([run(`${part.label}：`, BODY, GREY), run(part.text)]);
  return paragraph([run(part.text)], { indent, keepNext: part.kind === 'heading' });
}

function paragraphsOf(docx: Docx, letter: Letter): readonly Paragraph[] {
  const { run, paragraph } = setter(docx);
  const { CENTER, RIGHT } = docx.AlignmentType;
  const spacing = { line: 900, lineRule: docx.LineRuleType.AT_LEAST };
  return [
    paragraph([run(letter.unit, HEAD, RED)], {
      alignment: CENTER,
      spacing,
      border: { bottom: { style: docx.BorderStyle.SINGLE, size: 12, color: RED, space: 4 } },
    }),
    paragraph([run(letter.no)], { alignment: RIGHT }),
    paragraph([run(letter.title, TITLE)], { alignment: CENTER, spacing }),
    ...(letter.addressee === null ? [] : [paragraph([run(`${letter.addressee}：`)])]),
    ...letter.parts.map((part) => partOf(docx, part)),
    ...letter.signers.map((signer) => paragraph([run(signer)], { spacing: { line: LINE, before: 280 } })),
    ...(letter.sealed ? [paragraph([run('（印章）', 21, GREY)], { alignment: RIGHT, keepNext: true, spacing: { before: 560 } })] : []),
    paragraph([run(letter.unit)], { alignment: RIGHT, keepNext: true }),
    paragraph([run(chineseDate(letter.date))], { alignment: RIGHT }),
  ];
}

/** The package again with the date of the letter instead of the clock's, and with no times of files. */
async function timeless(file: Uint8Array, letter: Letter): Promise<Buffer> {
  const { default: JSZip } = await import('jszip');
  const [given, made] = [await JSZip.loadAsync(file), new JSZip()];
  for (const name of Object.keys(given.files).sort()) {
    const entry = given.files[name];
    if (entry === undefined || entry.dir) continue;
    const text = await entry.async('string');
    const dated = text.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${letter.date}T00:00:00Z`);
    made.file(name, name === 'docProps/core.xml' ? dated : text, { date: NO_TIME, createFolders: false });
  }
  return made.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'DOS' });
}

/** A letter as DOCX. The same letter gives the same bytes. The library is loaded with the first letter. */
export async function renderDocx(letter: Letter): Promise<Buffer> {
  const docx = await import('docx');
  const margin = { top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM };
  const document = new docx.Document({
    title: letter.title,
    creator: letter.unit,
    lastModifiedBy: letter.unit,
    sections: [
      {
        properties: { page: { size: { width: 210 * MM, height: 297 * MM }, margin } },
        children: paragraphsOf(docx, letter),
      },
    ],
  });
  return timeless(await docx.Packer.toBuffer(document), letter);
}
