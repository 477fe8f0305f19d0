import { ChevronRight } from 'lucide-react'
import { Badge } from '../../components/badge.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { TextField } from '../../components/text-field.tsx'
import { classNames } from '../../lib/class-names.ts'
import type { BuilderDraft } from './builder-draft.ts'
import type { BuilderAction } from './builder-reducer.ts'
import type { DraftProblems } from './draft-problems.ts'
import { askedAs, mayBeHidden, ownWords, type StandardDraft } from './standard-questions.ts'

export interface StandardListProps {
  draft: BuilderDraft
  /** The name of the question that is opened. */
  opened: string | null
  onOpen: (name: string | null) => void
  problems: DraftProblems
  dispatch: (action: BuilderAction) => void
}

/** The questions that every form has, each with how the organization asks it. */
export function StandardList({ draft, opened, onOpen, problems, dispatch }: StandardListProps) {
  return (
    <ul aria-label="Standard questions" className="mt-2 border-t border-line">
      {draft.standard.map((question) => {
        const { name, hidden, required, label } = question
        const isOpen = opened === name
        const wrong = problems.get(name)
        return (
          <li key={name} data-field-row={name} className="border-b border-line">
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={() => onOpen(isOpen ? null : name)}
              className="flex min-h-9 w-full items-center gap-2.5 rounded-sm px-1 py-1.5 text-left hover:bg-(--hover) pointer-coarse:min-h-(--control-touch)"
            >
              <span className={classNames('min-w-0 flex-1 break-words', hidden ? 'text-fg-3' : 'font-medium')}>
                {askedAs(question)}
                {label.trim() !== '' && <span className="font-normal text-fg-3"> {ownWords(name)}</span>}
              </span>
              {wrong && <Badge tone="bad">To complete</Badge>}
              <span className="text-small whitespace-nowrap text-fg-3">
                {hidden ? 'Hidden' : required ? 'Required' : mayBeHidden(name) ? 'Optional' : 'Always asked'}
              </span>
              <ChevronRight
                aria-hidden
                size={14}
                strokeWidth={1.75}
                className={classNames('text-fg-3 transition-transform duration-(--fast)', isOpen && 'rotate-90')}
              />
            </button>
            {isOpen && <QuestionEditor question={question} problems={wrong} dispatch={dispatch} />}
          </li>
        )
      })}
    </ul>
  )
}

interface QuestionEditorProps {
  question: StandardDraft
  problems: ReadonlyMap<string, string> | undefined
  dispatch: (action: BuilderAction) => void
}

function QuestionEditor({ question, problems, dispatch }: QuestionEditorProps) {
  const { name, label, help, hidden, required } = question
  const change = (part: Partial<Omit<StandardDraft, 'name'>>) =>
    dispatch({ type: 'change-standard', name, change: part })
  const wrongChoice = problems?.get('hidden') ?? problems?.get('required')
  return (
    <div className="flex flex-col gap-4 px-1 pt-1 pb-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <div data-part="label">
          <TextField
            label="Asked as"
            placeholder={ownWords(name)}
            value={label}
            error={problems?.get('label')}
            onChange={(event) => change({ label: event.target.value })}
          />
        </div>
        <div data-part="help">
          <TextField
            label="Help"
            optional
            value={help}
            error={problems?.get('help')}
            onChange={(event) => change({ help: event.target.value })}
          />
        </div>
      </div>
      {mayBeHidden(name) ? (
        <div data-part="hidden" className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Checkbox
            label="Has to be answered where it is asked"
            checked={required}
            disabled={hidden}
            onChange={(next) => change({ required: next })}
          />
          <Checkbox
            label="Hidden"
            checked={hidden}
            onChange={(next) => change({ hidden: next, ...(next ? { required: false } : {}) })}
          />
          <p aria-live="polite" className={wrongChoice ? 'w-full text-small text-bad' : 'sr-only'}>
            {wrongChoice}
          </p>
        </div>
      ) : (
        <p className="text-small text-fg-3">
          Figures, statuses and credit rest on it: it is always asked, and has to be answered.
        </p>
      )}
    </div>
  )
}
