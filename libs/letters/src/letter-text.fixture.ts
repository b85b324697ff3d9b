import JSZip from 'jszip';

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '');

/** What a reader of the DOCX sees, without spaces. */
export async function textOfDocx(file: Buffer): Promise<string> {
  const xml = await (await JSZip.loadAsync(file)).file('word/document.xml')?.async('string');
  if (xml === undefined) throw new Error('no document in the package');
  return withoutSpaces([...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));
}

/** What a reader of the PDF sees, without spaces and page numbers. */
export async function textOfPdf(file: Buffer): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({ data: new Uint8Array(file), useSystemFonts: false, verbosity: 0 });
  const document = await loading.promise;
  let text = '';
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) if ('str' in item && !/^— \d+ —$/.test(item.str)) text += item.str;
  }
  await loading.destroy();
  return withoutSpaces(text);
}
