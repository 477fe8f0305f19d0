#!/usr/bin/env node
/**
 * Every command of package.json begins here, on a bare clone too: nothing outside of Node is imported before the packages are there.
 */
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const leastNode = [20, 19]
const commands = ['start', 'dev', 'test', 'check', 'build', 'bench', 'codegen', 'seed-demo', 'verify-audit']

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < leastNode[0] || (major === leastNode[0] && minor < leastNode[1])) {
  stop(`Clinch needs Node ${leastNode.join('.')} or later; this is ${process.versions.node}.`)
}

const [command = '', ...args] = process.argv.slice(2)
if (!commands.includes(command)) stop(`There is no such command: "${command}". Known are ${commands.join(', ')}.`)

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))
const { ensureInstalled } = await import('./install.mjs')
try {
  await ensureInstalled()
  const { default: run } = await import(`./commands/${command}.mjs`)
  await run(args)
} catch (error) {
  if (!(error instanceof Error && error.name === 'CommandFailed')) throw error
  stop(error.message)
}

/** @param {string} line */
function stop(line) {
  console.error(line)
  process.exit(1)
}
