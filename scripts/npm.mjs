import { spawn } from 'node:child_process'
import process from 'node:process'

/**
 * Runs npm as it was called, else the one on the path. `CI` keeps what it starts from asking questions that nobody would answer.
 *
 * @param {string[]} args
 */
export function npm(args) {
  const env = { ...process.env, CI: 'true' }
  const called = process.env.npm_execpath
  if (called?.endsWith('npm-cli.js')) return spawn(process.execPath, [called, ...args], { stdio: 'inherit', env })
  return spawn('npm', args, { stdio: 'inherit', env, shell: process.platform === 'win32' })
}
