import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { DateTime } from '../../components/figures.tsx'
import { classNames } from '../../lib/class-names.ts'
import type { SavedForm } from './saved-form.ts'

export interface VersionListProps {
  /** The newest first. */
  versions: readonly Pick<SavedForm, 'version' | 'savedAt' | 'savedByName'>[]
  inForce: number
  /** The version that is looked at beside it. */
  shown: number | null
  onShow: (version: number | null) => void
  /** Fetches more of them, where there are more. */
  onMore: (() => void) | undefined
}

/** All versions of the form: who saved them and when, each to be looked at. */
export function VersionList({ versions, inForce, shown, onShow, onMore }: VersionListProps) {
  if (versions.length === 0) {
    return (
      <p className="mt-1 text-fg-2">Saving makes the first. Every one that was filed under can be looked at here.</p>
    )
  }
  return (
    <>
      <ol aria-label="Versions" className="mt-2 border-t border-line">
        {versions.map(({ version, savedAt, savedByName }) => (
          <li key={version} className={classNames('border-b border-line', version === shown && 'bg-accent-soft')}>
            <div className="flex min-h-9 flex-wrap items-center gap-x-3 px-1 py-1">
              <span className="font-medium">{version === 0 ? 'Clinch’s own' : `Version ${version}`}</span>
              {version === inForce && <Badge tone="good">In force</Badge>}
              <span className="min-w-0 flex-1 truncate text-small text-fg-3">
                {savedByName}
                {savedAt !== null && (
                  <>
                    {savedByName !== null && ', '}
                    <DateTime at={savedAt} />
                  </>
                )}
              </span>
              <Button
                variant="quiet"
                aria-pressed={version === shown}
                aria-label={`Look at ${version === 0 ? 'Clinch’s own form' : `version ${version}`}`}
                onClick={() => onShow(version === shown ? null : version)}
              >
                {version === shown ? 'Close' : 'Look'}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {onMore && (
        <div className="mt-2">
          <Button variant="quiet" onClick={onMore}>
            Show older versions
          </Button>
        </div>
      )}
    </>
  )
}
