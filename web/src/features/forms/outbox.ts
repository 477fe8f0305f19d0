import type { SubmitPostCallFormInput } from '../../apollo/generated/graphql.ts'
import type { FormDraft } from './form-draft.ts'

/** A form that was filed while nothing could be sent: it is sent as it stands, under the same id however often. */
export interface UnsentForm {
  eventId: string
  leadName: string
  /** With its `clientMutationId`, which makes sending it twice one act. */
  input: SubmitPostCallFormInput
  /** What to begin with where it is taken back to be changed. */
  draft: FormDraft
  /** ISO 8601. */
  keptAt: string
  /** Why the server did not take it; null while it waits to be sent. */
  problem: string | null
  /** How often the server was reached and could not take it for the moment, and when last; left out where it never was. */
  stumbled?: { times: number; lastAt: string }
}

/** So often the server may stumble over a form before that is said, and the form waits longer each time. */
export const stuckAfterTimes = 3

/** Whether it waits for the server, and not for a network. */
export const isStuck = ({ problem, stumbled }: UnsentForm): boolean =>
  problem === null && (stumbled?.times ?? 0) >= stuckAfterTimes

/** The forms of one person that wait on this device, the oldest first. They outlive the tab, and the browser. */
export interface Outbox {
  /** The same array until it changes. */
  all: () => readonly UnsentForm[]
  /** Takes the place of an earlier one of the same call. False where nothing can be kept here. */
  put: (form: UnsentForm) => boolean
  drop: (eventId: string) => void
  /** Tells of changes, those of other tabs too. */
  subscribe: (listener: () => void) => () => void
}

const isUnsent = (value: unknown): value is UnsentForm =>
  typeof value === 'object' &&
  value !== null &&
  'eventId' in value &&
  'input' in value &&
  'draft' in value &&
  'keptAt' in value &&
  'problem' in value

function parse(text: string | null): readonly UnsentForm[] {
  if (text === null) return []
  try {
    const kept: unknown = JSON.parse(text)
    return Array.isArray(kept) ? kept.filter(isUnsent) : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

const keyOf = (keptAs: string): string => `clinch.outbox.${keptAs}`

/** Takes over what waits under another name of the same person. Of a call that both have a form of, the one under the new name stays. */
export function adoptOutbox(from: string, to: string): void {
  const [former, own] = [parse(read(keyOf(from))), parse(read(keyOf(to)))]
  const others = former.filter(({ eventId }) => !own.some((form) => form.eventId === eventId))
  if (former.length > 0 && store(keyOf(to), [...others, ...own])) store(keyOf(from), [])
}

const opened = new Map<string, Outbox>()

/** The outbox of a viewer, by what their unsent work is kept under. */
export function outboxOf(keptAs: string): Outbox {
  const known = opened.get(keptAs)
  if (known) return known
  const made = openOutbox(keyOf(keptAs))
  opened.set(keptAs, made)
  return made
}

function openOutbox(key: string): Outbox {
  const listeners = new Set<() => void>()
  let text: string | null = null
  let forms: readonly UnsentForm[] = []
  const look = (): readonly UnsentForm[] => {
    const now = read(key)
    if (now !== text) {
      text = now
      forms = parse(now)
    }
    return forms
  }
  const write = (next: readonly UnsentForm[]): boolean => {
    const done = store(key, next)
    for (const listener of listeners) listener()
    return done
  }
  return {
    all: look,
    put: (form) => write([...look().filter(({ eventId }) => eventId !== form.eventId), form]),
    drop: (eventId) => void write(look().filter((form) => form.eventId !== eventId)),
    subscribe: (listener) => {
      const onStorage = (event: StorageEvent) => event.key === key && listener()
      listeners.add(listener)
      window.addEventListener('storage', onStorage)
      return () => {
        listeners.delete(listener)
        window.removeEventListener('storage', onStorage)
      }
    },
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    // Storage is forbidden: nothing was kept.
    return null
  }
}

function store(key: string, forms: readonly UnsentForm[]): boolean {
  try {
    if (forms.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(forms))
    return true
  } catch {
    // Forbidden or full: whoever asked says that it could not be kept.
    return false
  }
}
