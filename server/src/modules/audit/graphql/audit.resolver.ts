import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { spanOf } from '../../../graphql-kit/period.type.ts'
import { timeZoneOf } from '../../organizations/service/index.ts'
import { describeActor, readActor } from '../service/describe-actor.ts'
import { type AuditRow, countAudit, listAudit } from '../service/list-audit.ts'
import { loadCurrencies, loadNames } from '../service/load-names.ts'
import { currencyIn, idsIn, needsCurrency, readChanges } from '../service/read-changes.ts'
import { verifyChain } from '../service/verify-chain.ts'
import { AuditChange, AuditEntry, AuditFilter, AuditIntegrity } from './audit.type.ts'

const { Connection: AuditEntryConnection, ConnectionResolver: AuditEntryConnectionResolver } = defineConnection(
  'AuditEntry',
  () => AuditEntry,
)
const nameOfId = defineLoader<string | null>(loadNames, null)
const currencyOfRow = defineLoader<string | null>(loadCurrencies, null)

/** What a page recomputes each time that it is opened. */
const verifiedEntries = 2_000

@Resolver(() => AuditEntry)
class AuditResolver {
  @Query(() => AuditEntryConnection, {
    description: 'What was changed, by whom, when and from where; the newest first. For owners and admins.',
  })
  async auditLog(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AuditFilter, { nullable: true, description: 'Which entries.' }) filter: AuditFilter | undefined,
    @Ctx() context: GraphContext,
  ) {
    const { at, ...rest } = filter ?? {}
    const wanted = at ? { ...rest, at: spanOf(at, 'filter.at', await timeZoneOf(context.tx)) } : rest
    return toConnection(await listAudit(context.tx, wanted, page), () => countAudit(context.tx, wanted))
  }

  @Query(() => AuditIntegrity, {
    description: 'Whether the audit log fits its hashes and signatures: its newest 2,000 entries are recomputed. For owners and admins.',
  })
  async auditIntegrity(@Ctx() { tx, services }: GraphContext): Promise<AuditIntegrity> {
    const { organizationId } = tx
    const read: typeof tx.query = (text, parameters) => tx.query(text, parameters)
    const report = await verifyChain({ read, vault: services.vault, organizationId, now: new Date(), part: { newest: verifiedEntries } })
    const { position, hash, signedAt, signedPosition, verifiedFrom, fault } = report
    return {
      position: Number(position),
      hash,
      signedAt,
      signedPosition: Number(signedPosition),
      verifiedFrom: Number(verifiedFrom),
      intact: fault === null,
      brokenAt: fault?.position === null || fault === null ? null : Number(fault.position),
      brokenEntryId: fault?.auditId ?? null,
      problem: fault?.words ?? null,
    }
  }

  @FieldResolver(() => String, { description: 'The name of who did it, as people read it.' })
  async actorName(@Root() { actor }: AuditRow, @Ctx() context: GraphContext) {
    const { id } = readActor(actor)
    return describeActor(actor, id === null ? null : await nameOfId.load(context, id))
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the row is called, where it has a name.' })
  async subject(@Root() row: AuditRow, @Ctx() context: GraphContext) {
    const known = await nameOfId.load(context, row.rowId)
    return known ?? nameIn(row)
  }

  @FieldResolver(() => [AuditChange], { description: 'The fields that changed; of a new or removed row all that it held.' })
  async changes(@Root() row: AuditRow, @Ctx() context: GraphContext) {
    const ids = idsIn(row)
    const names = await Promise.all(ids.map(async (id) => nameOfId.load(context, id)))
    const currency = needsCurrency(row) ? await currencyOfRow.load(context, row.rowId) : currencyIn(row)
    const nameOf = (id: string) => names[ids.indexOf(id)] ?? null
    return readChanges(row, { nameOf, currency })
  }
}

/** What a row that is gone was called, from what it held. */
function nameIn({ before, after }: AuditRow): string | null {
  const held = after ?? before
  for (const field of ['name', 'lead_name', 'customer_name', 'email', 'phone', 'file_name', 'operator_name']) {
    const value = held?.[field]
    if (typeof value === 'string') return value
  }
  return null
}

export const auditResolvers = [AuditResolver, AuditEntryConnectionResolver]
