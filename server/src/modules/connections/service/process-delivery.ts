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

export const processDelivery = { name: 'connections.process-delivery', maxAttempts: 8, payload } satisfies JobRequest<z.output<typeof payload>>
