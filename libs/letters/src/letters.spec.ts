import { createHash } from 'node:crypto';
import { LETTER_KINDS } from '#libs/domain';
import { composeLetter, slotsIn } from './compose.ts';
import { textOfDocx, textOfPdf } from './letter-text.fixture.ts';
import { EXAMPLES } from './letters.fixture.ts';
import { renderPdf } from './pdf/render-pdf.ts';
import { renderDocx } from './render-docx.ts';
import { SLOTS } from './slots.ts';
import { TEMPLATES } from './templates/index.ts';

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '');
const digest = (file: Buffer): string => createHash('sha256').update(file).digest('hex');

describe.each(LETTER_KINDS)('the letter %s', (kind) => {
  const { source, says } = EXAMPLES[kind];
  const template = TEMPLATES[kind];

  it('says what it has to, in DOCX and PDF: title, number, unit, date, seal, and its own contents', async () => {
    const letter = composeLetter(template, source);
    const expected = [template.title, source.no, source.unitName(source.unitId), '2026年3月10日', ...says];
    if (template.seal) expected.push('（印章）');
    const [docx, pdf] = [await textOfDocx(await renderDocx(letter)), await textOfPdf(await renderPdf(letter))];
    for (const one of expected) {
      expect(docx).toContain(withoutSpaces(one));
      expect(pdf).toContain(withoutSpaces(one));
    }
    // Nothing that wasn't recorded: no slot is left open, no fact shown as missing.
    expect(docx).not.toMatch(/[{}]|undefined|null/);
  });

  it('is the same bytes when it is made again of the same facts, with its font embedded', async () => {
    const [first, again] = [composeLetter(template, source), composeLetter(template, source)];
    const pdf = await renderPdf(first);
    expect(digest(await renderPdf(again))).toBe(digest(pdf));
    expect(digest(await renderDocx(again))).toBe(digest(await renderDocx(first)));
    expect(pdf.includes('/FontFile2')).toBe(true);
    // As far as it is used: the whole font has fifteen megabytes.
    expect(pdf.length).toBeLessThan(400_000);
  });
});

it('names no slot that there is not, and no fact that there is no letter for', () => {
  for (const { body, addressee, of } of Object.values(TEMPLATES)) {
    const lines = [addressee ?? '', ...body.map((line) => (typeof line === 'string' ? line : 'text' in line ? line.text : ''))];
    for (const name of lines.flatMap(slotsIn)) expect(Object.keys(SLOTS)).toContain(name);
    expect(of.length).toBeGreaterThan(0);
  }
});

it('leaves a line out where what it names is not recorded', () => {
  const { source } = EXAMPLES.acceptance;
  const parts = composeLetter(TEMPLATES.acceptance, { ...source, deadlines: [] }).parts.map(({ text }) => text);
  expect(parts.some((text) => text.includes('届满'))).toBe(false);
  expect(parts.some((text) => text.includes('予以受理'))).toBe(true);
});

it('sets what there is no type for as 〓, in the PDF alone', async () => {
  const { source } = EXAMPLES.acceptance;
  const letter = composeLetter(TEMPLATES.acceptance, { ...source, title: '标题\u{1F600}' });
  expect(await textOfPdf(await renderPdf(letter))).toContain('标题〓');
  expect(await textOfDocx(await renderDocx(letter))).toContain('标题\u{1F600}');
});
