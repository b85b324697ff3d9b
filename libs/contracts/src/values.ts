import { z } from 'zod';

/** Line breaks and tabs are the only control characters a text may hold; half a surrogate pair is no character at all. */
// eslint-disable-next-line no-control-regex -- refusing control characters is what it is for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Cs}/u;

/** Length in characters (code points), as a person counts: 𠮷 is one. */
export function characters(text: string): number {
  let n = 0;
  for (const _ of text) n += 1;
  return n;
}

/** A text of people: 1 to `max` characters, not blank, without control characters. */
export const text = (max: number) =>
  z
    .string()
    .superRefine((value, context) => {
      // A cheap bound first: a code point takes at most two UTF-16 units.
      if (value.length > max * 2 || characters(value) > max) context.addIssue({ code: 'custom', message: `at most ${String(max)} characters` });
      else if (value.trim() === '') context.addIssue({ code: 'custom', message: 'must not be empty' });
      else if (FORBIDDEN.test(value)) context.addIssue({ code: 'custom', message: 'control characters are not allowed' });
    })
    .meta({ minLength: 1, maxLength: max });

const plausibleYear = (value: string): boolean => {
  const year = Number(value.slice(0, 4));
  return year >= 1900 && year <= 2199;
};

/** An ISO 8601 instant with an offset; the day must exist. */
export const instant = z.iso
  .datetime({ offset: true, error: 'an ISO 8601 instant with an offset, e.g. 2026-03-06T09:30:00+08:00' })
  .refine(plausibleYear, 'a year from 1900 to 2199')
  .meta({ format: 'date-time' });

/** A civil date in Asia/Shanghai; the day must exist. */
export const civilDate = z.iso.date({ error: 'a date YYYY-MM-DD' }).refine(plausibleYear, 'a year from 1900 to 2199').meta({ format: 'date' });

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
