import { Button } from '../../components/button.tsx'
import { DateTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import type { LeadRecord } from './lead-record.ts'
import { useUndoMerge } from './use-undo-merge.ts'

/** Who became part of a lead; only the latest merge can be undone before the others. */
export function LeadMerges({ merges, mayUndo }: { merges: LeadRecord['merges']; mayUndo: boolean }) {
  const undo = useUndoMerge()
  if (merges.length === 0) return null
  return (
    <Section title="Merged" count={merges.length}>
      <ul aria-label="Merged leads" className="mt-1">
        {merges.map(({ id, merged, mergedAt, mergedByName }, index) => (
          <li key={id} className="flex min-h-(--row) items-center gap-3">
            <span className="min-w-0 flex-1">
              <span className="font-medium">{merged.fullName}</span>{' '}
              <span className="text-small text-fg-3">
                by {mergedByName}, <DateTime at={mergedAt} />
              </span>
            </span>
            {mayUndo && index === 0 && <Button onClick={() => void undo(id, merged.fullName)}>Undo the merge</Button>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
