import { useState } from 'react'
import { DateTime } from '../../components/figures.tsx'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { onDemand } from '../../lib/on-demand.tsx'
import type { FiledForm } from './post-call-form-parts.ts'
import { toldOf } from './told-form.ts'

const FormHistory = onDemand(async () => (await import('./form-history.tsx')).FormHistory)

export interface FiledFormSummaryProps {
  /** Of the call. */
  eventId: string
  form: FiledForm
}

/** A filed form: what it says, as it was asked when it was filed, who filed it, and what amendments changed. */
export function FiledFormSummary({ eventId, form }: FiledFormSummaryProps) {
  const { locale } = useFormatSettings()
  const [opened, setOpened] = useState(false)
  const last = form.versions[0]
  const { sentence, answers } = toldOf(form, locale)
  return (
    <div className="mt-1 flex flex-col gap-2">
      <p className="font-medium">{sentence}</p>
      {answers.length > 0 && (
        <dl className="flex flex-col gap-1">
          {answers.map(({ id, label, text }) => (
            <div key={id} className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-2">
              <dt className="break-words text-fg-3">{label}</dt>
              <dd className="min-w-0 break-words whitespace-pre-line">{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {form.version === 1 || !last ? (
        <p className="text-small text-fg-3">
          Filed by {form.submittedByName}, <DateTime at={form.submittedAt} />
        </p>
      ) : (
        <details
          open={opened}
          onToggle={(event) => setOpened(event.currentTarget.open)}
          className="group text-small text-fg-3"
        >
          <summary className="w-fit rounded-xs pointer-coarse:py-3">
            Amended by {last.submittedByName}, <DateTime at={last.submittedAt} />.{' '}
            <span className="quiet-link">{form.version} versions</span>
          </summary>
          {opened && <FormHistory eventId={eventId} version={form.version} />}
        </details>
      )}
    </div>
  )
}
