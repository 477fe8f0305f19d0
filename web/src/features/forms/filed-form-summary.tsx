import { DateTime } from '../../components/figures.tsx'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { formSentence } from './form-words.ts'
import type { FiledForm } from './post-call-form-parts.ts'

/** A filed form: what it says, the notes, who filed it, and its versions if it was amended. */
export function FiledFormSummary({ form }: { form: FiledForm }) {
  const { locale } = useFormatSettings()
  const last = form.versions[0]
  return (
    <div className="mt-1 flex flex-col gap-2">
      <p className="font-medium">{formSentence(form, locale)}</p>
      {form.notes && <p className="break-words whitespace-pre-line text-fg-2">{form.notes}</p>}
      {form.version === 1 || !last ? (
        <p className="text-small text-fg-3">
          Filed by {form.submittedByName}, <DateTime at={form.submittedAt} />
        </p>
      ) : (
        <details className="group text-small text-fg-3">
          <summary className="w-fit rounded-xs">
            Amended by {last.submittedByName}, <DateTime at={last.submittedAt} />.{' '}
            <span className="quiet-link">{form.version} versions</span>
          </summary>
          <ol aria-label="Versions" className="mt-1 border-t border-line">
            {form.versions.map(({ id, version, submittedAt, submittedByName }) => (
              <li key={id} className="flex h-(--row-compact) items-center gap-3 border-b border-line">
                <span className="w-18 text-fg-2">Version {version}</span>
                <span className="min-w-0 flex-1 truncate">
                  {version === 1 ? 'Filed' : 'Amended'} by {submittedByName}
                </span>
                <DateTime at={submittedAt} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}
