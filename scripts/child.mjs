import { spawn } from 'node:child_process'
import process from 'node:process'

/** A command that ended badly. What it printed says why. */
export class CommandFailed extends Error {
  name = 'CommandFailed'
}

/**
 * Runs a program of Node in a process of its own; what it prints is shown.
 *
 * @param {string} title What it does, for the message if it fails.
 * @param {string[]} args The script, then its arguments.
 * @param {{ env?: Record<string, string>, cwd?: string }} [options]
 */
export async function runNode(title, args, options = {}) {
  const code = await exitOf(startNode(args, options))
  if (code !== 0) throw new CommandFailed(`${title} failed.`)
}

/**
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string }} [options]
 */
export const startNode = (args, { env = {}, cwd } = {}) =>
  spawn(process.execPath, args, { stdio: 'inherit', cwd, env: { ...process.env, ...env } })

/**
 * Runs a program of Node and keeps what it prints.
 *
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export async function captureNode(args, { cwd, env = {} } = {}) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd, env: { ...process.env, ...env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  return { code: await exitOf(child), output }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number | null>}
 */
export const exitOf = (child) =>
  new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
