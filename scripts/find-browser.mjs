import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The browser of this machine: the one that CHROMIUM_PATH names, else the first that is found; null if there is none. */
export function findBrowser() {
  const { CHROMIUM_PATH: named, PATH = '' } = process.env
  if (named) return named
  const candidates = PATH.split(path.delimiter).flatMap((folder) => onPath.map((name) => path.join(folder, name)))
  return [...candidates, ...elsewhere].find((candidate) => existsSync(candidate)) ?? null
}
