import type { SessionSettings } from '../../../database/session-settings.ts'

/** How a payment `p` that is split among several people is read: whose it is, and what part of an amount is theirs. */
export interface ShareSql {
  joins: string
  closer: string
  setter: string
  /** How much of the payment falls to whom the row is of, in whole percents; null where all of it does. */
  percent: string
  /** The part of an amount of the payment, named as its column, that falls to whom the row is of. */
  part(column: string): string
}

const sharesIn = (alias: string, role: 'closer' | 'setter'): string =>
  `left join payment_shares ${alias} on ${alias}.organization_id = p.organization_id and ${alias}.payment_id = p.id and ${alias}.role = '${role}'`

const partOf = (alias: string, amount: string): string =>
  `case when ${alias}.id is null then ${amount} else share_of(${amount}, ${alias}.percents, ${alias}.position) end`

/** What is taken of a payment, in the order in which it goes: what disputes took or hold is what refunds left. */
const takenBefore: Readonly<Record<string, string>> = {
  'p.lost_minor': 'p.refunded_minor',
  'p.disputed_minor': 'p.refunded_minor + p.lost_minor',
  'p.reporting_lost_minor': 'p.reporting_refunded_minor',
}

/**
 * The part of a column. What was lost is split together with what went before it, and is what that comes to more: split by itself it would be
 * rounded by itself, and leave a cent with one and take it of another of a payment of which nothing is left.
 */
const partOfColumn = (column: string, split: (amount: string) => string): string => {
  const before = takenBefore[column]
  return before === undefined ? split(column) : `(${split(`(${before} + ${column})`)} - ${split(`(${before})`)})`
}

/**
 * By person (where figures are told by closer or setter, or of some of them), each has their share of a split payment; as a whole, the payment counts once. Whoever sees only their own rows has their
 * own share of a payment everywhere: the larger of both, where they are its closer and its setter.
 */
export function sharesOf({
  byCloser,
  bySetter,
  scope,
}: {
  byCloser: boolean
  bySetter: boolean
  scope: SessionSettings['scope']
}): ShareSql {
  if (scope === 'own') return ownShare
  const split = [...(byCloser ? ['sc'] : []), ...(bySetter ? ['ss'] : [])]
  return {
    joins: `${byCloser ? sharesIn('sc', 'closer') : ''} ${bySetter ? sharesIn('ss', 'setter') : ''}`,
    closer: byCloser ? 'coalesce(sc.closer_id, p.closer_id)' : 'p.closer_id',
    setter: bySetter ? 'coalesce(ss.setter_id, p.setter_id)' : 'p.setter_id',
    // As both, theirs is a share of a share, which no whole percent says.
    percent: byCloser === bySetter ? 'null::int' : byCloser ? 'sc.percent' : 'ss.percent',
    part: (column) => partOfColumn(column, (amount) => split.reduce((part, alias) => partOf(alias, part), amount)),
  }
}

const own = `nullif(current_setting('app.rep_ids', true), '')::uuid[]`

/** A rep sees of the shares their own alone; who has the whole of their side of the payment has the payment. */
const ownShare: ShareSql = {
  joins: `left join lateral (
      select s.id, s.closer_id, s.setter_id, s.percent, s.percents, s.position from payment_shares s where s.organization_id = p.organization_id and s.payment_id = p.id
        and not exists (select 1 from (values ('closer', p.closer_id), ('setter', p.setter_id)) as side(role, id)
          where side.id = any(${own}) and not exists (select 1 from payment_shares o
            where o.organization_id = p.organization_id and o.payment_id = p.id and o.role = side.role))
      order by s.percent desc, s.role limit 1) so on true`,
  closer: 'coalesce(so.closer_id, p.closer_id)',
  setter: 'coalesce(so.setter_id, p.setter_id)',
  percent: 'so.percent',
  part: (column) => partOfColumn(column, (amount) => partOf('so', amount)),
}
