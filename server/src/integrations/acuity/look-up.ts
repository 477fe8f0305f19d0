import { sessionOf } from '../../kernel/actor.ts'
import { ClinchError } from '../../kernel/errors.ts'
import { openCredentials } from '../../modules/connections/service/index.ts'
import type { JobServices } from '../../kernel/job-services.ts'
import type { StoredMessage } from '../integration.ts'
import { readBody } from '../read-body.ts'
import { authorizationOf } from './authorization.ts'
import { AcuityAppointment, AcuityCalendars, AcuityMessage, type SeenAppointment } from './payload.ts'
import { isOfAppointment } from './to-domain.ts'

/**
 * Asks Acuity for what a webhook only names. Of one appointment, one call at a time in all processes: whichever was asked later saw what
 * is newer. Null where nothing is to be asked, and where Acuity has no such appointment.
 */
export async function lookUp(
  { body, connectionId, actor, requestId }: StoredMessage,
  { database, vault, outbound }: JobServices,
): Promise<SeenAppointment | null> {
  if (!isOfAppointment(body)) return null
  const { id } = readBody(AcuityMessage, body)
  const { organizationId } = actor
  const { account, apiKey } = await database.transaction(
    sessionOf(actor, { requestId }),
    (tx) => openCredentials(tx, vault, connectionId),
    {
      readOnly: true,
    },
  )
  if (account === null || apiKey === null)
    throw new ClinchError('CONFLICT', 'The user id or the API key of Acuity is missing, so the appointment cannot be read. Enter both.')
  const call = {
    connection: { organizationId, connectionId, provider: 'acuity' },
    requestId,
    authorization: authorizationOf({ account, apiKey }),
  }
  const found = await outbound.call({ ...call, path: `/appointments/${id}`, lane: `appointment:${id}` })
  if (found.status === 404) return null
  refuseUnlessOk(found.status)
  const appointment = readBody(AcuityAppointment, found.body)
  const listed = await outbound.call({ ...call, path: '/calendars' })
  refuseUnlessOk(listed.status)
  return { appointment, calendars: readBody(AcuityCalendars, listed.body), seenAt: found.askedAt }
}

function refuseUnlessOk(status: number): void {
  if (status === 401 || status === 403) throw new ClinchError('CONFLICT', 'Acuity does not accept the API key. Enter the current one.')
  if (status >= 300) throw new ClinchError('CONFLICT', `Acuity refused to show the appointment (${status}).`)
}
