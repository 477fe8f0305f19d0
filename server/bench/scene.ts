import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readSettings } from '../src/config/env.ts'
import { type PreparedDatabase, prepareDatabase } from '../src/main/prepare-database.ts'

/** What was started for a measurement, and is stopped after it, the last first. */
export class Scene {
  readonly #stops: (() => Promise<void>)[] = []
  #stopping: Promise<void> | null = null

  /** A migrated database of its own, on a durable server in a folder that goes with it. */
  async prepare(): Promise<PreparedDatabase> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'clinch-bench-'))
    this.#stops.push(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })))
    // The unprivileged user that PostgreSQL runs as must be able to walk through.
    chmodSync(folder, 0o755)
    return this.start(prepareDatabase(readSettings({}), folder, '', () => Promise.resolve()))
  }

  async start<Started extends { stop(): Promise<void> }>(starting: Promise<Started>): Promise<Started> {
    const started = await starting
    this.#stops.push(() => started.stop())
    return started
  }

  stop(): Promise<void> {
    this.#stopping ??= (async () => {
      for (const stop of this.#stops.reverse()) await stop()
    })()
    return this.#stopping
  }
}
