import { openPromise } from 'yauzl';
import type { ZipFile } from 'yauzl';

/** A workbook that unpacks to more than this is none that a ledger comes in. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_PARTS = 2_000;

/** The file is no workbook that is safe to open; one line for the person at the keyboard. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
}

/**
 * Unpacks every part of a workbook once, keeping nothing, and counts what really comes out: what an archive says of itself may
 * be a lie, and a few kilobytes may unpack to gigabytes.
 *
 * @throws WorkbookError when it is no archive, is encrypted, has too many parts, or unpacks to more than `most` bytes
 */
export async function checkInflatedSize(path: string, most = MOST_BYTES): Promise<void> {
  let archive: ZipFile;
  try {
    archive = await openPromise(path, { lazyEntries: true });
  } catch (error) {
    throw new WorkbookError(`not an .xlsx workbook: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    let parts = 0;
    let bytes = 0;
    for await (const entry of archive.eachEntry()) {
      parts += 1;
      if (parts > MOST_PARTS) throw new WorkbookError(`the workbook has more than ${String(MOST_PARTS)} parts`);
      const content = await archive.openReadStreamPromise(entry);
      for await (const chunk of content as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > most) throw new WorkbookError(`the workbook unpacks to more than ${String(Math.round(most / 1_048_576))} MB`);
      }
    }
  } catch (error) {
    throw error instanceof WorkbookError
      ? error
      : new WorkbookError(`the workbook is damaged: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    archive.close();
  }
}
