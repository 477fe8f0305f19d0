import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { DateTime } from '../../components/figures.tsx'
import type { SavedForm } from './saved-form.ts'

export interface BuilderBarProps {
  inForce: SavedForm
  isChanged: boolean
  busy: boolean
  onDiscard: () => void
  onSave: () => void
}

/** Which version is in force, and what to do with what was changed. */
export function BuilderBar({
  inForce: { version, savedAt, savedByName },
  isChanged,
  busy,
  onDiscard,
  onSave,
}: BuilderBarProps) {
  return (
    <div className="sticky top-0 z-10 flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-surface px-4 py-2 md:px-6">
      <p className="min-w-0 flex-1 text-fg-2 max-md:basis-full">
        {version === 0 ? (
          'Clinch’s own form is in force'
        ) : (
          <>
            <span className="font-medium text-fg">Version {version}</span> is in force
            {savedAt !== null && (
              <>
                {' since '}
                <DateTime at={savedAt} />
              </>
            )}
            {savedByName !== null && `, saved by ${savedByName}`}
          </>
        )}
      </p>
      {isChanged && <Badge tone="accent">Not saved</Badge>}
      <Button size="md" disabled={!isChanged || busy} onClick={onDiscard}>
        Discard
      </Button>
      <Button size="md" variant="primary" disabled={!isChanged} busy={busy} onClick={onSave}>
        Save version {version + 1}
      </Button>
    </div>
  )
}
