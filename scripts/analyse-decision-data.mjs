#!/usr/bin/env node
// Looks for gaps, overlaps and unreachable rows in the routing table, the rule packs, the quiet hours and the demonstration city's
// categories; prints each with its counter-example and fails. Part of `npm run check`.
import { register } from 'node:module';

register('./load-typescript.mjs', import.meta.url);
const { categoryFindings } = await import('../libs/domain/src/analysis/category-findings.ts');
const { decisionDataFindings } = await import('../libs/domain/src/analysis/decision-data.ts');
const { directoryFrom } = await import('../libs/domain/src/organisation/index.ts');
const { cityUnits } = await import('../libs/demo-city/src/city-units.ts');
const { readSeedData } = await import('../libs/demo-city/src/seed-data.ts');

const seed = readSeedData();
const city = directoryFrom({ ...seed, units: cityUnits(seed) });
const places = city.divisions().map(({ code }) => code);
const findings = [...decisionDataFindings(), ...categoryFindings(city, places)];
for (const { kind, where, counterexample } of findings) console.error(`${kind} in ${where}: ${counterexample}`);
process.exit(findings.length === 0 ? 0 : 1);
