import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './tables/index.ts',
  out: './migrations',
  schemaFilter: ['public', 'auth'],
  entities: { roles: false },
  migrations: { prefix: 'timestamp' },
})
