import { formatModel } from '../model-file.ts';
import { fitSharpness } from './calibration.ts';
import { crossValidate } from './cross-validate.ts';
import { readLabelled } from './labelled-file.ts';
import { train } from './train.ts';

/** Of the folds and of the order in which texts are learnt. */
export const SEED = 20261122;
export const FOLDS = 5;

/** The text of the model's file that a labelled file gives: trained on all of it, its sharpness fitted on texts held out. */
export function trainFile(file: string): string {
  const { texts, origin } = readLabelled(file, SEED);
  const outcomes = crossValidate(texts, FOLDS, SEED).map(({ text, codes, margins }) => ({ margins, right: codes.indexOf(text.code) }));
  return formatModel(train(texts, SEED, fitSharpness(outcomes)), origin);
}
