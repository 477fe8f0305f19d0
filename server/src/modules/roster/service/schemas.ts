import { z } from 'zod'
import { normaliseEmail } from '../../../lib/identity.ts'

export const Name = z.string().trim().min(1, 'Give a name.').max(200, 'A name has at most 200 characters.')

export const Email = z
  .string()
  .nullish()
  .transform((text, context) => {
    if (text === undefined) return undefined
    if (text === null || text.trim() === '') return null
    const email = normaliseEmail(text)
    if (email) return email
    context.addIssue({ code: 'custom', message: 'This is no e-mail address.' })
    return z.NEVER
  })

export const Aliases = z.array(Name).max(50, 'At most 50 aliases.').nullish()

export const Id = z.uuid('This is not an id.')
