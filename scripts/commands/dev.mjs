import process from 'node:process'
import { exitOf, startNode } from '../child.mjs'

/** The server, started again at each change of its code, and the web app as it is written, at http://localhost:5173. */
export default async function dev() {
  const server = startNode(['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/src/main/all.ts'])
  const web = startNode(['node_modules/vite/bin/vite.js'], { cwd: 'web' })
  const children = [server, web]
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => children.forEach((child) => child.kill(signal)))
  await Promise.all(children.map(exitOf))
}
