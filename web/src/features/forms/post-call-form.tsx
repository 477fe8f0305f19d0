import { settingOf } from '@clinch/schema/forms'
import { useEffect, useEffectEvent, useState } from 'react'
import { fetchCode } from '../../apollo/unreachable-error.ts'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { TextArea } from '../../components/text-field.tsx'
import { onDemand } from '../../lib/on-demand.tsx'
import { questionWords } from '../../lib/question-words.ts'
import { useThumbs } from '../../lib/use-media-query.ts'
import { asked, askedFields, type FormAnswers } from './form-answers.ts'
import type { FormKit } from './form-kit.ts'
import { firstNameOf } from './form-words.ts'
import type { LatestForm, LoadResult, SendResult } from './send-result.ts'
import { OwnField } from '../../components/own-field.tsx'
import type { QuestionSize } from '../../components/question-line.tsx'
import { StandardQuestions } from './standard-questions.tsx'
import { useAnswers } from './use-answers.ts'

/** What a form is judged by comes when somebody begins to answer it, and in any case once the page has settled. */
const judging = () => fetchCode(() => import('./form-refusals.ts'))
const afterPageMs = 2_000

/** Met only by whoever amends what somebody else amended meanwhile. */
const MovedOn = onDemand(async () => (await import('./moved-on.tsx')).MovedOn)

export interface PostCallFormProps {
  leadName: string
  /** The organization's, ISO 4217: what cash is reported in. */
  currency: string
  /** How the form is asked. It may become another while the form is open: what was answered is kept. */
  kit: FormKit
  /** Instead of what the device asks for. */
  size?: QuestionSize
  /** What the form begins with, and the version that this is an amendment of; 0 for none. */
  begin: { answers: FormAnswers; version: number }
  /** Called when the form will be needed: somebody begins to answer, or the page has settled. More often than once. */
  onBegin?: () => void
  /** Called with each change of an answer, so that what is typed can be kept. */
  onType: (answers: FormAnswers, version: number) => void
  send: (answers: FormAnswers, version: number) => Promise<SendResult>
  loadAgain: () => Promise<LoadResult>
  onDone: () => void
  /** Leaves the form without sending it, and gives up what was typed. */
  cancel?: { label: string; onPress: () => void }
}

/** What happened on a call. Knows no network: what it says is given to `send`, and what was typed stays whatever comes back. */
export function PostCallForm({
  leadName,
  currency,
  kit,
  size: fixedSize,
  begin,
  onBegin,
  onType,
  send,
  loadAgain,
  onDone,
  cancel,
}: PostCallFormProps) {
  const firstName = firstNameOf(leadName)
  const [version, setVersion] = useState(begin.version)
  const [conflict, setConflict] = useState(false)
  const [latest, setLatest] = useState<LatestForm | null>(null)
  const thumbs = useThumbs()
  const size = fixedSize ?? (thumbs ? 'touch' : 'sm')
  const touch = size === 'touch'

  const { ref, answers, wrong, problem, busy, change, changeField, replace, blame, submit } = useAnswers({
    begin: begin.answers,
    check: async (given) => (await judging()).refusals(given, { kit, currency, firstName }),
    onType: (given) => onType(given, version),
    send: async (given) => {
      const result = await send(given, version)
      setConflict('conflict' in result)
      return result
    },
    onDone,
  })
  const prepare = () => {
    // What could not be fetched is fetched again when it is needed.
    judging().catch(() => undefined)
    onBegin?.()
  }
  const prepareLater = useEffectEvent(prepare)
  useEffect(() => {
    const timer = setTimeout(prepareLater, afterPageMs)
    return () => clearTimeout(timer)
  }, [])
  const stands = asked(answers, kit.definition)
  const notes = settingOf(kit.definition, 'notes')
  const onLoadAgain = async () => {
    const result = await loadAgain()
    if (!result.ok) return blame(result)
    setVersion(result.latest.version)
    setLatest(result.latest)
    setConflict(false)
    blame(undefined)
    onType(answers, result.latest.version)
  }
  return (
    <form
      ref={ref}
      noValidate
      aria-label="Post-call form"
      className="flex flex-col"
      onFocus={prepare}
      onPointerDown={prepare}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {latest && (
        <MovedOn
          latest={latest}
          onTakeTheirs={() => {
            replace(latest.answers)
            setLatest(null)
          }}
        />
      )}
      <StandardQuestions
        kit={kit}
        stands={stands}
        firstName={firstName}
        currency={currency}
        answers={answers}
        wrong={wrong}
        onAnswer={change}
        size={size}
      />
      <div className="flex flex-col gap-4 pt-4">
        {askedFields(answers, kit.definition).map((field) => (
          <div key={field.key} data-field={`fields.${field.key}`}>
            <OwnField
              field={field}
              answer={answers.fields[field.key] ?? null}
              onAnswer={(answer) => changeField(field.key, answer)}
              error={wrong[`fields.${field.key}`]}
              currency={currency}
              size={size}
            />
          </div>
        ))}
        {stands.notes && (
          <div data-field="notes">
            <TextArea
              label={notes.label ?? questionWords.notes(firstName)}
              optional={!notes.required}
              hint={notes.help ?? undefined}
              value={answers.notes}
              onChange={(event) => change({ notes: event.target.value })}
              error={wrong.notes}
              size={touch ? 'touch' : 'md'}
            />
          </div>
        )}
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 mt-3 flex flex-col gap-3 bg-inherit px-4 pb-1 max-md:border-t max-md:border-line max-md:bg-raised max-md:py-3 md:static md:mx-0 md:px-0">
        <FormProblem message={problem} />
        <div className="flex flex-wrap items-center gap-2">
          {conflict ? (
            <Button variant="primary" size={touch ? 'touch' : 'md'} block={touch} onClick={() => void onLoadAgain()}>
              Load again
            </Button>
          ) : (
            <Button type="submit" variant="primary" size={touch ? 'touch' : 'md'} block={touch} busy={busy}>
              {version === 0 ? 'Submit form' : 'Amend form'}
            </Button>
          )}
          {cancel && (
            <Button variant="quiet" size={touch ? 'touch' : 'md'} block={touch} onClick={cancel.onPress}>
              {cancel.label}
            </Button>
          )}
          {conflict && <span className="text-small text-fg-3">What you typed is kept.</span>}
        </div>
      </div>
    </form>
  )
}
