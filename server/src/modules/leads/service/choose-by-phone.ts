import { normaliseName } from '../../../lib/identity.ts'

/** A lead with the phone number that somebody named. */
export interface PhoneHolder {
  id: string
  name: string
  email: string | null
}

/**
 * Which of the leads with a phone number, the oldest first, somebody is. People share phones (couples, offices), so a number alone decides
 * only where no other address stands against it, or the name is the same.
 */
export function chooseByPhone(
  holders: readonly PhoneHolder[],
  { name, email }: { name: string; email: string | null },
): PhoneHolder | null {
  const same = holders.find((holder) => normaliseName(holder.name) === normaliseName(name))
  const [alone] = holders.length === 1 && (email === null || holders[0]?.email === null) ? holders : []
  return same ?? alone ?? null
}
