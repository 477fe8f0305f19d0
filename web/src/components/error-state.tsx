import { CircleAlert } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { formatExactDateTime } from '../lib/format-date.ts'
import { useFormatSettings } from '../lib/format-settings.ts'
import { Button } from './button.tsx'

export interface ErrorStateProps {
  /** What did not work, in the page's words: `The calls did not load`. */
  title: string
  /** What happened and what to do. */
  advice: string
  /** To quote when asking for help; copied by a press. */
  requestId?: string
  /** When it happened. */
  at?: Date
  onRetry?: () => void
  /** Other ways on, beside Try again. */
  actions?: ReactNode
}

/** What happened, what to do, and the request id. Announced at once. */
export function ErrorState({ title, advice, requestId, at, onRetry, actions }: ErrorStateProps) {
  const { timeZone, locale } = useFormatSettings()
  return (
    <div className="flex flex-1 justify-center px-4 py-16 md:px-6">
      <div role="alert" className="flex w-full max-w-130 items-start gap-4">
        <CircleAlert aria-hidden size={20} strokeWidth={1.6} className="mt-0.5 text-bad" />
        <div className="min-w-0 flex-1">
          <h2 className="text-title font-semibold tracking-(--track-title)">{title}</h2>
          <p className="mt-1 text-reading text-pretty text-fg-2">{advice}</p>
          {(onRetry || actions) && (
            <div className="mt-4 flex flex-wrap items-center gap-2">
              {onRetry && (
                <Button variant="primary" size="md" onClick={onRetry}>
                  Try again
                </Button>
              )}
              {actions}
            </div>
          )}
          {(requestId || at) && (
            <dl className="mt-6 border-t border-line text-small">
              {requestId && (
                <ErrorFact term="Request">
                  <span className="mr-2 font-mono break-all">{requestId}</span>
                  <CopyButton text={requestId} />
                </ErrorFact>
              )}
              {at && <ErrorFact term="When">{formatExactDateTime(at, { timeZone, locale })}</ErrorFact>}
            </dl>
          )}
        </div>
      </div>
    </div>
  )
}

function ErrorFact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid min-h-8 grid-cols-[128px_1fr] items-center border-b border-line">
      <dt className="text-fg-3">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Copies a text, and says so in its own place. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    )
  const said = { no: label, yes: 'Copied', refused: 'Select it and copy by hand' }[copied]
  return (
    <button
      type="button"
      onClick={() => void copy()}
      className="min-h-6 rounded-xs font-medium text-accent hover:underline"
    >
      <span aria-live="polite">{said}</span>
    </button>
  )
}
