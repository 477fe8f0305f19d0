import { connectionReady } from '../../connections/service/index.ts'
import { rosterNamesChanged } from '../../roster/service/index.ts'
import { askOfOrganization } from './ask-availability.ts'

/** A connection that can be asked from now on is asked at once. */
export const askOnConnecting = connectionReady.reactWith((tx, { connectionId }) => askOfOrganization(tx, connectionId))

/** Who came to the roster, or goes by another address, may be a host. */
export const askForNewCloser = rosterNamesChanged.reactWith(async (tx, { kind }) => {
  if (kind === 'closer') await askOfOrganization(tx)
})
