import { memberGone } from '../../organizations/service/index.ts'

/** The closer or setter who a former member was stays on the roster, with their calls, and is nobody's account any more. */
export const releaseMember = memberGone.reactWith(async (tx, { userId }) => {
  for (const table of ['closers', 'setters'])
    await tx.query(`update ${table} set user_id = null where organization_id = $1 and user_id = $2`, [tx.organizationId, userId])
})
