import type { Deed } from '../chart/chart.ts';
import { ledAway } from './guided.facts.ts';

export const recordResult: Deed = (context) => ({
  memo: { recorded: true },
  effects: [ledAway('result.recorded', { by: context.holderUnitId })],
});
