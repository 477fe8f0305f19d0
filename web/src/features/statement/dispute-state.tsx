import type { ReactNode } from 'react'
import { Day } from '../../components/figures.tsx'
import { Status } from '../../components/status.tsx'
import { formatDay } from '../../lib/format-date.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import type { CreditDispute } from './credit-dispute.ts'
import { disputeLooks } from './dispute-looks.ts'

export interface DisputeStateProps {
  dispute: CreditDispute
  /** What it is about, where that does not stand beside it. */
  about?: ReactNode
  /** What may be done about it. */
  children?: ReactNode
}

/** What somebody said of a credit, until when it is answered, and what was answered. */
export function DisputeState({ dispute, about, children }: DisputeStateProps) {
  const { locale } = useFormatSettings()
  const { state, comment, dueOn, overdue, answer, settledAt, settledBy, madeAt } = dispute
  return (
    <div className="flex flex-col gap-1.5">
      {about}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
        <span className="font-medium">
          <Status looks={disputeLooks} value={state} />
        </span>
        {state === 'OPEN' && (
          <span className={overdue ? 'text-warn' : 'text-fg-3'}>
            {overdue ? 'Answer was due ' : 'Answer due '}
            {formatDay(dueOn, { locale })}
          </span>
        )}
      </p>
      <blockquote className="border-l-2 border-line-strong pl-3 break-words whitespace-pre-line text-fg-2">
        {comment}
        <span className="block text-fg-3">
          {dispute.madeBy}, <Day at={madeAt} />
        </span>
      </blockquote>
      {answer && (
        <blockquote className="border-l-2 border-accent pl-3 break-words whitespace-pre-line">
          {answer}
          {settledAt && (
            <span className="block text-fg-3">
              {settledBy}, <Day at={settledAt} />
            </span>
          )}
        </blockquote>
      )}
      {children}
    </div>
  )
}
