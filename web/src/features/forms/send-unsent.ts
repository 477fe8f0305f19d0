import type { Outbox, UnsentForm } from './outbox.ts'
import { stumbledOver } from './try-again.ts'

/** What sending one came to: the server has it, it refused it and says why, it is to be tried later, or it could not be asked at all. */
export type Sending = { kind: 'sent' } | { kind: 'refused'; why: string } | { kind: 'later' } | { kind: 'unreachable' }

/** A form that the server took; whether it still stood as it was sent, or had been changed or taken back meanwhile. */
export type TakenForm = UnsentForm & { stood: boolean }

/** Sends what waits and is due, one after the other; stops where the server cannot be asked. Answers those that it took. */
export async function sendUnsent(
  outbox: Outbox,
  send: (form: UnsentForm) => Promise<Sending>,
  isDue: (form: UnsentForm) => boolean = () => true,
): Promise<readonly TakenForm[]> {
  const taken: TakenForm[] = []
  for (const form of outbox.all()) {
    if (form.problem !== null || !isDue(form)) continue
    const sending = await send(form)
    if (sending.kind === 'unreachable') break
    // Changed or taken back meanwhile: what became of it is no longer about what stands there.
    const stands = outbox.all().some((each) => each.input.clientMutationId === form.input.clientMutationId)
    if (sending.kind === 'later') {
      if (stands) outbox.put(stumbledOver(form, new Date()))
      continue
    }
    if (sending.kind === 'refused') {
      if (stands) outbox.put({ ...form, problem: sending.why })
      continue
    }
    taken.push({ ...form, stood: stands })
    if (stands) outbox.drop(form.eventId)
  }
  return taken
}
