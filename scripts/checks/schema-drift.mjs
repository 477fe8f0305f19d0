import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { captureNode } from '../child.mjs'

/** Whether schema/schema.graphql is what the code emits now. */
export async function schemaDrift() {
  const folder = mkdtempSync(path.join(tmpdir(), 'clinch-schema-'))
  try {
    const emitted = path.join(folder, 'schema.graphql')
    const { code, output } = await captureNode(['--import', 'tsx', 'server/src/main/emit-schema.ts', emitted])
    if (code !== 0) return output
    return readFileSync(emitted, 'utf8') === readFileSync('schema/schema.graphql', 'utf8')
      ? null
      : 'schema/schema.graphql is not what the code emits: run `npm run codegen` and commit what changes.'
  } finally {
    rmSync(folder, { recursive: true })
  }
}
