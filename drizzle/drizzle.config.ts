import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './tables/index.ts',
  // The check for missing migrations has the next one written elsewhere.
  out: process.env.CLINCH_MIGRATIONS_OUT ?? './migrations',
  schemaFilter: ['public', 'auth'],
  entities: { roles: false },
  migrations: { prefix: 'timestamp' },
})
