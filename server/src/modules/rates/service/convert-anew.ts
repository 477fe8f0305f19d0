import { organizationReopened, reportingChanged } from '../../organizations/service/index.ts'
import { askToConvert, convertNowOrSoon, holdConversion } from './convert-payments.ts'

/** In another currency, or by another zone's days, every payment may be worth something else. */
export const convertOnChange = reportingChanged.reactWith(async (tx) => {
  await holdConversion(tx)
  await convertNowOrSoon(tx, null)
})

/** Rates that came while nothing could be written are caught up with. */
export const convertOnReopening = organizationReopened.reactWith((tx, { organizationId }) => askToConvert(tx, organizationId, null))
