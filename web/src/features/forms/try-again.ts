import { isStuck, stuckAfterTimes, type UnsentForm } from './outbox.ts'

const firstPauseMs = 60_000
const longestPauseMs = 30 * 60_000

/** A form that the server was reached for and could not take. */
export const stumbledOver = (form: UnsentForm, now: Date): UnsentForm => ({
  ...form,
  stumbled: { times: (form.stumbled?.times ?? 0) + 1, lastAt: now.toISOString() },
})

/** Whether it is time to try a form again. A clock that was put back keeps none waiting. */
export function isDue(form: UnsentForm, now: Date): boolean {
  const { stumbled } = form
  if (!stumbled || !isStuck(form)) return true
  const waitedMs = now.getTime() - Date.parse(stumbled.lastAt)
  return waitedMs < 0 || waitedMs >= Math.min(firstPauseMs * 2 ** (stumbled.times - stuckAfterTimes), longestPauseMs)
}
