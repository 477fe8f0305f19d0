import { defineConfig, mergeConfig } from 'vite'
import { portalWorker } from './portal-worker.ts'
import shared from './vite.config.ts'

/**
 * The portal, built on its own beside the admin: what it takes of a library is then all that phones load of it, and not what the admin
 * needs of the same one. What every page begins with is one file, which is compressed as a whole.
 */
export default mergeConfig(
  { ...shared, build: { ...shared.build, rolldownOptions: {} } },
  defineConfig({
    plugins: [portalWorker()],
    build: {
      emptyOutDir: false,
      rolldownOptions: {
        input: `${import.meta.dirname}/portal.html`,
        output: {
          codeSplitting: {
            groups: [
              { name: 'portal', test: /./, tags: ['$initial'], priority: 1 },
              // What most pages share comes at once: many small files compress badly, and each has to be asked for.
              { name: 'shared', test: /lucide|web.src.(components|lib|features.portal)/, minShareCount: 3 },
              // A form, its summary and the leaderboard have these of each other.
              {
                name: 'controls',
                test: /components.(native-select|money-field|text-field|field)\.|chevron-down|use-media-query/,
                minShareCount: 2,
              },
            ],
          },
        },
      },
    },
  }),
)
