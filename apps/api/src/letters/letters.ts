import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, makeLetter } from '#libs/contracts';
import {
  civilDateOf,
  letterFieldsOf,
  LETTER_FORMATS,
  letterFormatOf,
  LETTER_NAMES,
  lettersOf,
  makesLetters,
  readsLetter,
} from '#libs/domain';
import type { CaseSnapshot, LetterFormat, MadeLetter } from '#libs/domain';
import { Engine, LegalClock } from '#libs/engine';
import type { Outcome } from '#libs/engine';
import { IdentityService } from '#libs/identity';
import { registeredNumber, renderDocx, renderPdf, sealedNumber } from '#libs/letters';
import { READ_POOL } from '#libs/persistence';
import type { KnownCase } from '../cases/case-store.ts';
import { CaseStore } from '../cases/case-store.ts';
import { UnitNames } from '../cases/unit-names.ts';
import { answeredBy } from '../http/engine-answer.ts';
import { problemOf } from '../http/problem-error.ts';
import { CaseNewsroom } from '../stream/case-news.ts';
import { CaseRecord } from './case-record.ts';
import type { Composition } from './letter-composer.ts';
import { LetterComposer } from './letter-composer.ts';
import { LetterRegister } from './letter-register.ts';
import type { PossibleLetter } from './possible-letters.ts';
import { possibleLetters } from './possible-letters.ts';

type LetterAnswer = AnswerOf<typeof makeLetter>;

export interface LetterFile {
  readonly name: string;
  readonly format: LetterFormat;
  readonly bytes: Buffer;
}

/** Official letters: which ones what is recorded gives rise to, making them, and their files. */
@Injectable()
export class Letters {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly store: CaseStore,
    private readonly record: CaseRecord,
    private readonly composer: LetterComposer,
    private readonly register: LetterRegister,
    private readonly engine: Engine,
    private readonly identity: IdentityService,
    private readonly units: UnitNames,
    private readonly time: LegalClock,
    private readonly news: CaseNewsroom,
  ) {}

  async list(viewer: Viewer, known: KnownCase): Promise<LetterAnswer[]> {
    if (!known.content) return [];
    const steps = await this.record.steps(known.row.id);
    return possibleLetters(steps).map((one) => this.#view(viewer, known.snapshot, one));
  }

  /** The same letter however often it is asked for. @throws 409 where nothing recorded gives rise to it */
  async make(viewer: Viewer, caseId: string, { kind, of }: BodyOf<typeof makeLetter>): Promise<LetterAnswer> {
    const known = await this.#open(viewer, caseId);
    const steps = await this.record.steps(known.row.id);
    const possible = possibleLetters(steps).findLast(
      ({ template, step }) => template.kind === kind && (of === undefined || step.seq === of),
    );
    if (possible === undefined) throw problemOf('letter.nothing_to_tell');
    if (!makesLetters(known.snapshot.context, actorOf(viewer), possible.unitId)) throw problemOf('letter.of_another_unit');
    if (madeOf(known.snapshot, possible) === undefined) {
      const parties = await this.composer.parties(viewer, known);
      const title = known.row.sealed ? (steps[0]?.texts['title'] ?? '') : known.row.title;
      await this.#made(viewer, known, { possible, steps, parties, title, now: await this.time.now() });
    }
    return this.#view(viewer, (await this.#open(viewer, caseId)).snapshot, possible);
  }

  /** @throws 404 for what isn't a letter of this case, 403 for whoever may not read it */
  async file(viewer: Viewer, caseId: string, documentId: string): Promise<LetterFile> {
    const known = await this.#open(viewer, caseId);
    const made = lettersOf(known.snapshot.context).find(({ docx, pdf }) => documentId === docx || documentId === pdf);
    if (made === undefined) throw problemOf('letter.not_found');
    if (!readsLetter(known.snapshot, actorOf(viewer), made)) throw problemOf('letter.not_readable');
    const file = await this.identity.letterFile(known.row.id, documentId);
    const format = file === null ? undefined : letterFormatOf(file.field);
    if (file === null || format === undefined) throw problemOf('letter.not_found');
    await this.pool.query('insert into jiefen.letter_reads (case_id, document_id, user_id, unit_id) values ($1, $2, $3, $4)', [
      known.row.id,
      documentId,
      viewer.userId,
      viewer.unit?.id ?? null,
    ]);
    return { name: `${made.kind}.${format}`, format, bytes: file.bytes };
  }

  /** A case whose content this person knows. @throws 404 */
  async #open(viewer: Viewer, caseId: string): Promise<KnownCase> {
    const known = await this.store.open(viewer, caseId);
    if (!known.content) throw problemOf('case.not_found');
    return known;
  }

  async #made(viewer: Viewer, known: KnownCase, composition: Composition): Promise<void> {
    const { template, unitId } = composition.possible;
    const year = Number(civilDateOf(composition.now).slice(0, 4));
    const unit = this.composer.numbered(unitId);
    const { context } = known.snapshot;
    if (context.sealed) {
      const no = sealedNumber(unit, year, known.row.case_no, lettersOf(context).length + 1);
      settled(await this.#send(viewer, known, composition, no, {}));
      return;
    }
    const { word } = template;
    await this.register.withNext({ unitId, word, year }, async (number) => {
      const no = registeredNumber(unit, word, year, number);
      settled(await this.#send(viewer, known, composition, no, { word, year, number }));
    });
  }

  async #send(
    viewer: Viewer,
    known: KnownCase,
    composition: Composition,
    letterNo: string,
    place: Readonly<Record<string, string | number>>,
  ): Promise<Outcome> {
    const letter = this.composer.compose(known, composition, letterNo);
    const [docx, pdf] = await Promise.all([renderDocx(letter), renderPdf(letter)]);
    const { template, step, unitId } = composition.possible;
    const fields = letterFieldsOf(template.kind);
    const outcome = await this.engine.execute({
      caseId: known.row.id,
      actor: actorOf(viewer),
      type: 'MAKE_LETTER',
      payload: { letterKind: template.kind, letterNo, of: step.seq, unitId, ...place },
      texts: { [fields.docx]: docx.toString('base64'), [fields.pdf]: pdf.toString('base64') },
    });
    if (outcome.kind === 'done') this.news.changed(outcome);
    return outcome;
  }

  #view(viewer: Viewer, snapshot: CaseSnapshot, possible: PossibleLetter): LetterAnswer {
    const { template, step, unitId } = possible;
    const made = madeOf(snapshot, possible);
    const actor = actorOf(viewer);
    const readable = made !== undefined && readsLetter(snapshot, actor, made);
    return {
      kind: template.kind,
      title: { zh: template.title, en: LETTER_NAMES[template.kind].en },
      of: step.seq,
      at: step.at,
      unit: { unitId, name: this.units.of(unitId).name },
      letterNo: made?.no ?? null,
      files: readable ? LETTER_FORMATS.map((format) => ({ documentId: made[format], format })) : [],
      mayMake: made === undefined && makesLetters(snapshot.context, actor, unitId),
    };
  }
}

function madeOf(snapshot: CaseSnapshot, { template, step }: PossibleLetter): MadeLetter | undefined {
  return lettersOf(snapshot.context).find(({ kind, of }) => kind === template.kind && of === step.seq);
}

/** Somebody else's asking at the same moment made the same letter: that is the one. */
function settled(outcome: Outcome): void {
  if (outcome.kind === 'refused' && outcome.refusal.code === 'letter.already_made') return;
  answeredBy(outcome, () => null);
}
