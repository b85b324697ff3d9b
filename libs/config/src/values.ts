import { z } from 'zod';

/** An address with one of these schemes (`https:`). */
export const url = (protocols: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be a URL starting with ${protocols.join(' or ')}//`,
    );

export const flag = z.enum(['0', '1'], 'must be 0 or 1').transform((text) => text === '1');
