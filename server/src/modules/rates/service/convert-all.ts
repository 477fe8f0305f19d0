import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import type { JobRequest } from '../../../kernel/define-job.ts'
import { daysAfter } from './convert-payments.ts'

const payload = z.object({
  /** The days whose payments may be concerned, both included. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** The organization after which to go on. */
  after: z.uuid(),
})

/** The job that goes through the organizations after reference rates came. */
export const convertAll = { name: 'rates.convert-all', maxAttempts: 25, payload } satisfies JobRequest<z.output<typeof payload>>

export const beforeAllOrganizations = '00000000-0000-0000-0000-000000000000'

/** Organizations with payments in other currencies of these days, whichever their time zones are. */
export const organizationsToConvert = (
  tx: Tx,
  { from, to }: { from: string; to: string },
  after: string,
  atMost: number,
): Promise<{ organizationId: string }[]> =>
  tx.query<{ organizationId: string }>(
    `select organization_id as "organizationId"
     from rates.organizations($1::uuid, $2::text::date::timestamp at time zone 'UTC', $3::text::date::timestamp at time zone 'UTC', $4::int)`,
    [after, daysAfter(from, -1), daysAfter(to, 2), atMost],
  )
