import { defineConfig } from 'prisma/config';

/** For the Prisma CLI alone (generate, validate, format). The application connects through its own pool. */
export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
