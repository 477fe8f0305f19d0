import { defineConfig } from 'vitest/config'

// graphql 16 ships index.js and index.mjs without "exports": Vite takes one and Node the other, and two copies do not mix.
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }]
const needsPostgres = ['**/*.db.test.ts', '**/*.http.test.ts', '**/*.security.test.ts', '**/*.e2e.test.ts']

// What is waited for is given the time that a busy machine needs; a page that shows it sooner is not slowed by that.
const expect = { poll: { timeout: 20_000 } }

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['server/**/*.test.ts', 'drizzle/**/*.test.ts', 'schema/**/*.test.ts'],
          exclude: [...needsPostgres, '**/node_modules/**'],
          setupFiles: ['./server/test/setup.ts'],
          sequence: { groupOrder: 0 },
          isolate: false,
          expect,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'server',
          include: needsPostgres.map((pattern) => `server/${pattern}`),
          exclude: ['**/node_modules/**'],
          setupFiles: ['./server/test/setup.ts'],
          globalSetup: ['./server/test/global-setup.ts'],
          sequence: { groupOrder: 1 },
          pool: 'forks',
          maxWorkers: 2,
          // Each file has a database of its own; what they import is read once, and not once a file.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 120_000,
          expect,
          // A test that a busy machine starved is asked once more; it is reported as retried.
          retry: 1,
        },
      },
      './web/vite.config.ts',
      {
        test: {
          name: 'browser',
          include: ['web/browser/**/*.browser.test.ts'],
          globalSetup: ['./web/browser/global-setup.ts'],
          sequence: { groupOrder: 2 },
          pool: 'forks',
          // Each file has a server, a database and a browser of its own.
          maxWorkers: 2,
          testTimeout: 90_000,
          hookTimeout: 300_000,
          expect,
          retry: 1,
        },
      },
    ],
  },
})
