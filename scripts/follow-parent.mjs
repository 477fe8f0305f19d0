import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'

const lookEveryMs = 500

/**
 * Stops this process when the npm that started it is gone: npm ended by a signal leaves its children behind, which would keep the
 * port and the database. A shell in between is watched too, where the system tells of it.
 */
export function followParent() {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const grandparent = parentOf(parent)
  const timer = setInterval(() => {
    if (process.ppid === parent && parentOf(parent) === grandparent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, lookEveryMs)
  timer.unref()
}

/** @param {number} pid */
function parentOf(pid) {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return null
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? null
  } catch {
    // It ended between the two looks: then it has no parent any more.
    return null
  }
}
