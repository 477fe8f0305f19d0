import { explainCarried, outcomeProblem, type FormDefinition, type JudgedAnswers, type Offered } from '@clinch/schema/forms'
import type { Tx } from '../../../database/tx.ts'
import { badInput, type FieldProblem, notFound } from '../../../kernel/errors.ts'
import { loadPackages } from '../../packages/service/index.ts'
import { loadCallOutcomes, loadOpportunityStatuses } from './option-rows.ts'

/** What a form chose of the organization's lists. */
export type Choices = Pick<JudgedAnswers, 'packageId' | 'callOutcomeId' | 'opportunityStatusId'>

/** What the organization's lists offer to whoever files a form now. */
export async function offered(tx: Tx): Promise<Offered> {
  const [row] = await tx.query<Offered>(
    `select exists (select from packages where organization_id = $1 and retired_at is null) as "packageId",
       exists (select from opportunity_statuses where organization_id = $1 and retired_at is null) as "opportunityStatusId",
       array(select distinct outcome from call_outcomes where organization_id = $1 and retired_at is null) as "callOutcomes"`,
    [tx.organizationId],
  )
  return row ?? { packageId: false, opportunityStatusId: false, callOutcomes: [] }
}

const found = <Row>(rows: ReadonlyMap<string, Row>, id: string | null): Row | undefined => (id === null ? undefined : rows.get(id))
const asked = (id: string | null): string[] => (id === null ? [] : [id])

/**
 * Refuses choices that the organization's lists do not offer: NOT_FOUND for entries that are not there, and at the field of each those that
 * were retired and that the form did not have before. An outcome may not contradict the other answers.
 */
export async function requireChoices(tx: Tx, definition: FormDefinition, answers: JudgedAnswers, before: Choices | null): Promise<void> {
  const { packageId, callOutcomeId, opportunityStatusId } = answers
  const [packages, outcomes, statuses] = await Promise.all([
    loadPackages(tx, asked(packageId)),
    loadCallOutcomes(tx, asked(callOutcomeId)),
    loadOpportunityStatuses(tx, asked(opportunityStatusId)),
  ])
  const outcome = found(outcomes, callOutcomeId)
  const problems: FieldProblem[] = []
  const offer = (path: keyof Choices, what: string, entry: { retiredAt: string | null } | undefined) => {
    if (answers[path] === null) return
    if (!entry) throw notFound(what)
    if (entry.retiredAt !== null && before?.[path] !== answers[path])
      problems.push({ path, message: `This ${what} is not offered any more. Choose another.` })
  }
  offer('packageId', 'package', found(packages, packageId))
  offer('callOutcomeId', 'outcome', outcome)
  offer('opportunityStatusId', 'status', found(statuses, opportunityStatusId))
  const contradiction = outcome ? outcomeProblem(answers, outcome) : null
  if (contradiction !== null) problems.push(explainCarried(definition, { path: 'callOutcomeId', message: contradiction }))
  if (problems.length > 0) throw badInput(problems)
}

/**
 * Once a form is stored, its outcome's meaning stands: who changes one looks for forms that name it first. What it meant may have changed
 * between its being read and the form's being stored.
 */
export async function requireOutcomeStands(tx: Tx, answers: JudgedAnswers): Promise<void> {
  if (answers.callOutcomeId === null) return
  const outcome = found(await loadCallOutcomes(tx, [answers.callOutcomeId]), answers.callOutcomeId)
  const contradiction = outcome ? outcomeProblem(answers, outcome) : null
  if (contradiction !== null) throw badInput([{ path: 'callOutcomeId', message: contradiction }])
}
