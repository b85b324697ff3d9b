/** Query keys, said once, so that what a change touches can be named. */
export const keys = {
  me: ['me'] as const,
  clock: ['clock'] as const,
  case: (id: string) => ['case', id] as const,
  history: (id: string) => ['case', id, 'history'] as const,
  diagram: (id: string, version: number, lang: string) => ['case', id, 'diagram', version, lang] as const,
  verify: (id: string) => ['case', id, 'verify'] as const,
  cases: (filter: unknown) => ['cases', filter] as const,
  inbox: ['inbox'] as const,
  units: (query: string) => ['units', query] as const,
  allUnits: ['units', 'all'] as const,
  divisions: (parent: string) => ['divisions', parent] as const,
  categories: ['categories'] as const,
  queues: ['queues'] as const,
  deadLetters: ['dead-letters'] as const,
};
