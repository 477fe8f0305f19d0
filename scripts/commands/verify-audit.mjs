import { register } from 'tsx/esm/api'

/** Recomputes the audit logs, all or of one organization. @param {string[]} args */
export default async function verifyAudit(args) {
  register()
  const { verifyAudit: run } = await import('../../server/src/main/verify-audit.ts')
  await run(args)
}
