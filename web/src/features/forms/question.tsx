import { QuestionLine, YesNo, type QuestionSize } from '../../components/question-line.tsx'
import { Segment } from '../../components/segment.tsx'
import type { AnswerPath, FormAnswers } from './form-answers.ts'

/** What each question of the form is given. */
export interface FormQuestion {
  label: string
  hint?: string | undefined
  optional?: boolean | undefined
  answers: FormAnswers
  wrong: Partial<Record<AnswerPath, string>>
  onAnswer: (given: Partial<FormAnswers>) => void
  size: QuestionSize
}

export interface YesNoQuestionProps extends FormQuestion {
  name: 'callOccurred' | 'leadShowed' | 'offerMade' | 'dealClosed'
}

/** One of the form's own yes-or-no questions. */
export function YesNoQuestion({ name, label, hint, answers, wrong, onAnswer, size }: YesNoQuestionProps) {
  return (
    <div data-field={name}>
      <YesNo
        label={label}
        hint={hint}
        value={answers[name]}
        error={wrong[name]}
        size={size}
        onChange={(value) => onAnswer({ [name]: value })}
      />
    </div>
  )
}

export interface ChoiceQuestionProps<Name extends 'resolution' | 'paymentType'> extends FormQuestion {
  name: Name
  choices: readonly { value: NonNullable<FormAnswers[Name]>; label: string }[]
}

/** One of the form's questions with a few answers of their own. */
export function ChoiceQuestion<Name extends 'resolution' | 'paymentType'>({
  name,
  label,
  hint,
  optional,
  choices,
  answers,
  wrong,
  onAnswer,
  size,
}: ChoiceQuestionProps<Name>) {
  return (
    <div data-field={name}>
      <QuestionLine label={label} hint={hint} optional={optional} error={wrong[name]} size={size}>
        <div className={size === 'touch' ? 'w-full pb-1' : ''}>
          <Segment
            label={label}
            choices={choices}
            value={answers[name]}
            size={size}
            onChange={(next) => onAnswer({ [name]: next })}
          />
        </div>
      </QuestionLine>
    </div>
  )
}
