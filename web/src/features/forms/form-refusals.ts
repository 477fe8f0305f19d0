import { judgeFields, readMinor, type FieldProblem } from '@clinch/schema/fields'
import {
  answersBeside,
  explainCarried,
  judgeAnswers,
  outcomeProblem,
  questionNames,
  settingOf,
  withCarried,
  type FormDefinition,
  type GivenAnswers,
  type JudgedAnswers,
  type Offered,
} from '@clinch/schema/forms'
import { readMoneyText } from '../../lib/read-money-text.ts'
import { toValues } from '../../lib/field-answers.ts'
import {
  asked,
  judgedPaymentType,
  judgedResolution,
  standing,
  type AmendmentKit,
  type AnswerPath,
  type FiledAnswers,
  type FormAnswers,
} from './form-answers.ts'
import type { FormKit } from './form-kit.ts'

/** What is wrong with an answer, in words for the person. */
export interface Refusal {
  field: AnswerPath
  message: string
}

export interface RefusalContext {
  kit: AmendmentKit
  /** The organization's, for cash that does not say another. */
  currency: string
  /** The lead's. */
  firstName: string
}

const fixedNames = ['callOccurred', 'resolution', 'leadShowed', 'offerMade', 'dealClosed'] as const

/** What has to be said first: the questions that everything else follows from. */
function unanswered(given: FormAnswers, firstName: string): Refusal[] {
  const { callOccurred, resolution, leadShowed, offerMade, dealClosed } = given
  const open: Record<(typeof fixedNames)[number], string | false> = {
    callOccurred: callOccurred === null && 'Say whether the call took place',
    resolution: callOccurred === false && resolution === null && 'Say what happened instead',
    leadShowed: callOccurred === true && leadShowed === null && `Say whether ${firstName} showed up`,
    offerMade: leadShowed === true && offerMade === null && 'Say whether an offer was made',
    dealClosed: offerMade === true && dealClosed === null && `Say whether ${firstName} bought`,
  }
  return fixedNames.flatMap((field) => {
    const message = open[field]
    return message === false ? [] : [{ field, message }]
  })
}

/** The answers as the one definition of the form judges them. Cash that is no amount is left out: it is refused by itself. */
function toGiven(given: FormAnswers, cash: bigint | null, currency: string): GivenAnswers {
  const notes = given.notes.trim()
  return {
    callOccurred: given.callOccurred === true,
    resolution: judgedResolution(given.resolution),
    leadShowed: given.leadShowed,
    offerMade: given.offerMade,
    dealClosed: given.dealClosed,
    paymentType: judgedPaymentType(given.paymentType),
    cashCollected: cash === null ? null : { amountMinor: cash, currency },
    packageId: given.packageId,
    callOutcomeId: given.callOutcomeId,
    opportunityStatusId: given.opportunityStatusId,
    notes: notes === '' ? null : notes,
  }
}

/** A filed form as the one definition knows it. */
function toBefore(filed: FiledAnswers): GivenAnswers {
  const cash = filed.cashCollected ? readMinor(filed.cashCollected) : null
  return {
    ...filed,
    resolution: judgedResolution(filed.resolution),
    paymentType: judgedPaymentType(filed.paymentType),
    cashCollected:
      cash?.ok && filed.cashCollected
        ? { amountMinor: cash.amountMinor, currency: filed.cashCollected.currency }
        : null,
  }
}

/**
 * Where the form shows what is wrong at a path: at an amount for its parts, at the cash for a deposit that lacks it, and for a question
 * that is hidden at the last one that says how the call went.
 */
function placeOf(path: string, given: FormAnswers, definition: FormDefinition): AnswerPath {
  const [first = '', key = ''] = path.split('.')
  if (first === 'fields') return `fields.${key}`
  const name = questionNames.find((each) => each === first) ?? 'callOccurred'
  if (settingOf(definition, name).hidden) {
    const stands = asked(given, definition)
    return fixedNames.findLast((each) => stands[each]) ?? 'callOccurred'
  }
  return name === 'paymentType' && given.dealClosed !== true ? 'cashCollected' : name
}

/** What is wrong with an outcome that an amendment keeps: one that is asked fits, since no other can be chosen. */
function keptOutcomeProblem({ definition, callOutcomes }: FormKit, answers: JudgedAnswers): FieldProblem[] {
  const kept = callOutcomes.find(({ id }) => id === answers.callOutcomeId)
  const message = kept ? outcomeProblem(answers, kept) : null
  return message === null ? [] : [explainCarried(definition, { path: 'callOutcomeId', message })]
}

const offeredBy = ({ packages, opportunityStatuses, callOutcomes }: FormKit): Offered => ({
  packageId: packages.length > 0,
  opportunityStatusId: opportunityStatuses.length > 0,
  callOutcomes: callOutcomes.map(({ outcome }) => outcome),
})

/**
 * What a form is refused for: first what is not answered yet, then what cannot be, by the definition that the server judges by too.
 */
export function refusals(answers: FormAnswers, { kit, currency, firstName }: RefusalContext): Refusal[] {
  const { definition } = kit
  const given = standing(answers, kit)
  const found: Refusal[] = unanswered(given, firstName)
  const refuse = (field: AnswerPath, message: string) => found.push({ field, message: message.replace(/\.$/, '') })

  const typed = given.cashCollected.trim()
  const cashCurrency = given.cashCurrency ?? currency
  const cash = typed === '' ? null : readMoneyText(typed, cashCurrency)
  if (cash && !cash.ok) refuse('cashCollected', cash.message)
  const minor = cash?.ok ? readMinor({ amount: cash.amount, currency: cashCurrency }) : null
  if (minor && !minor.ok) refuse('cashCollected', minor.message)
  const forRules = toGiven(given, minor?.ok ? minor.amountMinor : null, cashCurrency)
  const before = kit.filed ? toBefore(kit.filed) : null
  if (given.callOccurred !== null && found.length === 0) {
    const verdict = judgeAnswers({ ...definition, fields: [] }, forRules, {}, offeredBy(kit), before)
    const problems = verdict.problems ?? keptOutcomeProblem(kit, verdict.answers)
    for (const { path, message } of problems) refuse(placeOf(path, given, definition), message)
  }
  const values = toValues(definition.fields, given.fields)
  const beside = answersBeside({ ...withCarried(definition, forRules, before) })
  const own = judgeFields(definition.fields, values, { beside })
  for (const { path, message } of own.problems ?? []) refuse(placeOf(path, given, definition), message)
  return found
}
