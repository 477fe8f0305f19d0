import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import process from 'node:process'
import { ensureWebBuilt } from '../build-web.mjs'
import { runChecks } from '../checks/run-checks.mjs'
import { CommandFailed, exitOf, startNode } from '../child.mjs'
import { fetchBrowser } from '../fetch-browser.mjs'
import { findBrowser } from '../find-browser.mjs'

const resultFile = 'node_modules/.cache/clinch/test-results.json'

/** The checks, then every test; the last line sums them up, and stands alone. @param {string[]} args For vitest; with any, the checks are left out. */
export default async function test(args) {
  const { passed, failed, skipped } = await outcomeOf(args)
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exitCode = failed === 0 ? 0 : 1
}

/** What cannot even begin is one failure, told like every other. @param {string[]} args */
async function outcomeOf(args) {
  try {
    return await runAll(args)
  } catch (error) {
    console.error(error instanceof CommandFailed ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** @param {string[]} args */
async function runAll(args) {
  await ensureWebBuilt()
  const browser = findBrowser()
  const env = browser === null ? await fetchBrowser() : { CHROMIUM_PATH: browser }
  const checks = args.length === 0 ? await runChecks() : { passed: 0, failed: 0 }
  const tests = await runTests(args, env)
  return { passed: checks.passed + tests.passed, failed: checks.failed + tests.failed, skipped: tests.skipped }
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
async function runTests(args, env) {
  mkdirSync('node_modules/.cache/clinch', { recursive: true })
  rmSync(resultFile, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`]
  const code = await exitOf(startNode(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], { env }))
  // A run that ended before it could tell counts as one failure.
  if (!existsSync(resultFile)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = JSON.parse(readFileSync(resultFile, 'utf8'))
  const failed = Math.max(numFailedTests, success && code === 0 ? 0 : 1)
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests }
}
