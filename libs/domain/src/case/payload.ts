import type { CaseCommand } from './command.ts';

/** Payload fields as the domain reads them. Their shapes were checked by the contract; a wrong one reads as absent. */
export function textOf(command: CaseCommand, field: string): string | null {
  const value = command.payload[field];
  return typeof value === 'string' ? value : null;
}

export function numberOf(command: CaseCommand, field: string): number | null {
  const value = command.payload[field];
  return typeof value === 'number' ? value : null;
}

export function listOf(command: CaseCommand, field: string): readonly string[] {
  const value = command.payload[field];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

export function flagOf(command: CaseCommand, field: string): boolean {
  return command.payload[field] === true;
}

/** One of a closed vocabulary, or null. */
export function oneOf<T extends string>(command: CaseCommand, field: string, values: readonly T[]): T | null {
  const value = command.payload[field];
  return values.find((one) => one === value) ?? null;
}

export function hasDocument(command: CaseCommand, field: string): boolean {
  return command.documents.some((one) => one.field === field);
}
