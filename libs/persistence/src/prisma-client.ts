import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { PrismaClient } from './generated/client.ts';

/**
 * Prisma over a pool that somebody else owns and ends: for the console's reads and for administration, never for the hot
 * path. No native engine is involved. The schema `identity` is unknown to it on purpose.
 */
export function prismaClientOver(pool: Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}

export type { PrismaClient } from './generated/client.ts';
