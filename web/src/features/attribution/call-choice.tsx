import { useId, type Ref } from 'react'
import { TextField } from '../../components/text-field.tsx'
import { CallGroup } from './call-group.tsx'
import type { CallSummary } from './call-summary.ts'
import { noCall } from './credit-choice.ts'

export interface CallChoiceProps {
  /** A call's id, `noCall`, or empty. */
  value: string
  /** With the call itself, unless it is `noCall`. */
  onChoose: (value: string, call?: CallSummary) => void
  /** Takes the focus when the choice is what is wrong. */
  focusRef: Ref<HTMLFieldSetElement>
  /** The lead's name, where the payment's lead is known. */
  leadName: string | null
  /** The call that the payment is credited to now. */
  creditedCallId: string | null
  /** Their calls, the latest first. */
  ofLead: readonly CallSummary[]
  /** What the search found. */
  found: readonly CallSummary[]
  search: string
  onSearch: (text: string) => void
  /** The search is under way. */
  searching: boolean
  error?: string
}

/** Which call: this lead's first, then any other by name or address, then none at all. */
export function CallChoice(props: CallChoiceProps) {
  const { value, onChoose, focusRef, leadName, creditedCallId, ofLead, found, search, onSearch, searching, error } =
    props
  const id = useId()
  const others = found.filter((call) => !ofLead.some((own) => own.id === call.id))
  const asked = search.trim() !== ''
  const radio = (choice: string, call?: CallSummary) => (
    <input
      type="radio"
      name={id}
      checked={value === choice}
      onChange={() => onChoose(choice, call)}
      className="size-3.5 shrink-0 rounded-full accent-(--accent-fill)"
    />
  )
  return (
    <fieldset ref={focusRef} tabIndex={-1} aria-describedby={`${id}-error`} className="min-w-0 outline-none">
      <legend className="mb-1.5 text-small font-medium text-fg-2">Call</legend>
      {ofLead.length > 0 && (
        <CallGroup
          title={leadName === null ? 'Calls of the lead' : `Calls of ${leadName}`}
          calls={ofLead}
          creditedCallId={creditedCallId}
          radio={(call) => radio(call.id, call)}
        />
      )}
      <TextField
        label="Find a call"
        labelHidden
        type="search"
        placeholder={ofLead.length > 0 ? 'Find another call by name or email' : 'Find a call by name or email'}
        autoComplete="off"
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <div role="status" className="text-small text-fg-3">
        {asked && !searching && others.length === 0 && (
          <p className="px-2 py-2">
            No {ofLead.length > 0 ? 'other ' : ''}call has “{search.trim()}” in its name or email.
          </p>
        )}
      </div>
      {others.length > 0 && (
        <div className={searching ? 'opacity-60' : ''}>
          <CallGroup
            title="Found"
            calls={others}
            creditedCallId={creditedCallId}
            radio={(call) => radio(call.id, call)}
            named
          />
        </div>
      )}
      <label className="mt-1 flex min-h-8 items-center gap-2 rounded-sm px-2 has-checked:bg-accent-soft hover:not-has-checked:bg-(--hover)">
        {radio(noCall)}
        No call
      </label>
      <p id={`${id}-error`} aria-live="polite" className={error ? 'mt-1 text-small text-bad' : 'sr-only'}>
        {error}
      </p>
    </fieldset>
  )
}
