import { execFileSync } from 'node:child_process'
import { inject } from 'vitest'
import { makeFolder } from './running-demo.ts'

/** A data folder of one's own with the demo in it. The database's files keep their owner, who may be another than ours. */
export function copyOfDemo(): string {
  const folder = makeFolder()
  execFileSync('cp', ['-a', `${inject('demoFolder')}/.`, folder])
  return folder
}
