import { existsSync } from 'node:fs'
import path from 'node:path'

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The browser of this machine: the one that CHROMIUM_PATH names, else the first that is found. */
export function findBrowser(): string {
  const { CHROMIUM_PATH: named, PATH = '' } = process.env
  if (named) return named
  const candidates = [...PATH.split(path.delimiter).flatMap((folder) => onPath.map((name) => path.join(folder, name))), ...elsewhere]
  const found = candidates.find((candidate) => existsSync(candidate))
  if (!found) throw new Error('No browser was found. Install Chromium, Chrome or Edge, or name one with CHROMIUM_PATH.')
  return found
}
