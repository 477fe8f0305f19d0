import { z } from 'zod'

/** Why an operator does it: written into the acts, and where it shuts people out, shown to them. */
export const Reason = z.string().trim().min(1, 'Give a reason.').max(500, 'A reason has at most 500 characters.')

export const OrganizationId = z.uuid('This is not an id.').transform((id) => id.toLowerCase())
