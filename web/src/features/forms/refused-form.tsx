import { useState } from 'react'
import { Link } from 'react-router'
import { Button } from '../../components/button.tsx'
import { onDemand } from '../../lib/on-demand.tsx'
import type { UnsentForm } from './outbox.ts'

const WrittenForm = onDemand(async () => (await import('./written-form.tsx')).WrittenForm)
const DiscardForm = onDemand(async () => (await import('./discard-form.tsx')).DiscardForm)

export interface RefusedFormProps {
  form: UnsentForm
  /** Where its call is, as far as it is still theirs. */
  to: string
  onDiscard: () => void
}

/** A form that the server did not take: what was written can be read here, also where its call is not theirs any more, and be discarded. */
export function RefusedForm({ form, to, onDiscard }: RefusedFormProps) {
  const [reads, setReads] = useState(false)
  const [asks, setAsks] = useState(false)
  return (
    <div className="flex flex-col gap-2 border-b border-line bg-bad-soft px-4 py-2 md:px-6">
      <p>
        The form of <Link to={to}>{form.leadName}</Link> was not taken: {form.problem}. Your answers are kept.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="touch" aria-expanded={reads} onClick={() => setReads(!reads)}>
          {reads ? 'Hide what I wrote' : 'Show what I wrote'}
        </Button>
        <Button size="touch" onClick={() => setAsks(true)}>
          Discard
        </Button>
      </div>
      {reads && <WrittenForm input={form.input} />}
      {asks && <DiscardForm leadName={form.leadName} onKeep={() => setAsks(false)} onDiscard={onDiscard} />}
    </div>
  )
}
