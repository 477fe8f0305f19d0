import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { type Actor, actorLabel, actorName, isRep, repIdsOf } from '../../../kernel/actor.ts'
import { badInput, conflict, forbidden, notFound } from '../../../kernel/errors.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { MoneyText } from '../../../kernel/money-text.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { paymentsShown, sightOf, timeZoneOf } from '../../organizations/service/index.ts'
import { countedPayments, sharesOf } from '../../payments/service/index.ts'
import { Words } from './words.ts'

/** How long an owner or admin has to answer. */
const daysToAnswer = 7
/** Of payments that are missing, which nothing but their words tells apart: as many as an owner or admin can be asked to look for. */
const mostMissing = 20
/** As many as somebody means to say within a day. Those that were taken back count, else one could be made and taken back for ever. */
const mostInADay = 50

const DisputeCredit = z.object({
  paymentId: z.uuid('This is not an id.').nullish(),
  missing: z
    .object({
      leadName: z.string().trim().min(1, 'Say who paid.').max(200, 'A name has at most 200 characters.'),
      amount: MoneyText.refine(({ amountMinor }) => amountMinor > 0n, { path: ['amount'], message: 'Enter more than nothing.' }).nullish(),
      paidOn: z.iso.date('This is no day.').nullish(),
    })
    .nullish(),
  comment: Words('what is wrong', 'A comment'),
})
export type DisputeCredit = z.input<typeof DisputeCredit>

/** Who disputes, in the columns of a dispute. */
interface Maker {
  id: string
  closerId: string | null
  setterId: string | null
  comment: string
  label: string
  name: string
  timeZone: string
}

/**
 * A closer or a setter says that a credit is wrong: of a payment on their own statement, or that one is missing from it. An owner or
 * admin has seven days to answer. FORBIDDEN for everybody else, and where the team shows no money; CONFLICT while they dispute it already,
 * where 20 missing payments of theirs wait for an answer, and after 50 disputes within 24 hours.
 */
export async function disputeCredit({ actor, input, tx }: Verb<DisputeCredit>): Promise<{ id: string }> {
  const person = personOf(actor)
  const { paymentId, missing, comment } = parseInput(DisputeCredit, input)
  if ((await sightOf(tx)).money === 'none') throw forbidden('Your team shows no money here.', 'admin')
  const maker = { ...person, id: uuidv7(), comment, label: actorLabel(actor), name: actorName(actor), timeZone: await timeZoneOf(tx) }
  await limitToday(tx, maker)
  if (paymentId && !missing) {
    if (!(await disputeLine(tx, maker, paymentId))) throw notFound('payment')
  } else if (missing && !paymentId) await claimMissing(tx, maker, missing)
  else throw badInput([{ path: 'paymentId', message: 'Say which payment it is about, or which one is missing.' }])
  return { id: maker.id }
}

/** Counts what somebody said of late, one at a time: of two at the same moment the second counts the first. */
async function limitToday(tx: Tx, { closerId, setterId }: Maker): Promise<void> {
  const personId = closerId ?? setterId
  await lockNames(tx, [`disputes of ${personId}`])
  const [today] = await tx.query<{ count: number }>(
    `select count(*)::int as count from credit_disputes
     where organization_id = $1 and coalesce(closer_id, setter_id) = $2::uuid and made_at > now() - interval '24 hours'`,
    [tx.organizationId, personId],
  )
  if ((today?.count ?? 0) >= mostInADay)
    throw conflict(`You disputed ${mostInADay} credits within a day. Go on tomorrow, or write to your admin.`)
}

/** As whom a rep disputes: as a closer, or else as a setter. */
function personOf(actor: Actor): { closerId: string | null; setterId: string | null } {
  if (!isRep(actor) || (actor.kind !== 'user' && actor.kind !== 'portal') || repIdsOf(actor).length === 0)
    throw forbidden('Only a closer or a setter disputes a credit.', 'sales_rep')
  return actor.closerId === null ? { closerId: null, setterId: actor.setterId } : { closerId: actor.closerId, setterId: null }
}

const columns = `(organization_id, id, closer_id, setter_id, comment, made_by, made_by_name, due_on, payment_id, lead_name, amount_minor, currency, paid_on)`
const made = `$1, $2::uuid, $3::uuid, $4::uuid, $5::text, $6::text, $7::text, (now() at time zone $8::text)::date + ${daysToAnswer}`

const madeBy = (tx: Tx, { id, closerId, setterId, comment, label, name, timeZone }: Maker): unknown[] => [
  tx.organizationId,
  id,
  closerId,
  setterId,
  comment,
  label,
  name,
  timeZone,
]

/** Keeps beside the payment what its line says now: it may be credited to somebody else by the time that it is answered. */
async function disputeLine(tx: Tx, maker: Maker, paymentId: string): Promise<boolean> {
  const shares = sharesOf({ byCloser: false, bySetter: false, scope: tx.settings.scope })
  const rows = await tx.query(
    `insert into credit_disputes ${columns}
     select ${made}, p.id, coalesce(v.lead_name, p.customer_name), ${shares.part('p.amount_minor')}, p.currency, (p.paid_at at time zone $8::text)::date
     from payments p left join events v on v.organization_id = p.organization_id and v.id = p.event_id ${shares.joins}
     where p.organization_id = $1 and p.id = $9::uuid and ${countedPayments} and ${paymentsShown(tx)} returning id`,
    [...madeBy(tx, maker), paymentId],
  )
  return rows.length > 0
}

type Missing = NonNullable<z.output<typeof DisputeCredit>['missing']>

async function claimMissing(tx: Tx, maker: Maker, { leadName, amount, paidOn }: Missing): Promise<void> {
  const [open] = await tx.query<{ count: number }>(
    `select count(*)::int as count from credit_disputes
     where organization_id = $1 and state = 'open' and payment_id is null and coalesce(closer_id, setter_id) = $2::uuid`,
    [tx.organizationId, maker.closerId ?? maker.setterId],
  )
  if ((open?.count ?? 0) >= mostMissing)
    throw conflict(`${mostMissing} missing payments of yours wait for an answer. Take one back, or wait until one is answered.`)
  await tx.query(`insert into credit_disputes ${columns} values (${made}, null, $9::text, $10::bigint, $11::text, $12::text::date)`, [
    ...madeBy(tx, maker),
    leadName,
    amount?.amountMinor.toString() ?? null,
    amount?.currency ?? null,
    paidOn ?? null,
  ])
}
