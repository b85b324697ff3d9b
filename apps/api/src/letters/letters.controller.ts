import { Controller, StreamableFile } from '@nestjs/common';
import { listLetters, makeLetter, readLetter } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import { CaseStore } from '../cases/case-store.ts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { Letters } from './letters.ts';

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Official letters of a case. */
@Controller()
export class LettersController {
  constructor(
    private readonly store: CaseStore,
    private readonly letters: Letters,
  ) {}

  @Endpoint(listLetters)
  async list(@Input() { viewer, params }: Call<typeof listLetters>): Promise<AnswerOf<typeof listLetters>> {
    return { items: await this.letters.list(viewer, await this.store.open(viewer, params.id)) };
  }

  @Endpoint(makeLetter)
  make(@Input() { viewer, params, body }: Call<typeof makeLetter>): Promise<AnswerOf<typeof makeLetter>> {
    return this.letters.make(viewer, params.id, body);
  }

  @Endpoint(readLetter)
  async file(@Input() { viewer, params, reply }: Call<typeof readLetter>): Promise<StreamableFile> {
    const { name, format, bytes } = await this.letters.file(viewer, params.id, params.documentId);
    reply.header('cache-control', 'no-store');
    return new StreamableFile(bytes, { type: TYPES[format], disposition: `attachment; filename="${name}"` });
  }
}
