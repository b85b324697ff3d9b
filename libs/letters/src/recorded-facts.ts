import type { LetterSource, Recorded } from './letter-source.ts';

/** The event told. @throws RangeError for a source without history */
export function toldEvent({ history }: LetterSource): Recorded {
  const last = history.at(-1);
  if (last === undefined) throw new RangeError('a letter tells of an event');
  return last;
}

/** The last event that left a fact of this type. */
export function lastWith({ history }: LetterSource, type: string): Recorded | undefined {
  return history.findLast(({ facts }) => facts.some((fact) => fact.type === type));
}

/** What a fact of this type says in an event. */
export function dataOf(event: Recorded | undefined, type: string): Readonly<Record<string, unknown>> {
  return event?.facts.find((fact) => fact.type === type)?.data ?? {};
}

/** What the told fact says. */
export function toldData(source: LetterSource): Readonly<Record<string, unknown>> {
  return dataOf(toldEvent(source), source.told);
}

export const textIn = (data: Readonly<Record<string, unknown>>, field: string): string | null => {
  const value = data[field];
  return typeof value === 'string' && value !== '' ? value : null;
};

export const listIn = (data: Readonly<Record<string, unknown>>, field: string): readonly string[] => {
  const value = data[field];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
};
