import { z } from 'zod'
import { normaliseEmail } from '../../../lib/identity.ts'

export const LeadId = z.uuid('Say which lead.')

export const LeadName = z.string().trim().min(1, 'A lead has a name.').max(200, 'A name has at most 200 characters.')

/** An e-mail address as leads are known by it. */
export const LeadEmail = z.string().transform((text, context) => {
  const email = normaliseEmail(text)
  if (email) return email
  context.addIssue({ code: 'custom', message: 'This is no e-mail address.' })
  return z.NEVER
})

export const LeadPhone = z.string().trim().min(1, 'Give a phone number.').max(60, 'This is no phone number.')
