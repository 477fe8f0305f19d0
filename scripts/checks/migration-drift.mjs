import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { captureNode } from '../child.mjs'

/** Whether a migration is missing: drizzle-kit is asked for the next one, into a copy of the folder. */
export async function migrationDrift() {
  const folder = mkdtempSync(path.join(tmpdir(), 'clinch-migrations-'))
  try {
    cpSync('drizzle/migrations', folder, { recursive: true })
    const before = sqlIn(folder)
    const { code, output } = await captureNode(['node_modules/drizzle-kit/bin.cjs', 'generate', '--config', 'drizzle.config.ts'], {
      cwd: 'drizzle',
      env: { CLINCH_MIGRATIONS_OUT: folder },
    })
    if (code !== 0) return output
    return sqlIn(folder).length === before.length
      ? null
      : `The tables have changed without a migration: run \`npx drizzle-kit generate\` in drizzle.\n${output}`
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** @param {string} folder */
const sqlIn = (folder) => readdirSync(folder).filter((name) => name.endsWith('.sql'))
