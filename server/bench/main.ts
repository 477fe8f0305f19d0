import { parseArgs } from 'node:util'
import { measureCalls } from './calls.ts'
import { measureIntake } from './intake/measure-intake.ts'
import { Scene } from './scene.ts'

/** Each part measures beside what it is compared with, in short rounds that take turns: a busy machine slows both alike, so only ratios count. */
const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'all' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '2' },
    connections: { type: 'string', default: '16' },
    rows: { type: 'string', default: '50' },
    senders: { type: 'string', default: '64' },
  },
})
const rounds = wholeNumber(values.rounds)
const seconds = wholeNumber(values.seconds)
const connections = wholeNumber(values.connections)
const rows = wholeNumber(values.rows)
const senders = wholeNumber(values.senders)

const parts: Readonly<Record<string, (scene: Scene) => Promise<string>>> = {
  calls: (scene) => measureCalls(scene, { rounds, seconds, connections, rows }),
  intake: (scene) => measureIntake(scene, { rounds, seconds, senders }),
}
const wanted = values.part === 'all' ? Object.keys(parts) : [values.part]
for (const part of wanted) {
  const measure = parts[part]
  if (!measure) throw new Error(`"${part}" is no part: all, ${Object.keys(parts).join(', ')}`)
  await stage(measure)
}

async function stage(measure: (scene: Scene) => Promise<string>): Promise<void> {
  const scene = new Scene()
  // The database runs in a process group of its own: nobody else would end it.
  const end = () => void scene.stop().finally(() => process.exit(1))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)
  try {
    console.log(await measure(scene))
  } finally {
    await scene.stop()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end)
  }
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error(`"${text}" is not a whole number from 1 to 9999`)
  return Number(text)
}
