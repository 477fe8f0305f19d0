import { captureNode } from '../child.mjs'
import { migrationDrift } from './migration-drift.mjs'
import { schemaDrift } from './schema-drift.mjs'

/** What is found of the code: nothing, or what is wrong with it. @typedef {{ title: string, find: () => Promise<string | null> }} Check */

/** @param {string[]} args @returns {() => Promise<string | null>} */
const silentUnlessWrong = (args) => async () => {
  const { code, output } = await captureNode(args, { env: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0' } })
  return code === 0 ? null : output
}

/** @type {Check[]} */
const checks = [
  // First, since it takes as long as all the others.
  { title: 'Lint', find: silentUnlessWrong(['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']) },
  { title: 'The emitted schema is the code’s', find: schemaDrift },
  { title: 'The migrations make the tables that the code describes', find: migrationDrift },
  {
    title: 'The generated documents are the schema’s',
    find: silentUnlessWrong(['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.ts', '--check']),
  },
  { title: 'Types of the server', find: silentUnlessWrong(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']) },
  { title: 'Types of the web app', find: silentUnlessWrong(['node_modules/typescript/bin/tsc', '-p', 'web/tsconfig.json']) },
  {
    title: 'Imports run downward',
    find: silentUnlessWrong([
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'server',
      'web/src',
      'drizzle',
      'schema',
    ]),
  },
  { title: 'Nothing is unused', find: silentUnlessWrong(['node_modules/knip/bin/knip.js']) },
  { title: 'Format', find: silentUnlessWrong(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']) },
]

/** Runs every check, two at a time, and says what each found. */
export async function runChecks() {
  let failed = 0
  const waiting = [...checks]
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const started = performance.now()
      const problem = await check.find()
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${problem === null ? '✓' : '✗'} ${check.title} (${seconds} s)`)
      if (problem === null) continue
      failed += 1
      console.log(problem.trimEnd())
    }
  }
  await Promise.all([worker(), worker()])
  return { passed: checks.length - failed, failed }
}
