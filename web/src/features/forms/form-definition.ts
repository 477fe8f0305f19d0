import { fieldKinds, optionColors } from '@clinch/schema/fields'
import type { FormDefinition, QuestionName } from '@clinch/schema/forms'
import { graphql } from '../../apollo/generated/index.ts'
import type {
  FormDefinitionParts_DefinitionFragment,
  FormQuestionName,
  SaveFormDefinitionInput,
} from '../../apollo/generated/graphql.ts'
import { fromEnum, toEnum } from '../../lib/enum-names.ts'

// Operations spread it by its name.
graphql(`
  fragment FormDefinitionParts_definition on FormDefinition {
    version
    madeAt
    madeByName
    questions {
      name
      label
      help
      hidden
      required
    }
    fields {
      key
      kind
      label
      help
      required
      options {
        key
        label
        color
      }
      shownIf {
        fieldKey
        anyOf
      }
    }
  }
`)

/** A version of the form as the API answers it. */
export type WireDefinition = FormDefinitionParts_DefinitionFragment

const wireNames: Readonly<Record<QuestionName, FormQuestionName>> = {
  callOccurred: 'CALL_OCCURRED',
  resolution: 'RESOLUTION',
  leadShowed: 'LEAD_SHOWED',
  offerMade: 'OFFER_MADE',
  dealClosed: 'DEAL_CLOSED',
  paymentType: 'PAYMENT_TYPE',
  cashCollected: 'CASH_COLLECTED',
  packageId: 'PACKAGE',
  callOutcomeId: 'CALL_OUTCOME',
  opportunityStatusId: 'OPPORTUNITY_STATUS',
  notes: 'NOTES',
}

const isQuestion = (name: string): name is QuestionName => name in wireNames

const questionsByWireName = new Map(
  Object.entries(wireNames).flatMap(([name, wire]) => (isQuestion(name) ? [[wire, name] as const] : [])),
)

/** A version as the form's rules know it. */
export const toDefinition = ({ questions, fields }: WireDefinition): FormDefinition => ({
  questions: questions.flatMap(({ name: wire, label, help, hidden, required }) => {
    const name = questionsByWireName.get(wire)
    return name ? [{ name, label, help, hidden, required }] : []
  }),
  fields: fields.map(({ key, kind, label, help, required, options, shownIf }) => ({
    key,
    kind: fromEnum(fieldKinds, kind),
    label,
    help,
    required,
    options: options.map((option) => ({
      key: option.key,
      label: option.label,
      color: option.color && fromEnum(optionColors, option.color),
    })),
    shownIf: shownIf && { fieldKey: shownIf.fieldKey, anyOf: shownIf.anyOf },
  })),
})

/** A form as the API takes it to be saved. */
export const toSaveInput = ({
  questions,
  fields,
}: FormDefinition): Pick<SaveFormDefinitionInput, 'questions' | 'fields'> => ({
  questions: questions.map(({ name, ...setting }) => ({ ...setting, name: wireNames[name] })),
  fields: fields.map(({ kind, options, shownIf, ...field }) => ({
    ...field,
    kind: toEnum(kind),
    options: options.map(({ color, ...option }) => ({ ...option, color: color && toEnum(color) })),
    shownIf: shownIf && { fieldKey: shownIf.fieldKey, anyOf: [...shownIf.anyOf] },
  })),
})
