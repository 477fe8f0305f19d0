import { Info } from 'lucide-react'
import { RelativeTime } from '../../components/figures.tsx'
import type { LatestForm } from './send-result.ts'

export interface MovedOnProps {
  latest: LatestForm
  /** Gives up what was typed for what they wrote. */
  onTakeTheirs: () => void
}

/** What somebody else wrote while this form was open, above what was typed here. */
export function MovedOn({ latest, onTakeTheirs }: MovedOnProps) {
  return (
    <div role="status" className="mb-2 flex items-start gap-2 rounded-sm bg-info-soft px-3 py-2">
      <Info aria-hidden size={14} strokeWidth={1.75} className="mt-[3px] text-info" />
      <div className="min-w-0">
        <p>
          <span className="font-medium">{latest.by}</span> filed this <RelativeTime at={latest.at} />: {latest.sentence}
        </p>
        {latest.answers.notes !== '' && <p className="break-words text-fg-2">“{latest.answers.notes}”</p>}
        <p className="text-fg-2">
          Below is what you typed. Sending it amends theirs.{' '}
          <button type="button" onClick={onTakeTheirs} className="rounded-xs font-medium text-accent hover:underline">
            Take theirs instead
          </button>
        </p>
      </div>
    </div>
  )
}
