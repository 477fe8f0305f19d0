import { judgeFields, toTypedValue, type FieldProblem } from '@clinch/schema/fields'
import { useState } from 'react'
import type { CustomFieldSubject } from '../../apollo/generated/graphql.ts'
import { readError } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { notify } from '../../components/notify.ts'
import { PillField } from '../../components/pill-field.tsx'
import { OwnField } from '../../components/own-field.tsx'
import { toAnswers, toValues as toTyped, type FieldAnswer, type FieldAnswers } from '../../lib/field-answers.ts'
import { useNamedAct } from '../../lib/use-named-act.ts'
import { useViewer } from '../../lib/viewer.ts'
import { heldOptions, toDefinition, toValues, type WireField, type WireValue } from './field-parts.ts'
import { useSetValues } from './use-set-values.ts'

const yesOrNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
]

export interface ValuesDialogProps {
  subject: CustomFieldSubject
  id: string
  name: string
  fields: readonly WireField[]
  values: readonly WireValue[]
  onSaved: () => void
  onClose: () => void
}

/** Changes the own fields of a lead, a call or a payment. Only what was changed is sent, so that nobody else's change is undone. */
export function ValuesDialog({ subject, id, name, fields, values, onSaved, onClose }: ValuesDialogProps) {
  const { organization } = useViewer()
  const send = useSetValues(subject)
  const named = useNamedAct()
  const [start] = useState(() => toAnswers(toValues(values)))
  const [answers, setAnswers] = useState<FieldAnswers>(start)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const definitions = fields.map((field) => toDefinition(field, heldOptions(values)))
  const changed = definitions.filter(
    ({ key }) => JSON.stringify(answers[key] ?? null) !== JSON.stringify(start[key] ?? null),
  )

  const submit = async () => {
    setProblem(undefined)
    const verdict = judgeFields(changed, toTyped(changed, answers), { path: 'values' })
    setProblems(verdict.problems ?? [])
    if (!verdict.values) return
    const { values: judged } = verdict
    setBusy(true)
    try {
      const written = changed.map(({ key, kind }) => {
        const value = judged[key]
        const { options, ...typed } = value === undefined ? {} : toTypedValue(kind, value)
        return { key, ...typed, ...(options ? { options: [...options] } : {}) }
      })
      await send(named({ id, values: written }))
      notify.done('The fields were saved')
      onSaved()
      onClose()
    } catch (error) {
      const { title, advice, fields: refused } = readError(error)
      setProblems(refused)
      if (refused.length === 0) setProblem(`${title}. ${advice}`)
    } finally {
      setBusy(false)
    }
  }
  const saysOf = (key: string) =>
    problems.find(({ path }) => path === `values.${key}` || path.startsWith(`values.${key}.`))?.message
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Fields of ${name}`}
      description="What is left empty has no value."
      actions={null}
    >
      <FormFrame onSubmit={submit} problem={problem === undefined ? undefined : { message: problem }}>
        {definitions.map((field) => {
          const answer = answers[field.key] ?? null
          const onAnswer = (next: FieldAnswer) => setAnswers((before) => ({ ...before, [field.key]: next }))
          const error = saysOf(field.key)
          // What was answered can be taken back here, which a question of a form need not allow.
          return field.kind === 'boolean' ? (
            <PillField
              key={field.key}
              label={field.label}
              optional
              options={yesOrNo}
              selected={typeof answer === 'boolean' ? [String(answer)] : []}
              onChange={([chosen]) => onAnswer(chosen === undefined ? null : chosen === 'true')}
              {...(field.help === null ? {} : { hint: field.help })}
              {...(error === undefined ? {} : { error })}
            />
          ) : (
            <OwnField
              key={field.key}
              field={field}
              answer={answer}
              onAnswer={onAnswer}
              error={error}
              currency={organization.currency}
              size="sm"
            />
          )
        })}
        <FormActions busy={busy} onCancel={onClose} disabled={changed.length === 0}>
          Save
        </FormActions>
      </FormFrame>
    </Dialog>
  )
}
