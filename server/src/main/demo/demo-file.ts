import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export interface Login {
  email: string
  password: string
}

export interface DemoConnection {
  webhookUrl: string
  signingSecret: string
}

/** How to use the demo; written to `demo.json` in the data folder. */
export interface DemoAccess {
  url: string
  admin: Login
  closer: Login
  apiKey: string
  connections: { calendly: DemoConnection; stripe: DemoConnection }
}

/** What the demo was begun with, so that one that was interrupted goes on as the same. */
export interface DemoBeginning {
  /** ISO 8601: the moment that the story ends at. */
  now: string
  password: string
  calendlySecret: string
  stripeSecret: string
}

const accessFile = (folder: string) => path.join(folder, 'demo.json')
const beginningFile = (folder: string) => path.join(folder, 'demo-beginning.json')

export const readAccess = (folder: string): DemoAccess | null => readJson<DemoAccess>(accessFile(folder))

export const writeAccess = (folder: string, access: DemoAccess): void => writeJson(accessFile(folder), access)

/** What the demo was begun with, or a new beginning. */
export function beginDemo(folder: string): DemoBeginning {
  const known = readJson<DemoBeginning>(beginningFile(folder))
  if (known) return known
  const beginning: DemoBeginning = {
    now: new Date().toISOString(),
    password: 'clinch-demo-password',
    calendlySecret: randomBytes(24).toString('base64url'),
    stripeSecret: `whsec_${randomBytes(24).toString('base64url')}`,
  }
  writeJson(beginningFile(folder), beginning)
  return beginning
}

function readJson<Content>(file: string): Content | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Content) : null
}

/** Written beside and moved into place, so that a reader never finds half of it. */
function writeJson(file: string, content: object): void {
  const half = `${file}.half`
  writeFileSync(half, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  renameSync(half, file)
}
