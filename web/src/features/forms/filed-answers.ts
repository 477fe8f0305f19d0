import type { AmendmentKit, FiledAnswers } from './form-answers.ts'
import { toDefinition } from './form-definition.ts'
import type { FormKit } from './form-kit.ts'
import { toListEntry, toOutcomeEntry, toPackageEntry } from './kit-parts.ts'
import type { FiledForm } from './post-call-form-parts.ts'
import { toFieldValues } from './wire-values.ts'

/** What a form that was filed answers. */
export const filedAnswers = (
  form: Omit<FiledForm, 'id' | 'version' | 'versions' | 'submittedAt' | 'amendedAt' | 'submittedByName'>,
): FiledAnswers => ({
  callOccurred: form.callOccurred,
  resolution: form.resolution,
  leadShowed: form.leadShowed,
  offerMade: form.offerMade,
  dealClosed: form.dealClosed,
  paymentType: form.paymentType,
  cashCollected: form.cashCollected,
  packageId: form.package?.id ?? null,
  callOutcomeId: form.callOutcome?.id ?? null,
  opportunityStatusId: form.opportunityStatus?.id ?? null,
  notes: form.notes,
  fields: toFieldValues(toDefinition(form.definition).fields, form.fields),
})

const withEntry = <Entry extends { id: string }>(entries: readonly Entry[], filed: Entry | null): readonly Entry[] =>
  filed === null || entries.some(({ id }) => id === filed.id) ? entries : [...entries, filed]

/** The kit to amend a filed form with. What it chose of the lists may stay, also where it is offered no more. */
export const withFiled = (kit: FormKit, form: FiledForm, locale?: string): AmendmentKit => ({
  ...kit,
  filed: filedAnswers(form),
  packages: withEntry(kit.packages, form.package && toPackageEntry(form.package, locale)),
  callOutcomes: withEntry(kit.callOutcomes, form.callOutcome && toOutcomeEntry(form.callOutcome)),
  opportunityStatuses: withEntry(
    kit.opportunityStatuses,
    form.opportunityStatus && toListEntry(form.opportunityStatus),
  ),
})
