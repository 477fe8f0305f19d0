import { z } from 'zod'
import { Id } from './schemas.ts'

/** How a portal link's token begins. */
export const portalLinkPrefix = 'portal'

const dayMs = 86_400_000
const usualDays = 90
/** A year, and a day for one that has 366. */
export const mostDays = 366

export const daysFromNow = (days: number): Date => new Date(Date.now() + days * dayMs)

export const CreatePortalLink = z
  .object({
    closerId: Id.nullish(),
    setterId: Id.nullish(),
    singleUse: z.boolean().nullish(),
    expiresAt: z.coerce.date().nullish(),
  })
  .superRefine(({ closerId, setterId, expiresAt }, context) => {
    if ((closerId ?? null) === null ? (setterId ?? null) === null : (setterId ?? null) !== null)
      context.addIssue({ code: 'custom', path: ['closerId'], message: 'Say for one closer or for one setter.' })
    if (!expiresAt) return
    if (expiresAt.getTime() <= Date.now()) context.addIssue({ code: 'custom', path: ['expiresAt'], message: 'It must end in the future.' })
    else if (expiresAt > daysFromNow(mostDays))
      context.addIssue({ code: 'custom', path: ['expiresAt'], message: 'It lasts for a year at the most.' })
  })
  .transform(({ closerId, setterId, singleUse, expiresAt }) => ({
    closerId: closerId ?? null,
    setterId: setterId ?? null,
    singleUse: singleUse ?? false,
    expiresAt: expiresAt ?? daysFromNow(usualDays),
  }))
export type CreatePortalLink = z.input<typeof CreatePortalLink>
