import type { RunRow } from './run-rows.ts'

const things: Readonly<Record<RunRow['kind'], readonly [one: string, many: string]>> = {
  booking_sync: ['booking', 'bookings'],
  payment_sync: ['record', 'records'],
  attribution_preview: ['payment', 'payments'],
  attribution_rerun: ['payment', 'payments'],
}

type Told = Pick<RunRow, 'kind' | 'state' | 'seenCount' | 'createdCount' | 'changedCount' | 'failedCount' | 'waitsFor' | 'error'>

/** How a run stands, or what came of it, in one or two sentences. */
export function describeRun(run: Told): string {
  const counted = countedIn(run)
  switch (run.state) {
    case 'queued':
      return run.waitsFor ?? 'It begins in a moment.'
    case 'running':
      return run.waitsFor ? `${run.waitsFor} ${counted}` : counted
    case 'done':
      return counted
    case 'canceled':
      return `Stopped. ${counted}`
    case 'failed':
      return `${run.error ?? ''} ${counted}`.trim()
  }
}

const creditedIn: Readonly<Partial<Record<RunRow['kind'], string>>> = {
  attribution_preview: 'would be credited otherwise',
  attribution_rerun: 'credited again',
}

function countedIn({ kind, seenCount, createdCount, changedCount, failedCount }: Told): string {
  const [one, many] = things[kind]
  const credited = creditedIn[kind]
  if (credited) {
    const looked = `${seenCount.toLocaleString('en-US')} ${seenCount === 1 ? one : many} looked at`
    return `${looked}: ${changedCount.toLocaleString('en-US')} ${credited}.`
  }
  if (seenCount === 0) return `No ${many} were seen.`
  const parts = [
    createdCount > 0 ? `${createdCount} new` : '',
    changedCount > 0 ? `${changedCount} changed` : '',
    failedCount > 0 ? `${failedCount} could not be read` : '',
  ].filter(Boolean)
  return `${seenCount} ${seenCount === 1 ? one : many} seen: ${parts.length > 0 ? parts.join(', ') : 'nothing new'}.`
}
