/**
 * Says in SQL whether two payments lie within the days in which the rule takes them for the same money: days of the calendar in the
 * organization's time zone, as the rule itself counts them. The span before it is wider by all that days may be longer, so that an index finds them.
 */
export const withinMatchDays = (one: string, other: string, { days, timeZone }: { days: string; timeZone: string }): string =>
  `(${one}.paid_at between ${other}.paid_at - make_interval(days => ${days} + 2) and ${other}.paid_at + make_interval(days => ${days} + 2)
    and abs((${one}.paid_at at time zone ${timeZone})::date - (${other}.paid_at at time zone ${timeZone})::date) <= ${days})`
