import { useMutation } from '@apollo/client/react'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { useState } from 'react'
import { readError } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { notify } from '../../components/notify.ts'
import { Section } from '../../components/section.tsx'
import { AddAddressForm } from './add-address-form.tsx'
import { AddressList } from './address-list.tsx'
import {
  addLeadEmailMutation,
  addLeadPhoneMutation,
  removeLeadEmailMutation,
  removeLeadPhoneMutation,
  updateLeadMutation,
} from './lead-mutations.ts'
import type { LeadRecord } from './lead-record.ts'

/** Whom an address that was refused belongs to, so that the two can be merged. */
function holderOf(error: unknown): string | null {
  const leadId = CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions?.leadId : undefined
  return typeof leadId === 'string' ? leadId : null
}

export interface LeadAddressesProps {
  lead: LeadRecord
  mayChange: boolean
  /** Another lead has the address: the two may be one. */
  onMergeWith: (leadId: string) => void
}

/** What somebody is known by. A rep sees what they go by alone. */
export function LeadAddresses({ lead, mayChange, onMergeWith }: LeadAddressesProps) {
  const [taken, setTaken] = useState<string | null>(null)
  const changed = { refetchQueries: ['LeadTimeline'] }
  const [update] = useMutation(updateLeadMutation)
  const [addEmail] = useMutation(addLeadEmailMutation, changed)
  const [addPhone] = useMutation(addLeadPhoneMutation, changed)
  const [removeEmail] = useMutation(removeLeadEmailMutation, changed)
  const [removePhone] = useMutation(removeLeadPhoneMutation, changed)

  const attempt = async (work: () => Promise<unknown>, done: string): Promise<string | null> => {
    setTaken(null)
    try {
      await work()
      notify.done(done)
      return null
    } catch (error) {
      setTaken(holderOf(error))
      return readError(error).title
    }
  }
  const input = () => ({ leadId: lead.id, clientMutationId: crypto.randomUUID() })
  const add = (text: string) =>
    attempt(
      () =>
        text.includes('@')
          ? addEmail({ variables: { input: { ...input(), email: text } } })
          : addPhone({ variables: { input: { ...input(), phone: text } } }),
      `${lead.fullName} is known by ${text} too`,
    )
  const act = async (work: () => Promise<unknown>, done: string) => {
    const refused = await attempt(work, done)
    if (refused !== null) notify.problem(refused)
  }
  const goBy = (fields: { email: string } | { phone: string }, address: string) =>
    void act(() => update({ variables: { input: { id: lead.id, ...fields } } }), `${lead.fullName} goes by ${address}`)
  const shown = (all: LeadRecord['emails'], primary: string | null): LeadRecord['emails'] =>
    all.length > 0 || primary === null ? all : [{ address: primary, isPrimary: true, learnedFrom: 'booking' }]
  const [emails, phones] = [shown(lead.emails, lead.email), shown(lead.phones, lead.phone)]
  return (
    <Section title="Known by">
      <div className="mt-1">
        {emails.length + phones.length === 0 && <p className="text-fg-3">No address is known.</p>}
        <AddressList
          label="Email addresses"
          addresses={emails}
          scheme="mailto"
          {...(mayChange
            ? {
                acts: {
                  onMakePrimary: (email) => goBy({ email }, email),
                  onRemove: (email) =>
                    void act(
                      () => removeEmail({ variables: { input: { ...input(), email } } }),
                      `${email} was taken off ${lead.fullName}`,
                    ),
                },
              }
            : {})}
        />
        <AddressList
          label="Phone numbers"
          addresses={phones}
          scheme="tel"
          {...(mayChange
            ? {
                acts: {
                  onMakePrimary: (phone) => goBy({ phone }, phone),
                  onRemove: (phone) =>
                    void act(
                      () => removePhone({ variables: { input: { ...input(), phone } } }),
                      `${phone} was taken off ${lead.fullName}`,
                    ),
                },
              }
            : {})}
        />
        {mayChange && <AddAddressForm onAdd={add} />}
        {taken !== null && (
          <div className="mt-2">
            <Button onClick={() => onMergeWith(taken)}>Merge the two</Button>
          </div>
        )}
      </div>
    </Section>
  )
}
