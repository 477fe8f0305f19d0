import * as z from 'zod/mini'
import type { AttributePaymentInput } from '../../apollo/generated/graphql.ts'
import type { CallSummary } from './call-summary.ts'
import { isSplit, problemOfSplit, sharesOf, type Share } from './split-choice.ts'

/** Stands for a choice that is no row: the id of a call or person never looks like these words. */
export const noCall = 'none'
export const ofTheCall = 'call'
export const nobody = 'nobody'

const shareSchema = z.object({ person: z.string(), percent: z.string() })

/** Blames the split as a whole: what is wrong with it is rarely wrong with one of its rows. */
const splitSchema = (role: 'closer' | 'setter') =>
  z.array(shareSchema).check((context) => {
    const message = problemOfSplit(context.value, role)
    if (message !== null) context.issues.push({ code: 'custom', message, input: context.value, path: [] })
  })

export const creditSchema = z.object({
  /** A call's id, or `noCall`. */
  call: z.string().check(z.minLength(1, 'Choose a call, or “No call”')),
  /** A person's id, `ofTheCall` or `nobody`. */
  closer: z.string(),
  setter: z.string(),
  /** Instead of one closer, or one setter; empty where it is not split. */
  closers: splitSchema('closer'),
  setters: splitSchema('setter'),
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
  { call, closer, setter, closers, setters, reason }: CreditChoice,
): Omit<AttributePaymentInput, 'clientMutationId'> {
  const closerId = isSplit(closers) ? undefined : personOf(closer)
  const setterId = isSplit(setters) ? undefined : personOf(setter)
  const why = reason.trim()
  return {
    paymentId,
    ...(call === noCall ? {} : { eventId: call }),
    ...(closerId === undefined ? {} : { closerId }),
    ...(setterId === undefined ? {} : { setterId }),
    ...(isSplit(closers)
      ? { closers: sharesOf(closers).map(({ person, percent }) => ({ closerId: person, percent })) }
      : {}),
    ...(isSplit(setters)
      ? { setters: sharesOf(setters).map(({ person, percent }) => ({ setterId: person, percent })) }
      : {}),
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

const namesOf = (
  split: readonly Share[],
  choice: string,
  ofCall: Person | null | undefined,
  people: readonly Person[],
): string[] => {
  if (!isSplit(split)) return [nameOf(choice, ofCall, people)].filter((name) => name !== null)
  return sharesOf(split).map(
    ({ person, percent }) => `${nameOf(person, null, people) ?? 'somebody'} (${percent || 0}%)`,
  )
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
  const names = [
    ...namesOf(choice.closers, choice.closer, call?.closer, closers),
    ...namesOf(choice.setters, choice.setter, call?.setter, setters),
  ]
  const to =
    names.length > 0 ? new Intl.ListFormat('en-US', { type: 'conjunction', style: 'long' }).format(names) : 'nobody'
  const from = call?.source ? `, from ${call.source.name}` : ''
  return `Credits ${to}${from}, and locks it: Clinch leaves it alone until you unlock it.`
}
