import { Info } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { RelativeTime } from '../../components/figures.tsx'
import type { SavedForm } from './saved-form.ts'

export interface BehindNoticeProps {
  /** What somebody else has saved meanwhile. */
  inForce: SavedForm
  /** The version that the draft here was begun on. */
  base: number
  onLook: () => void
  /** Gives up the draft for theirs. */
  onTakeTheirs: () => void
  /** Goes on with the draft, which then replaces theirs. */
  onGoOn: () => void
}

/** Somebody else saved the form while it was being written here. */
export function BehindNotice({ inForce, base, onLook, onTakeTheirs, onGoOn }: BehindNoticeProps) {
  const { version, savedByName, savedAt } = inForce
  return (
    <div role="status" className="flex items-start gap-2 bg-info-soft px-4 py-3 md:px-6">
      <Info aria-hidden size={14} strokeWidth={1.75} className="mt-[3px] text-info" />
      <div className="min-w-0">
        <p>
          <span className="font-medium">{savedByName ?? 'Somebody'}</span> saved version {version}{' '}
          {savedAt !== null && <RelativeTime at={savedAt} />}, while you were changing{' '}
          {base === 0 ? 'Clinch’s own form' : `version ${base}`}.
        </p>
        <p className="text-fg-2">What you wrote is kept. Saved as it is, it takes the place of what they changed.</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button onClick={onLook}>Look at version {version}</Button>
          <Button onClick={onTakeTheirs}>Take theirs instead</Button>
          <Button onClick={onGoOn}>Go on with mine</Button>
        </div>
      </div>
    </div>
  )
}
