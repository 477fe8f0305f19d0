import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { CommandFailed, exitOf } from './child.mjs'
import { npm } from './npm.mjs'

const chromium = '@sparticuz/chromium'
const version = '147.0.0'
const folder = path.resolve('.cache/chromium')

/**
 * Fetches a Chromium as an npm package, with the few libraries that a bare machine lacks, for a machine that has no browser.
 *
 * @returns {Promise<Record<string, string>>} The environment in which the browser tests find it.
 */
export async function fetchBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new CommandFailed('No browser was found. Install Chromium, Chrome or Edge, or name one with CHROMIUM_PATH.')
  }
  console.log('No browser was found: fetching one (once)')
  const code = await exitOf(
    npm(['install', '--silent', '--no-audit', '--no-fund', '--no-save', '--prefix', folder, `${chromium}@${version}`]),
  )
  if (code !== 0) throw new CommandFailed('The browser could not be fetched. Install Chromium, Chrome or Edge instead.')
  // The package unpacks its libraries only where it takes itself to be on a bare machine of this kind.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: fetched } = await import(pathToFileURL(createRequire(path.join(folder, 'x.js')).resolve(chromium)).href)
  const executable = await fetched.executablePath()
  return {
    CHROMIUM_PATH: executable,
    LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '',
    FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? '',
  }
}
