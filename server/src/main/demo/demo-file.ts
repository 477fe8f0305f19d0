import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const Login = z.object({ email: z.string(), password: z.string() })
export type Login = z.infer<typeof Login>
const DemoConnection = z.object({ webhookUrl: z.string(), signingSecret: z.string() })
export type DemoConnection = z.infer<typeof DemoConnection>

const DemoAccess = z.object({
  url: z.string(),
  admin: Login,
  closer: Login,
  /** Of the platform's console; nobody in production. */
  operator: Login.nullable(),
  apiKey: z.string(),
  connections: z.object({ calendly: DemoConnection, stripe: DemoConnection }),
})

/** How to use the demo; written to `demo.json` in the data folder. */
export type DemoAccess = z.infer<typeof DemoAccess>

const DemoBeginning = z.object({
  /** ISO 8601: the moment that the story ends at. */
  now: z.string(),
  password: z.string(),
  calendlySecret: z.string(),
  stripeSecret: z.string(),
})

/** What the demo was begun with, so that one that was interrupted goes on as the same. */
export type DemoBeginning = z.infer<typeof DemoBeginning>

const accessFile = (folder: string) => path.join(folder, 'demo.json')
const beginningFile = (folder: string) => path.join(folder, 'demo-beginning.json')

export const readAccess = (folder: string): DemoAccess | null => readJson(accessFile(folder), DemoAccess)

export const writeAccess = (folder: string, access: DemoAccess): void => writeJson(accessFile(folder), access)

/** What the demo was begun with, or a new beginning. */
export function beginDemo(folder: string): DemoBeginning {
  const known = readJson(beginningFile(folder), DemoBeginning)
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

const readJson = <Content>(file: string, shape: z.ZodType<Content>): Content | null =>
  existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, 'utf8'))) : null

/** Written beside and moved into place, so that a reader never finds half of it. */
function writeJson(file: string, content: object): void {
  const half = `${file}.half`
  writeFileSync(half, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  renameSync(half, file)
}
