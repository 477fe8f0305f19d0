import { Check, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../../lib/class-names.ts'
import type { CallSummary } from './call-summary.ts'
import { CandidateList } from './candidate-list.tsx'
import { PlainWords } from './plain-words.tsx'
import type { TrailStep } from './trail-step.ts'

const resultWords: Readonly<Record<TrailStep['result'], string>> = {
  FOUND: 'Found',
  NOTHING: 'Nothing here',
  NOT_NEEDED: 'Not needed',
}

type Look = 'hit' | 'hand' | 'miss' | 'skipped'

const looks: Readonly<Record<TrailStep['result'], Look>> = { FOUND: 'hit', NOTHING: 'miss', NOT_NEEDED: 'skipped' }

export interface TrailProps {
  steps: readonly TrailStep[]
  calls: ReadonlyMap<string, CallSummary>
  /** People to whom the credit goes. */
  names?: readonly string[]
}

/** The rules in their order, as questions with their answers: the first that finds a call wins. */
export function Trail({ steps, calls, names }: TrailProps) {
  return (
    <ol aria-label="How it was decided">
      {steps.map((step, index) => (
        <Step
          key={step.rule}
          look={looks[step.result]}
          mark={step.result === 'FOUND' ? <Check aria-hidden size={14} strokeWidth={2} /> : index + 1}
          question={step.question}
          result={resultWords[step.result]}
        >
          <p className={classNames('text-pretty', step.result === 'NOT_NEEDED' ? 'text-fg-3' : 'text-fg-2')}>
            <PlainWords names={names}>{step.explanation}</PlainWords>
          </p>
          {step.candidates.length > 0 && <CandidateList candidates={step.candidates} calls={calls} />}
        </Step>
      ))}
    </ol>
  )
}

export interface HandTrailProps {
  decidedBy: string
  reason: string | null
}

/** The same where a person decided: who and why, and that the rules stand back. */
export function HandTrail({ decidedBy, reason }: HandTrailProps) {
  return (
    <ol aria-label="How it was decided">
      <Step
        look="hand"
        mark={<Lock aria-hidden size={12} strokeWidth={2} />}
        question={`What does ${decidedBy} say?`}
        result="By hand"
      >
        {reason === null ? (
          <p className="text-fg-3">No reason was written down.</p>
        ) : (
          <blockquote className="mt-1 border-l-2 border-line-strong pl-3 text-fg">{reason}</blockquote>
        )}
      </Step>
      <Step look="skipped" mark={2} question="What do the rules say?" result="Not asked">
        <p className="text-fg-3">The credit is locked: Clinch leaves it alone until it is unlocked.</p>
      </Step>
    </ol>
  )
}

interface StepProps {
  look: Look
  mark: ReactNode
  question: string
  result: string
  children: ReactNode
}

const markLooks: Readonly<Record<Look, string>> = {
  hit: 'bg-good-soft text-good',
  hand: 'bg-accent-soft text-accent',
  miss: 'text-fg-2 shadow-[inset_0_0_0_1px_var(--line-strong)]',
  skipped: 'text-fg-3 shadow-[inset_0_0_0_1px_var(--line)]',
}

const resultLooks: Readonly<Record<Look, string>> = {
  hit: 'font-medium text-good',
  hand: 'font-medium text-accent',
  miss: 'text-fg-3',
  skipped: 'text-fg-3',
}

function Step({ look, mark, question, result, children }: StepProps) {
  return (
    <li className="relative grid grid-cols-[24px_minmax(0,1fr)] gap-3 pb-4 before:absolute before:top-7 before:bottom-1 before:left-[11.5px] before:w-px before:bg-line-strong last:before:hidden">
      <span
        aria-hidden
        className={`-mt-0.5 grid size-6 place-items-center rounded-full text-small font-medium ${markLooks[look]}`}
      >
        {mark}
      </span>
      <div className="min-w-0">
        <div className="flex items-baseline justify-between gap-4">
          <h3 className={classNames('font-medium', look === 'skipped' && 'text-fg-3')}>{question}</h3>
          <span className={classNames('text-small whitespace-nowrap', resultLooks[look])}>{result}</span>
        </div>
        {children}
      </div>
    </li>
  )
}
