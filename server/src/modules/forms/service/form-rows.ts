import type { FieldValues } from '@clinch/schema/fields'
import type { PaymentType, Resolution } from '@clinch/schema/forms'
import type { Tx } from '../../../database/tx.ts'

/** What a form says. Money is in minor units. */
export interface AnswersRow {
  callOccurred: boolean
  leadShowed: boolean
  offerMade: boolean
  dealClosed: boolean
  resolution: Resolution | null
  cashCollectedMinor: bigint | null
  cashCurrency: string | null
  paymentType: PaymentType | null
  packageId: string | null
  callOutcomeId: string | null
  opportunityStatusId: string | null
  notes: string | null
  /** Values of the organization's own fields. */
  fields: FieldValues
  /** The version of the organization's form that it was filed under; null for the standard one. */
  definitionId: string | null
}

export interface FormRow extends AnswersRow {
  id: string
  eventId: string
  version: number
  submittedAt: string
  amendedAt: string | null
  submittedByName: string
}

const columns = `f.id, f.event_id as "eventId", f.call_occurred as "callOccurred", f.lead_showed as "leadShowed", f.offer_made as "offerMade",
  f.deal_closed as "dealClosed", f.resolution, f.cash_collected_minor as "cashCollectedMinor", f.cash_currency as "cashCurrency",
  f.payment_type as "paymentType", f.package_id as "packageId", f.call_outcome_id as "callOutcomeId",
  f.opportunity_status_id as "opportunityStatusId", f.notes, f.fields, v.id as "definitionId", f.version, f.submitted_at as "submittedAt",
  f.amended_at as "amendedAt", f.submitted_by_name as "submittedByName"`

/** Forms by the event that they are of. */
export async function loadFormsOfEvents(tx: Tx, eventIds: readonly string[]): Promise<ReadonlyMap<string, FormRow>> {
  const rows = await tx.query<FormRow>(
    `select ${columns} from post_call_forms f
     left join form_versions v on v.organization_id = f.organization_id and v.number = f.form_version
     where f.organization_id = $1 and f.event_id = any($2::uuid[])`,
    [tx.organizationId, eventIds],
  )
  return new Map(rows.map((row) => [row.eventId, row]))
}

export interface FormVersionRow extends AnswersRow {
  id: string
  formId: string
  version: number
  submittedAt: string
  submittedByName: string
}

// Versions from before organizations had forms of their own say nothing of lists, fields and definition.
const versionColumns = `f.id, f.form_id as "formId", (f.answers->>'callOccurred')::boolean as "callOccurred",
  (f.answers->>'leadShowed')::boolean as "leadShowed", (f.answers->>'offerMade')::boolean as "offerMade",
  (f.answers->>'dealClosed')::boolean as "dealClosed", f.answers->>'resolution' as resolution,
  (f.answers->'cashCollected'->>'amountMinor')::bigint as "cashCollectedMinor", f.answers->'cashCollected'->>'currency' as "cashCurrency",
  f.answers->>'paymentType' as "paymentType", f.answers->>'packageId' as "packageId", f.answers->>'callOutcomeId' as "callOutcomeId",
  f.answers->>'opportunityStatusId' as "opportunityStatusId", f.answers->>'notes' as notes,
  coalesce(f.answers->'fields', '{}'::jsonb) as fields, v.id as "definitionId", f.version, f.submitted_at as "submittedAt",
  f.submitted_by_name as "submittedByName"`

/** Every version of the given forms, the newest first. */
export async function loadFormVersions(tx: Tx, formIds: readonly string[]): Promise<ReadonlyMap<string, FormVersionRow[]>> {
  const rows = await tx.query<FormVersionRow>(
    `select ${versionColumns} from post_call_form_versions f
     left join form_versions v on v.organization_id = f.organization_id and v.number = (f.answers->>'formVersion')::integer
     where f.organization_id = $1 and f.form_id = any($2::uuid[]) order by f.version desc`,
    [tx.organizationId, formIds],
  )
  const grouped = new Map<string, FormVersionRow[]>()
  for (const row of rows) grouped.set(row.formId, [...(grouped.get(row.formId) ?? []), row])
  return grouped
}
