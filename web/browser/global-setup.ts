import type { TestProject } from 'vitest/node'
import { makeFolder, removeDataFolder, startDemo } from './running-demo.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data folder with the demo in it, stopped: each file of tests works on a copy. */
    demoFolder: string
  }
}

/** The demo is set up once, as `npm start` does in a fresh clone. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = makeFolder()
  const demo = await startDemo(folder)
  await demo.stop()
  project.provide('demoFolder', folder)
  return () => removeDataFolder(folder)
}
