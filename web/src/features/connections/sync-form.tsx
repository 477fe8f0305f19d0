import * as z from 'zod/mini'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { isDay, type Period } from '../../lib/period.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'

const daySchema = z.string().check(z.refine(isDay, 'Enter a day'))
const schema = z
  .object({ from: daySchema, to: daySchema })
  .check(z.refine(({ from, to }) => from <= to, { error: 'The last day is before the first', path: ['to'] }))

export interface SyncFormProps {
  /** What is offered at first. */
  period: Period
  /** What it does: `Sync bookings`. */
  act: string
  onSend: (period: Period) => Promise<FormResult<'from' | 'to'>>
}

/** Of which days to ask a provider for what it has. */
export function SyncForm({ period, act, onSend }: SyncFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<Period>({
    schema,
    defaultValues: period,
    send: onSend,
    onDone: () => undefined,
  })
  const { errors } = form.formState
  return (
    <form
      noValidate
      className="flex max-w-110 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      <FormProblem message={problem} />
      <div className="grid grid-cols-2 gap-4">
        <TextField {...form.register('from')} type="date" label="From" error={errors.from?.message} />
        <TextField {...form.register('to')} type="date" label="To" error={errors.to?.message} />
      </div>
      <div>
        <Button size="md" variant="primary" type="submit" busy={busy}>
          {act}
        </Button>
      </div>
    </form>
  )
}
