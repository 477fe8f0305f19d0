import { fromTypedValue, readValue } from '@clinch/schema/fields'
import type { SubmitPostCallFormInput } from '../../apollo/generated/graphql.ts'
import { valueWords } from '../../lib/field-words.ts'
import type { FormKit } from './form-kit.ts'
import { formSentence } from './form-words.ts'
import { labelOf, type Told } from './told-form.ts'

type WrittenValue = NonNullable<SubmitPostCallFormInput['fields']>[number]

/** A value without the definition that it was written under: the form is asked otherwise by now. */
const bareWords = ({ text, number, boolean, money, options }: WrittenValue): string => {
  if (money) return `${money.amount} ${money.currency}`
  if (typeof boolean === 'boolean') return boolean ? 'Yes' : 'No'
  return options?.join(', ') ?? text ?? String(number ?? '')
}

/** All that an unsent form says, in words: what happened first, then each answer, notes last. What is not known any more stands as it was sent. */
export function writtenAnswers(
  input: SubmitPostCallFormInput,
  { definition, packages, callOutcomes, opportunityStatuses }: FormKit,
  locale: string,
): { sentence: string; answers: Told[] } {
  const told = (
    name: 'packageId' | 'callOutcomeId' | 'opportunityStatusId' | 'notes',
    text: string | undefined,
  ): Told[] => (text === undefined ? [] : [{ id: name, label: labelOf(definition, name), text }])
  const chosen = (entries: readonly { id: string; words: string }[], id: string | null | undefined) =>
    id ? (entries.find((entry) => entry.id === id)?.words ?? 'One that is offered no more') : undefined
  const labelled = (entries: FormKit['opportunityStatuses']) => entries.map(({ id, label }) => ({ id, words: label }))
  return {
    sentence: formSentence(
      {
        callOccurred: input.callOccurred,
        resolution: input.resolution ?? null,
        leadShowed: input.leadShowed ?? false,
        offerMade: input.offerMade ?? false,
        dealClosed: input.dealClosed ?? false,
        paymentType: input.paymentType ?? null,
        cashCollected: input.cashCollected ?? null,
      },
      locale,
    ),
    answers: [
      ...told(
        'packageId',
        chosen(
          packages.map(({ id, name }) => ({ id, words: name })),
          input.packageId,
        ),
      ),
      ...told('callOutcomeId', chosen(labelled(callOutcomes), input.callOutcomeId)),
      ...told('opportunityStatusId', chosen(labelled(opportunityStatuses), input.opportunityStatusId)),
      ...(input.fields ?? []).map((value) => {
        const field = definition.fields.find(({ key }) => key === value.key)
        const reading = field && readValue(field, fromTypedValue(value))
        return {
          id: `fields.${value.key}`,
          label: field?.label ?? value.key.replaceAll('_', ' '),
          text:
            field && reading?.ok && reading.value !== null
              ? valueWords(field, reading.value, locale)
              : bareWords(value),
        }
      }),
      ...told('notes', input.notes ?? undefined),
    ],
  }
}
