import { setters, setterQuestion, sources } from './people.ts'
import type { Act, Story, StoryAnswers, WebhookAct } from './story.ts'

/** One call as the messages alone tell it. */
export interface ReadCall {
  ref: string
  names: { email: string; name: string; phone: string | null }
  hostEmail: string
  scheduledAt: number
  endsAt: number
  bookedAt: number
  olderRef: string | null
  isMoved: boolean
  isCanceled: boolean
  mark: { at: number; marked: boolean } | null
  setterName: string | null
  sourceName: string | null
  form: StoryAnswers | null
}

/** Follows a path of keys and positions through parsed JSON. */
export function dig(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((found, key) => (found !== null && typeof found === 'object' ? Reflect.get(found, key) : undefined), value)
}

export function text(value: unknown, ...path: (string | number)[]): string {
  const found = dig(value, ...path)
  if (typeof found !== 'string') throw new TypeError(`${path.join('.')} is no text`)
  return found
}

export const textOrNull = (value: unknown, ...path: (string | number)[]): string | null =>
  dig(value, ...path) === null ? null : text(value, ...path)

export const webhooksOf = (story: Story, provider: WebhookAct['provider']): WebhookAct[] =>
  story.acts.filter((act): act is WebhookAct => act.kind === 'webhook' && act.provider === provider)

/** Puts the calls together from the booking tool's messages and the forms, as one who knows nothing else would. */
export function readCalls(acts: readonly Act[]): Map<string, ReadCall> {
  const calls = new Map<string, ReadCall>()
  for (const act of acts) {
    if (act.kind === 'webhook' && act.provider === 'calendly') readMessage(calls, act.body)
    if (act.kind !== 'form') continue
    const call = calls.get(act.bookingRef)
    if (!call) throw new Error(`A form is filed for ${act.bookingRef} before anybody heard of it`)
    call.form = act.answers
  }
  for (const call of calls.values()) {
    const older = call.olderRef ? calls.get(call.olderRef) : undefined
    if (older) older.isMoved = true
  }
  return calls
}

function readMessage(calls: Map<string, ReadCall>, body: object): void {
  const kind = text(body, 'event')
  const payload = dig(body, 'payload')
  const ref = text(payload, 'uri')
  const call = calls.get(ref) ?? readSnapshot(payload, ref)
  calls.set(ref, call)
  if (kind === 'invitee.canceled') {
    if (dig(payload, 'rescheduled') === true) call.isMoved = true
    call.isCanceled = true
  }
  if (!kind.startsWith('invitee_no_show')) return
  const at = Date.parse(text(body, 'created_at'))
  if (!call.mark || at > call.mark.at) call.mark = { at, marked: kind === 'invitee_no_show.created' }
}

function readSnapshot(payload: unknown, ref: string): ReadCall {
  const answers = dig(payload, 'questions_and_answers')
  const answer: unknown = Array.isArray(answers) ? answers.find((each) => text(each, 'question') === setterQuestion) : undefined
  const content = textOrNull(payload, 'tracking', 'utm_content')
  return {
    ref,
    names: {
      email: text(payload, 'email'),
      name: text(payload, 'name'),
      phone: textOrNull(payload, 'text_reminder_number'),
    },
    hostEmail: text(payload, 'scheduled_event', 'event_memberships', 0, 'user_email'),
    scheduledAt: Date.parse(text(payload, 'scheduled_event', 'start_time')),
    endsAt: Date.parse(text(payload, 'scheduled_event', 'end_time')),
    bookedAt: Date.parse(text(payload, 'created_at')),
    olderRef: textOrNull(payload, 'old_invitee'),
    isMoved: false,
    isCanceled: false,
    mark: null,
    setterName: content ? content.replace(/^setter-/, '') : answer ? text(answer, 'answer') : null,
    sourceName: textOrNull(payload, 'tracking', 'utm_source'),
    form: null,
  }
}

export const firstOf = (calls: ReadonlyMap<string, ReadCall>, call: ReadCall): ReadCall => {
  const older = call.olderRef ? calls.get(call.olderRef) : undefined
  return older ? firstOf(calls, older) : call
}

const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const keyByName = (people: readonly { key: string; name: string; aliases: readonly string[] }[], name: string | null): string | null =>
  name === null ? null : (people.find((each) => [each.name, ...each.aliases].some((other) => fold(other) === fold(name)))?.key ?? null)

export const setterKeyOf = (calls: ReadonlyMap<string, ReadCall>, call: ReadCall): string | null =>
  keyByName(setters, firstOf(calls, call).setterName)
export const sourceKeyOf = (calls: ReadonlyMap<string, ReadCall>, call: ReadCall): string | null =>
  keyByName(sources, firstOf(calls, call).sourceName)

/** Lead of each call: by address, else by phone and name. Answers the calls of every lead, by every address and phone of theirs. */
export function readLeads(calls: ReadonlyMap<string, ReadCall>): {
  byEmail: Map<string, ReadCall[]>
  byPhone: Map<string, ReadCall[]>
} {
  const byEmail = new Map<string, ReadCall[]>()
  const byPhone = new Map<string, ReadCall[]>()
  for (const call of [...calls.values()].sort((a, b) => a.bookedAt - b.bookedAt)) {
    const { email, phone, name } = call.names
    const samePhone = phone ? byPhone.get(phoneKey(phone)) : undefined
    const lead = byEmail.get(email.toLowerCase()) ?? (samePhone?.[0]?.names.name === name ? samePhone : undefined) ?? []
    lead.push(call)
    byEmail.set(email.toLowerCase(), lead)
    if (phone) byPhone.set(phoneKey(phone), lead)
  }
  return { byEmail, byPhone }
}

export const phoneKey = (phone: string): string => phone.replace(/\D/g, '')
