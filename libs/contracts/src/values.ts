import { z } from 'zod';
import { isCivilDate, validateText } from '#libs/domain';

/** A text of people: 1 to `max` characters (code points), not blank, without control characters but line breaks and tabs. */
export const text = (max: number) =>
  z
    .string()
    .superRefine((value, context) => {
      const mistake = validateText(value, max);
      if (mistake !== null) context.addIssue({ code: 'custom', message: mistake.en });
    })
    .meta({ minLength: 1, maxLength: max });

/** What somebody searches for: a text like any other, because the database takes no other. */
export const searchText = text(100);

const plausibleYear = (date: string): boolean => date >= '1900' && date < '2200';
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const isDay = (value: string | undefined): boolean => value !== undefined && isCivilDate(value) && plausibleYear(value);

/** An ISO 8601 instant with an offset; the day must exist, in a year from 1900 to 2199. */
export const instant = z
  .string()
  .refine((value) => isDay(INSTANT.exec(value)?.[1]), 'an ISO 8601 instant with an offset, of a day that exists: 2026-03-06T09:30:00+08:00')
  .meta({ format: 'date-time' });

/** A civil date in Asia/Shanghai; the day must exist, in a year from 1900 to 2199. */
export const civilDate = z
  .string()
  .refine((value) => isDay(value), 'a date that exists: 2026-03-06')
  .meta({ format: 'date' });

/** Lower case, so that what is stored, compared and hashed is one spelling. */
export const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, 'a UUID')
  .toLowerCase()
  .meta({ format: 'uuid' });

export const code = z.string().regex(/^[\w.-]{1,64}$/, 'a code');
export const divisionCode = z.string().regex(/^\d{6}(\d{3}){0,2}$/, 'a division code of 6, 9 or 12 digits');
export const categoryCode = z.string().regex(/^\d{6}$/, 'a category code of 6 digits');

/** A whole number in a query string. */
const digits = (value: unknown): unknown => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value);
export const queryNumber = (min: number, max: number) => z.preprocess(digits, z.int().min(min).max(max));
export const queryFlag = z.enum(['true', 'false']);

/** The two parameters every list takes. */
export const pageQuery = { limit: queryNumber(1, 200).optional(), cursor: z.string().min(1).max(1000).optional() };

/** Every list answers alike. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.object({ count: z.int(), capped: z.boolean() }).optional().meta({ description: 'where asked for; counted up to 1,000' }),
  });

export const noQuery = z.strictObject({});
export const bilingual = z.object({ zh: z.string(), en: z.string() });
