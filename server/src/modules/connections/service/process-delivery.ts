import { z } from 'zod'
import type { JobRequest } from '../../../kernel/define-job.ts'

/** The job that acts on a stored delivery: its name and payload. What it does needs the integrations, which stand above. */
const payload = z.object({
  organizationId: z.uuid(),
  connectionId: z.uuid(),
  connectionName: z.string(),
  provider: z.string(),
  deliveryId: z.uuid(),
})

/** After so many failures, over half an hour or so, a delivery is parked. */
export const triesBeforeParked = 8

/** One try more than that: it only parks what stopped its process on the last one, and could not say so. */
export const processDelivery = { name: 'connections.process-delivery', maxAttempts: triesBeforeParked + 1, payload } satisfies JobRequest<
  z.output<typeof payload>
>
