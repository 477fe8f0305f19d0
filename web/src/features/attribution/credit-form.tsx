import { useEffect, useRef, useState } from 'react'
import { Controller } from 'react-hook-form'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import type { Option } from '../../components/option.ts'
import { ComboField } from '../../components/select-field.tsx'
import { TextArea } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { CallChoice } from './call-choice.tsx'
import type { CallSummary } from './call-summary.ts'
import { SplitFields } from './split-fields.tsx'
import { evenly, type Share } from './split-choice.ts'
import { creditSchema, nobody, ofTheCall, previewCredit, type CreditChoice, type Person } from './credit-choice.ts'

export interface CreditFormProps {
  /** The lead of the payment, as far as is known. */
  leadName: string | null
  /** The call that it is credited to now. */
  creditedCallId: string | null
  ofLead: readonly CallSummary[]
  found: readonly CallSummary[]
  search: string
  onSearch: (text: string) => void
  searching: boolean
  closers: readonly Person[]
  setters: readonly Person[]
  onSend: (choice: CreditChoice) => Promise<FormResult<keyof CreditChoice>>
  onDone: () => void
  onCancel: () => void
}

/** The call's own person as a choice: unknown before a call is chosen, and none where the call has nobody. */
const ownOf = (choice: CreditChoice, ofCall: Person | null | undefined): Option[] => {
  if (ofCall) return [{ value: ofTheCall, label: ofCall.name, detail: 'of the call' }]
  return choice.call === '' ? [{ value: ofTheCall, label: 'As the call says' }] : []
}

/** People to choose from: the call's own first, then nobody, then each other by name. */
const peopleOf = (people: readonly Person[], own: readonly Option[], ofCall: Person | null | undefined): Option[] => [
  ...own,
  { value: nobody, label: 'Nobody' },
  ...people.filter(({ id }) => id !== ofCall?.id).map(({ id, name }) => ({ value: id, label: name })),
]

/** Half and half between whoever is chosen now and somebody to be chosen. */
const firstSplit = (chosen: string, ofCall: Person | null | undefined): Share[] =>
  evenly([chosen === ofTheCall ? (ofCall?.id ?? '') : chosen === nobody ? '' : chosen, ''])

/** Credits a payment by hand: for which call, whom if not its closer and setter, and why. Says what saving does before it does it. */
export function CreditForm(props: CreditFormProps) {
  const { leadName, creditedCallId, ofLead, found, search, onSearch, searching } = props
  const { closers, setters, onSend, onDone, onCancel } = props
  const { form, onSubmit, problem, busy } = useSentForm<CreditChoice>({
    schema: creditSchema,
    defaultValues: { call: '', closer: ofTheCall, setter: ofTheCall, closers: [], setters: [], reason: '' },
    send: onSend,
    onDone,
  })
  const { errors } = form.formState
  const choice = form.watch()
  // Kept, so that it stays in sight when another search no longer finds it.
  const [call, setCall] = useState<CallSummary>()
  const foundOrChosen = call && !found.some(({ id }) => id === call.id) ? [call, ...found] : found
  const [ownCloser, ownSetter] = [ownOf(choice, call?.closer), ownOf(choice, call?.setter)]
  const shown = (person: string, own: readonly Option[]) => (person === ofTheCall && own.length === 0 ? nobody : person)
  const preview = previewCredit({ choice, call, closers, setters })
  const sides = [
    { role: 'closer', split: 'closers', label: 'Closer', people: closers, own: ownCloser, ofCall: call?.closer },
    { role: 'setter', split: 'setters', label: 'Setter', people: setters, own: ownSetter, ofCall: call?.setter },
  ] as const
  const formRef = useRef<HTMLFormElement>(null)
  // What opened the form is gone from the page: the focus goes on to the form.
  useEffect(() => formRef.current?.focus(), [])
  return (
    <form
      ref={formRef}
      tabIndex={-1}
      noValidate
      aria-label="Credit by hand"
      className="mt-4 flex flex-col gap-4 outline-none"
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      <FormProblem message={problem} />
      <Controller
        control={form.control}
        name="call"
        render={({ field }) => (
          <CallChoice
            value={field.value}
            onChoose={(value, chosen) => {
              field.onChange(value)
              setCall(chosen)
            }}
            focusRef={field.ref}
            leadName={leadName}
            creditedCallId={creditedCallId}
            ofLead={ofLead}
            found={foundOrChosen}
            search={search}
            onSearch={onSearch}
            searching={searching}
            error={errors.call?.message}
          />
        )}
      />
      <div
        className={choice.closers.length + choice.setters.length > 0 ? 'flex flex-col gap-4' : 'grid grid-cols-2 gap-3'}
      >
        {sides.map(({ role, split, label, people, own, ofCall }) =>
          choice[split].length > 0 ? (
            <Controller
              key={role}
              control={form.control}
              name={split}
              render={({ field }) => (
                <SplitFields
                  role={role}
                  value={field.value}
                  onChange={(shares) => form.setValue(split, shares, { shouldValidate: form.formState.isSubmitted })}
                  people={people}
                  focusRef={field.ref}
                  error={errors[split]?.message}
                />
              )}
            />
          ) : (
            <Controller
              key={role}
              control={form.control}
              name={role}
              render={({ field }) => (
                <ComboField
                  label={label}
                  labelAside={
                    people.length > 1 && (
                      <button
                        type="button"
                        className="rounded-xs text-small text-accent hover:underline hover:underline-offset-3"
                        aria-label={`Split between ${role}s`}
                        onClick={() => form.setValue(split, firstSplit(field.value, ofCall))}
                      >
                        Split
                      </button>
                    )
                  }
                  options={peopleOf(people, own, ofCall)}
                  value={shown(field.value, own)}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  error={errors[role]?.message}
                />
              )}
            />
          ),
        )}
      </div>
      <TextArea
        {...form.register('reason')}
        label="Reason"
        optional
        rows={2}
        hint="Kept in the history, for whoever asks why."
        error={errors.reason?.message}
      />
      <p role="status" className="text-small text-pretty text-fg-2 empty:hidden">
        {preview}
      </p>
      <div className="flex items-center gap-2">
        <Button type="submit" variant="primary" size="md" busy={busy}>
          Credit and lock
        </Button>
        <Button variant="quiet" size="md" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
