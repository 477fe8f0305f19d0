import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { Controller } from 'react-hook-form'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { TextArea } from '../../components/text-field.tsx'
import { useMediaQuery, wideEnough } from '../../lib/use-media-query.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { asked, paymentTypes, resolutions, type FormAnswers } from './form-answers.ts'
import { formSchema } from './form-schema.ts'
import { firstNameOf, paymentTypeWords, resolutionWords } from './form-words.ts'
import { MovedOn, type LatestForm } from './moved-on.tsx'
import { ChoiceQuestion, focusWithin, YesNo, YesNoQuestion } from './question.tsx'

/** What sending came to; `conflict` where the form has been filed by somebody else since it was begun. */
export type SendResult =
  | { ok: true }
  | { ok: false; message: string; field?: keyof FormAnswers }
  | { ok: false; message: string; conflict: true }

/** The form as it stands on the server, or why it could not be had. */
export type LoadResult = { ok: true; latest: LatestForm } | { ok: false; message: string }

export interface PostCallFormProps {
  leadName: string
  /** The organization's, ISO 4217: what cash is reported in. */
  currency: string
  /** What the form begins with, and the version that this is an amendment of; 0 for none. */
  begin: { answers: FormAnswers; version: number }
  /** Called with each change of an answer, so that what is typed can be kept. */
  onType: (answers: FormAnswers, version: number) => void
  send: (answers: FormAnswers, version: number) => Promise<SendResult>
  loadAgain: () => Promise<LoadResult>
  onDone: () => void
  /** Leaves the form without sending it, and gives up what was typed. */
  cancel?: { label: string; onPress: () => void }
}

const resolutionChoices = resolutions.map((value) => ({ value, label: resolutionWords[value] }))
const paymentTypeChoices = paymentTypes.map((value) => ({ value, label: paymentTypeWords[value] }))

/** What happened on a call. Knows no network: what it says is given to `send`, and what was typed stays whatever comes back. */
export function PostCallForm({
  leadName,
  currency,
  begin,
  onType,
  send,
  loadAgain,
  onDone,
  cancel,
}: PostCallFormProps) {
  const firstName = firstNameOf(leadName)
  const schema = useMemo(() => formSchema({ currency, firstName }), [currency, firstName])
  const [version, setVersion] = useState(begin.version)
  const [conflict, setConflict] = useState(false)
  const [latest, setLatest] = useState<LatestForm | null>(null)
  const touch = !useMediaQuery(wideEnough.tablet)
  const size = touch ? 'touch' : 'sm'

  const { form, onSubmit, problem, busy } = useSentForm<FormAnswers>({
    schema,
    defaultValues: begin.answers,
    send: async (answers) => {
      const result = await send(answers, version)
      setConflict('conflict' in result)
      return result
    },
    onDone,
  })
  const { control } = form
  const kept = useEffectEvent((answers: FormAnswers) => onType(answers, version))
  useEffect(() => form.subscribe({ formState: { values: true }, callback: ({ values }) => kept(values) }), [form])

  const answers = form.watch()
  const stands = asked(answers)
  const forget = () => form.clearErrors()
  const onLoadAgain = async () => {
    const result = await loadAgain()
    if (!result.ok) return form.setError('root', { message: result.message })
    setVersion(result.latest.version)
    setLatest(result.latest)
    setConflict(false)
    forget()
    onType(form.getValues(), result.latest.version)
  }
  const question = { control, onAnswer: forget, size } as const

  return (
    <form
      noValidate
      aria-label="Post-call form"
      className="flex flex-col"
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      {latest && (
        <MovedOn
          latest={latest}
          onTakeTheirs={() => {
            form.reset(latest.answers)
            setLatest(null)
          }}
        />
      )}
      <YesNoQuestion {...question} name="callOccurred" label="Did the call take place?" />
      {stands.resolution && (
        <ChoiceQuestion {...question} name="resolution" label="What happened instead?" choices={resolutionChoices} />
      )}
      {stands.leadShowed && <YesNoQuestion {...question} name="leadShowed" label={`Did ${firstName} show up?`} />}
      {stands.offerMade && <YesNoQuestion {...question} name="offerMade" label="Was an offer made?" />}
      {stands.dealClosed && <YesNoQuestion {...question} name="dealClosed" label={`Did ${firstName} buy?`} />}
      {stands.paymentType && (
        <ChoiceQuestion
          {...question}
          name="paymentType"
          label={`How is ${firstName} paying?`}
          choices={paymentTypeChoices}
        />
      )}
      {stands.deposit && (
        <YesNo
          label={`Did ${firstName} leave a deposit?`}
          value={answers.paymentType === 'DEPOSIT'}
          size={size}
          onChange={(left) => {
            forget()
            form.setValue('paymentType', left ? 'DEPOSIT' : null, { shouldDirty: true })
          }}
        />
      )}
      <div className="flex flex-col gap-3 pt-3">
        {stands.cashCollected && (
          <Controller
            control={control}
            name="cashCollected"
            render={({ field, fieldState }) => (
              <div ref={focusWithin(field.ref, 'input')}>
                <MoneyField
                  label="Cash collected"
                  optional={!stands.deposit}
                  currency={currency}
                  name={field.name}
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  error={fieldState.error?.message}
                  size={touch ? 'touch' : 'md'}
                />
              </div>
            )}
          />
        )}
        <TextArea
          {...form.register('notes')}
          label="Notes"
          optional
          error={form.formState.errors.notes?.message}
          size={touch ? 'touch' : 'md'}
        />
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 mt-3 flex flex-col gap-3 bg-inherit px-4 pb-1 max-md:border-t max-md:border-line max-md:bg-raised max-md:py-3 md:static md:mx-0 md:px-0">
        <FormProblem message={problem} />
        <div className="flex flex-wrap items-center gap-2">
          {conflict ? (
            <Button variant="primary" size={touch ? 'touch' : 'md'} block={touch} onClick={() => void onLoadAgain()}>
              Load again
            </Button>
          ) : (
            <Button type="submit" variant="primary" size={touch ? 'touch' : 'md'} block={touch} busy={busy}>
              {version === 0 ? 'Submit form' : 'Amend form'}
            </Button>
          )}
          {cancel && (
            <Button variant="quiet" size={touch ? 'touch' : 'md'} block={touch} onClick={cancel.onPress}>
              {cancel.label}
            </Button>
          )}
          {conflict && <span className="text-small text-fg-3">What you typed is kept.</span>}
        </div>
      </div>
    </form>
  )
}
