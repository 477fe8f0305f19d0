import type { SubmitPostCallFormInput } from '../../apollo/generated/graphql.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { standardKit } from './form-kit.ts'
// It comes with the code of the form itself, which is there wherever one was filed: what both need then stays in one file with that.
import './form-to-file.tsx'
import { useFormKit } from './use-form-kit.ts'
import { writtenAnswers } from './written-answers.ts'

/** What an unsent form says, to be read and copied. */
export function WrittenForm({ input }: { input: SubmitPostCallFormInput }) {
  const { locale } = useFormatSettings()
  const { kit } = useFormKit()
  const { sentence, answers } = writtenAnswers(input, kit ?? standardKit, locale)
  return (
    <div className="select-text">
      <p className="font-medium">{sentence}</p>
      {answers.length > 0 && (
        <dl className="mt-1 flex flex-col gap-1">
          {answers.map(({ id, label, text }) => (
            <div key={id} className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-2">
              <dt className="break-words text-fg-2">{label}</dt>
              <dd className="min-w-0 break-words whitespace-pre-line">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
