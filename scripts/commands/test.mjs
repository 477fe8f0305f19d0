import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import process from 'node:process'
import { ensureWebBuilt } from '../build-web.mjs'
import { runChecks } from '../checks/run-checks.mjs'
import { exitOf, startNode } from '../child.mjs'

const resultFile = 'node_modules/.cache/clinch/test-results.json'

/** The checks, then every test; the last line sums them up. @param {string[]} args For vitest; with any, the checks are left out. */
export default async function test(args) {
  await ensureWebBuilt()
  const checks = args.length === 0 ? await runChecks() : { passed: 0, failed: 0 }
  const tests = await runTests(args)
  const failed = checks.failed + tests.failed
  console.log(`${checks.passed + tests.passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

/** @param {string[]} args */
async function runTests(args) {
  mkdirSync('node_modules/.cache/clinch', { recursive: true })
  rmSync(resultFile, { force: true })
  const code = await exitOf(
    startNode([
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${resultFile}`,
      ...args,
    ]),
  )
  // A run that ended before it could tell counts as one failure.
  if (!existsSync(resultFile)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(resultFile, 'utf8'))
  const failed = Math.max(numFailedTests, success && code === 0 ? 0 : 1)
  return { passed: numPassedTests, failed }
}
