#!/usr/bin/env node
// Trains the model that suggests a level-1 category from labelled messages (columns title, narrative, category1), which are not
// part of the repository. `npm run train:categories [-- FILE] [--check]`: the last writes nothing and fails on a difference.
import { readFileSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import path from 'node:path';

register('./load-typescript.mjs', import.meta.url);
const { trainFile } = await import('../libs/category-model/src/training/train-file.ts');

const ROOT = path.join(import.meta.dirname, '..');
const TARGET = path.join(ROOT, 'libs/category-model/src/trained/categories.model.json');
const [file = path.join(ROOT, '../shared/data/messages-labelled.csv')] = process.argv.slice(2).filter((one) => !one.startsWith('--'));

const text = trainFile(file);
if (!process.argv.includes('--check')) writeFileSync(TARGET, text);
else if (readFileSync(TARGET, 'utf8') !== text) {
  console.error('the model is not what these messages give: run npm run train:categories');
  process.exit(1);
}
