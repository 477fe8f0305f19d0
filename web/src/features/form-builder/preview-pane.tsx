import { RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { DateTime } from '../../components/figures.tsx'
import type { SavedForm } from './saved-form.ts'

export interface PreviewPaneProps {
  /** An earlier version that is shown instead of the draft; null for none. */
  shown: SavedForm | null
  onClose: () => void
  /** Writes on from the version that is shown, where that is not the one in force. */
  onWriteOn: (() => void) | undefined
  children: ReactNode
}

/** The form at the width of a phone, to be tried out; beside what is written, and below it on a narrow screen. */
export function PreviewPane({ shown, onClose, onWriteOn, children }: PreviewPaneProps) {
  const [round, setRound] = useState(0)
  const ref = useRef<HTMLElement>(null)
  const version = shown?.version
  useEffect(() => {
    if (version !== undefined) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [version])
  return (
    <section
      ref={ref}
      aria-label="Preview"
      className="border-line bg-canvas max-xl:border-t xl:min-h-0 xl:overflow-y-auto xl:border-l"
    >
      <div className="flex min-h-12 flex-wrap items-center gap-2 px-4 py-2 md:px-6">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">{shown ? `Version ${shown.version}` : 'As a rep sees it'}</h2>
          {shown && (
            <p className="text-small text-fg-3">
              {shown.savedByName}
              {shown.savedAt !== null && (
                <>
                  {shown.savedByName !== null && ', '}
                  <DateTime at={shown.savedAt} />
                </>
              )}
            </p>
          )}
        </div>
        <Button variant="quiet" onClick={() => setRound(round + 1)}>
          <RotateCcw aria-hidden size={14} strokeWidth={1.75} />
          Start over
        </Button>
        {onWriteOn && <Button onClick={onWriteOn}>Write on from it</Button>}
        {shown && <Button onClick={onClose}>Back to the draft</Button>}
      </div>
      <div className="px-4 pb-6 md:px-6">
        <div
          key={`${version ?? 'draft'} ${round}`}
          className="mx-auto w-full max-w-[390px] overflow-hidden rounded-lg bg-surface px-4 py-3 text-reading shadow-[inset_0_0_0_1px_var(--line-strong)]"
        >
          {children}
        </div>
      </div>
    </section>
  )
}
