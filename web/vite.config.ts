import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions } from 'vite'
import { defineConfig } from 'vitest/config'
import { servePortal } from './serve-portal.ts'
import { splitDocuments } from './split-documents.ts'

const apiOrigin = `http://localhost:${process.env.PORT ?? '4000'}`
/** The API takes a session's cookie from its own origin alone, and in development stands behind this server. */
const api = { target: apiOrigin, headers: { origin: apiOrigin } }

const routerFile = (name: string): string =>
  fileURLToPath(new URL(`node_modules/react-router/dist/production/${name}`, import.meta.url))

export default defineConfig({
  root: import.meta.dirname,
  plugins: [splitDocuments(), servePortal(), react(), tailwindcss()],
  resolve: {
    // RxJS brings one build for browsers of ten years ago and one, a third smaller, for those of today.
    conditions: ['es2015', ...defaultClientConditions],
    // The policy of the pages takes no style elements, which this package would put into them.
    alias: [
      {
        find: /^react-style-singleton$/,
        replacement: fileURLToPath(new URL('src/lib/adopted-styles.ts', import.meta.url)),
      },
      // Its own entries are the build with warnings for developers, whatever it is built for.
      { find: /^react-router$/, replacement: routerFile('index.mjs') },
      { find: /^react-router\/dom$/, replacement: routerFile('dom-export.mjs') },
    ],
  },
  build: {
    outDir: 'dist',
    // light-dark() is kept as written: older targets would have it rewritten into a fallback that is twice the size.
    target: ['chrome123', 'firefox128', 'safari17.5'],
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](?:\.pnpm[\\/])?(react|react-dom|react-router|scheduler)[@\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/graphql': { ...api, ws: true },
      '/api': api,
      '/webhooks': api,
      '/portal/session': api,
    },
  },
  test: {
    name: 'web',
    sequence: { groupOrder: 0 },
    environment: 'happy-dom',
    // The setup leaves nothing behind between tests: what they import is read once, and not once a file.
    isolate: false,
    testTimeout: 30_000,
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    setupFiles: ['./src/test/setup.ts'],
    // graphql 16 ships index.js and index.mjs without "exports": Vite takes one and Node the other, and two copies do not mix.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
})
