import * as z from 'zod/mini'
import type { AttributePaymentInput } from '../../apollo/generated/graphql.ts'
import type { CallSummary } from './call-summary.ts'

/** Stands for a choice that is no row: the id of a call or person never looks like these words. */
export const noCall = 'none'
export const ofTheCall = 'call'
export const nobody = 'nobody'

export const creditSchema = z.object({
  /** A call's id, or `noCall`. */
  call: z.string().check(z.minLength(1, 'Choose a call, or “No call”')),
  /** A person's id, `ofTheCall` or `nobody`. */
  closer: z.string(),
  setter: z.string(),
  reason: z.string().check(z.maxLength(1000, 'A reason has at most 1,000 characters')),
})

/** What the form of a credit by hand holds. */
export type CreditChoice = z.infer<typeof creditSchema>

/** The API leaves a person to the call where none is said, and credits nobody for null. */
const personOf = (choice: string): string | null | undefined =>
  choice === ofTheCall ? undefined : choice === nobody ? null : choice

/** The form as the API takes it. */
export function toCreditInput(
  paymentId: string,
  { call, closer, setter, reason }: CreditChoice,
): Omit<AttributePaymentInput, 'clientMutationId'> {
  const [closerId, setterId] = [personOf(closer), personOf(setter)]
  const why = reason.trim()
  return {
    paymentId,
    ...(call === noCall ? {} : { eventId: call }),
    ...(closerId === undefined ? {} : { closerId }),
    ...(setterId === undefined ? {} : { setterId }),
    ...(why === '' ? {} : { reason: why }),
  }
}

export interface Person {
  id: string
  name: string
}

const nameOf = (choice: string, ofCall: Person | null | undefined, people: readonly Person[]): string | null => {
  if (choice === nobody) return null
  if (choice === ofTheCall) return ofCall?.name ?? null
  return people.find((person) => person.id === choice)?.name ?? null
}

export interface CreditPreviewInput {
  choice: CreditChoice
  call: CallSummary | undefined
  closers: readonly Person[]
  setters: readonly Person[]
}

/** What saving would do, in a sentence; null while no call is chosen. */
export function previewCredit({ choice, call, closers, setters }: CreditPreviewInput): string | null {
  if (choice.call === '') return null
  const names = [nameOf(choice.closer, call?.closer, closers), nameOf(choice.setter, call?.setter, setters)].filter(
    (name) => name !== null,
  )
  const to = names.length > 0 ? names.join(' and ') : 'nobody'
  const from = call?.source ? `, from ${call.source.name}` : ''
  return `Credits ${to}${from}, and locks it: Clinch leaves it alone until you unlock it.`
}
