import { adoptDrafts } from './form-draft.ts'
import { adoptOutbox } from './outbox.ts'

/** Takes over what a person has on this device under another of their names: what they began, and what waits to be sent. */
export function adoptKept(from: string, to: string): void {
  adoptDrafts(from, to)
  adoptOutbox(from, to)
}
