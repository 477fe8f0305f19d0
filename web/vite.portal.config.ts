import { defineConfig, mergeConfig } from 'vite'
import { portalWorker } from './portal-worker.ts'
import shared from './vite.config.ts'

/**
 * The portal, built on its own beside the admin: what it takes of a library is then all that phones load of it, and not what the admin
 * needs of the same one.
 */
export default mergeConfig(
  { ...shared, build: { ...shared.build, rolldownOptions: {} } },
  defineConfig({
    plugins: [portalWorker()],
    build: { emptyOutDir: false, rolldownOptions: { input: `${import.meta.dirname}/portal.html` } },
  }),
)
