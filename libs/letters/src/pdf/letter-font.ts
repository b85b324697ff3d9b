import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/**
 * Noto Serif SC (思源宋体), SIL Open Font License 1.1: it may be shipped and embedded, and has the rare characters that people's names
 * are written with. The package is pinned: another edition of the font would set the same letter in other bytes.
 */
const FONT_FILE = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';

let font: Promise<Buffer> | undefined;

/** The font's file, read when the first letter is set and kept (15 MB). */
export function letterFont(): Promise<Buffer> {
  font ??= readFile(createRequire(import.meta.url).resolve(FONT_FILE));
  return font;
}
