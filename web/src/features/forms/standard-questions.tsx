import { settingOf, type Asked, type QuestionName } from '@clinch/schema/forms'
import { MoneyField } from '../../components/money-field.tsx'
import { NativeSelect } from '../../components/native-select.tsx'
import { optionColorCss } from '../../components/option-color.ts'
import { PillField } from '../../components/pill-field.tsx'
import { questionWords } from '../../lib/question-words.ts'
import { paymentTypes, resolutions } from './answer-choices.ts'
import { outcomeSoFar } from './form-answers.ts'
import { fittingOutcomes, type FormKit, type ListEntry } from './form-kit.ts'
import { paymentTypeWords, resolutionWords } from './form-words.ts'
import { mostPills } from '../../components/own-field.tsx'
import { YesNo } from '../../components/question-line.tsx'
import { ChoiceQuestion, YesNoQuestion, type FormQuestion } from './question.tsx'

const resolutionChoices = resolutions.map((value) => ({ value, label: resolutionWords[value] }))
const paymentTypeChoices = paymentTypes.map((value) => ({ value, label: paymentTypeWords[value] }))

export interface StandardQuestionsProps extends Pick<FormQuestion, 'answers' | 'wrong' | 'onAnswer' | 'size'> {
  kit: FormKit
  stands: Asked
  /** The lead's. */
  firstName: string
  /** The organization's, ISO 4217. */
  currency: string
}

/** The questions that every form has, as the organization asks them: what happened, what was paid, how it ended. */
export function StandardQuestions({ kit, stands, firstName, currency, ...question }: StandardQuestionsProps) {
  const { answers, wrong, onAnswer, size } = question
  const ask = (name: QuestionName) => {
    const { label, help, required } = settingOf(kit.definition, name)
    return { label: label ?? questionWords[name](firstName), hint: help ?? undefined, required }
  }
  const yesNo = (name: 'callOccurred' | 'leadShowed' | 'offerMade' | 'dealClosed') =>
    stands[name] && <YesNoQuestion {...question} {...plain(ask(name))} name={name} />
  const controlSize = size === 'touch' ? 'touch' : 'md'
  const cash = ask('cashCollected')
  const cashCurrency = answers.cashCurrency ?? currency
  const sold = ask('packageId')
  const payment = ask('paymentType')
  const said = outcomeSoFar(answers)
  const outcomes = fittingOutcomes(kit, said)
  const ended = ask('callOutcomeId')
  const stage = ask('opportunityStatusId')
  return (
    <>
      {yesNo('callOccurred')}
      {stands.resolution && (
        <ChoiceQuestion {...question} {...plain(ask('resolution'))} name="resolution" choices={resolutionChoices} />
      )}
      {yesNo('leadShowed')}
      {yesNo('offerMade')}
      {yesNo('dealClosed')}
      {stands.paymentType && (
        <ChoiceQuestion {...question} {...plain(payment)} name="paymentType" choices={paymentTypeChoices} />
      )}
      {stands.deposit && (
        <YesNo
          label={`Did ${firstName} leave a deposit?`}
          value={answers.paymentType === 'DEPOSIT'}
          size={size}
          onChange={(left) => onAnswer({ paymentType: left ? 'DEPOSIT' : null })}
        />
      )}
      <div className="flex flex-col gap-4 pt-3 empty:hidden">
        {stands.cashCollected && (
          <div data-field="cashCollected">
            <MoneyField
              {...plain(cash)}
              optional={!stands.deposit && !cash.required}
              currency={cashCurrency}
              value={answers.cashCollected}
              onChange={(cashCollected) => onAnswer({ cashCollected, cashCurrency })}
              error={wrong.cashCollected}
              size={controlSize}
            />
          </div>
        )}
        {stands.packageId && (sold.required || kit.packages.length > 0) && (
          <div data-field="packageId">
            <NativeSelect
              {...plain(sold)}
              optional={!sold.required}
              options={kit.packages.map(({ id, name, terms }) => ({ value: id, label: name, detail: terms }))}
              value={answers.packageId}
              onChange={(packageId) => onAnswer({ packageId })}
              error={wrong.packageId}
              size={controlSize}
            />
          </div>
        )}
        {stands.callOutcomeId && said !== null && (ended.required || outcomes.length > 0) && (
          <EntryChoice
            {...ended}
            name="callOutcomeId"
            entries={outcomes}
            question={question}
            onChoose={(callOutcomeId) => onAnswer({ callOutcomeId })}
          />
        )}
        {stands.opportunityStatusId && said !== null && (stage.required || kit.opportunityStatuses.length > 0) && (
          <EntryChoice
            {...stage}
            name="opportunityStatusId"
            entries={kit.opportunityStatuses}
            question={question}
            onChoose={(opportunityStatusId) => onAnswer({ opportunityStatusId })}
          />
        )}
      </div>
    </>
  )
}

const plain = ({ label, hint }: { label: string; hint: string | undefined }) => ({ label, hint })

interface EntryChoiceProps {
  name: 'callOutcomeId' | 'opportunityStatusId'
  label: string
  hint: string | undefined
  required: boolean
  entries: readonly ListEntry[]
  question: Pick<FormQuestion, 'answers' | 'wrong' | 'size'>
  onChoose: (id: string | null) => void
}

/** One entry of a list of the organization's: all at once while they are few. */
function EntryChoice({ name, label, hint, required, entries, question, onChoose }: EntryChoiceProps) {
  const { answers, wrong, size } = question
  const shared = {
    label,
    hint,
    optional: !required,
    error: wrong[name],
    size: size === 'touch' ? 'touch' : 'md',
  } as const
  const chosen = entries.find(({ id }) => id === answers[name])?.id ?? null
  return (
    <div data-field={name}>
      {entries.length > mostPills ? (
        <NativeSelect
          {...shared}
          options={entries.map((entry) => ({ value: entry.id, label: entry.label }))}
          value={chosen}
          onChange={onChoose}
        />
      ) : (
        <PillField
          {...shared}
          options={entries.map((entry) => ({
            value: entry.id,
            label: entry.label,
            color: optionColorCss[entry.color],
          }))}
          selected={chosen === null ? [] : [chosen]}
          onChange={([id]) => onChoose(id ?? null)}
        />
      )}
    </div>
  )
}
