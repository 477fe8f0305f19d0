import { defineFact } from '../../../kernel/define-fact.ts'

/** A form was filed or amended; what it says now is in post_call_forms. */
export const formFiled = defineFact<{ formId: string; eventId: string; leadId: string }>()
