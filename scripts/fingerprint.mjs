import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'

const passedOver = new Set(['node_modules', 'dist', '.data'])

/**
 * One hash of the contents of files and folders.
 *
 * @param {string[]} places
 * @param {string[]} [alsoText]
 */
export function fingerprintOf(places, alsoText = []) {
  const hash = createHash('sha256')
  for (const text of alsoText) hash.update(`${text}\n`)
  for (const place of places) addTo(hash, place)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} place
 */
function addTo(hash, place) {
  if (!existsSync(place)) return
  if (!statSync(place).isDirectory()) {
    hash.update(`${place}\n`).update(readFileSync(place))
    return
  }
  for (const name of readdirSync(place).sort()) if (!passedOver.has(name)) addTo(hash, path.join(place, name))
}

/**
 * Does something unless the fingerprint says that it was done before with the same input.
 *
 * @param {string} stampFile
 * @param {string} fingerprint
 * @param {() => Promise<void>} work
 */
export async function unlessDone(stampFile, fingerprint, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint) return
  await work()
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, fingerprint)
}
