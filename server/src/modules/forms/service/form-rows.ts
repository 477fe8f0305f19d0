import type { Tx } from '../../../database/tx.ts'

export type PaymentType = 'pif' | 'payment_plan' | 'deposit'

export interface FormRow {
  id: string
  eventId: string
  callOccurred: boolean
  leadShowed: boolean
  offerMade: boolean
  dealClosed: boolean
  resolution: 'canceled' | 'rescheduled' | null
  cashCollectedMinor: bigint | null
  cashCurrency: string | null
  paymentType: PaymentType | null
  notes: string | null
  version: number
  submittedAt: string
  amendedAt: string | null
  submittedByName: string
}

const columns = `f.id, f.event_id as "eventId", f.call_occurred as "callOccurred", f.lead_showed as "leadShowed", f.offer_made as "offerMade",
  f.deal_closed as "dealClosed", f.resolution, f.cash_collected_minor as "cashCollectedMinor", f.cash_currency as "cashCurrency",
  f.payment_type as "paymentType", f.notes, f.version, f.submitted_at as "submittedAt", f.amended_at as "amendedAt",
  f.submitted_by_name as "submittedByName"`

/** Forms by the event that they are of. */
export async function loadFormsOfEvents(tx: Tx, eventIds: readonly string[]): Promise<ReadonlyMap<string, FormRow>> {
  const rows = await tx.query<FormRow>(
    `select ${columns} from post_call_forms f where f.organization_id = $1 and f.event_id = any($2::uuid[])`,
    [tx.organizationId, eventIds],
  )
  return new Map(rows.map((row) => [row.eventId, row]))
}

export interface FormVersionRow {
  id: string
  formId: string
  version: number
  answers: Record<string, unknown>
  submittedAt: string
  submittedByName: string
}

/** Every version of the given forms, the newest first. */
export async function loadFormVersions(tx: Tx, formIds: readonly string[]): Promise<ReadonlyMap<string, FormVersionRow[]>> {
  const rows = await tx.query<FormVersionRow>(
    `select id, form_id as "formId", version, answers, submitted_at as "submittedAt", submitted_by_name as "submittedByName"
     from post_call_form_versions where organization_id = $1 and form_id = any($2::uuid[]) order by version desc`,
    [tx.organizationId, formIds],
  )
  const grouped = new Map<string, FormVersionRow[]>()
  for (const row of rows) grouped.set(row.formId, [...(grouped.get(row.formId) ?? []), row])
  return grouped
}
