import type { CreditingRow } from './load-creditings.ts'

type Told = Pick<CreditingRow, 'kind' | 'state' | 'payments' | 'locked' | 'changed'>

/** What came of a run of credits, and where that is not what its preview said, so much. */
export function describeCrediting(run: Told, preview: Pick<Told, 'changed'> | null): string {
  const ended = run.state === 'done'
  const looked = `${counted(run.payments)} looked at${ended ? '' : ' so far'}.`
  const stays =
    run.locked === 0 ? [] : [`${counted(run.locked)} credited by hand ${run.locked === 1 ? 'stays as it is' : 'stay as they are'}.`]
  if (run.kind === 'attribution_preview') {
    const nothing = ended ? 'Every credit is as the rules have it today: nothing would change.' : 'Nothing would change so far.'
    return [looked, run.changed === 0 ? nothing : `${counted(run.changed)} would be credited otherwise.`, ...stays].join(' ')
  }
  const done = run.changed === 0 ? 'No credit changed.' : `${counted(run.changed)} ${run.changed === 1 ? 'was' : 'were'} credited again.`
  const differs =
    ended && preview && preview.changed !== run.changed
      ? [`The preview said ${preview.changed.toLocaleString('en-US')}: what changed in between was decided by how it stands now.`]
      : []
  return [looked, done, ...differs, ...stays].join(' ')
}

const counted = (count: number): string => `${count.toLocaleString('en-US')} ${count === 1 ? 'payment' : 'payments'}`
