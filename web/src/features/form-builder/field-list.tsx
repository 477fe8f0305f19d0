import { ChevronRight } from 'lucide-react'
import { Badge } from '../../components/badge.tsx'
import { classNames } from '../../lib/class-names.ts'
import type { FieldDraft } from './builder-draft.ts'
import type { BuilderDraft } from './builder-draft.ts'
import type { BuilderAction } from './builder-reducer.ts'
import { conditionSources, conditionWords } from './conditions.ts'
import { DragHandle } from '../../components/drag-handle.tsx'
import type { DraftProblems } from './draft-problems.ts'
import { FieldEditor } from './field-editor.tsx'
import type { FieldUsage } from './field-usage.ts'
import { kindLooks } from '../../components/field-kinds.ts'
import { useReorder } from '../../components/use-reorder.ts'
import { formsWord } from './usage-words.ts'

const noProblems: ReadonlyMap<string, string> = new Map()

export interface FieldListProps {
  draft: BuilderDraft
  /** The id of the field that is opened. */
  opened: string | null
  onOpen: (id: string | null) => void
  problems: DraftProblems
  usage: FieldUsage | null
  dispatch: (action: BuilderAction) => void
  onRemove: (id: string) => void
}

/** The organization's own fields in their order, the opened one with all about it. */
export function FieldList({ draft, opened, onOpen, problems, usage, dispatch, onRemove }: FieldListProps) {
  const { fields } = draft
  const { list, dragged, handle } = useReorder<HTMLOListElement>({
    ids: fields.map(({ id }) => id),
    onMove: (id, to) => dispatch({ type: 'move-field', id, to }),
  })
  const held = fields.findIndex(({ id }) => id === dragged)
  return (
    <>
      <ol ref={list} aria-label="Your own fields" className="border-t border-line">
        {fields.map((field, at) => {
          // While a row is dragged each is one line: it goes where it seems to go.
          const isOpen = opened === field.id && dragged === null
          const wrong = problems.get(field.id) ?? noProblems
          return (
            <li
              key={field.id}
              data-field-row={field.id}
              className={classNames('border-b border-line', field.id === dragged && 'bg-accent-soft')}
            >
              <div className="flex min-h-11 items-center gap-1">
                <DragHandle {...handle(field.id)} name={field.label || 'the new field'} />
                <RowButton
                  field={field}
                  draft={draft}
                  isOpen={isOpen}
                  hasProblem={wrong.size > 0}
                  filed={field.key === null || !usage ? null : (usage.fields.get(field.key) ?? 0)}
                  onPress={() => onOpen(isOpen ? null : field.id)}
                />
              </div>
              {isOpen && (
                <div className="pl-7 pointer-coarse:pl-10">
                  <FieldEditor
                    field={field}
                    at={at}
                    count={fields.length}
                    sources={conditionSources(draft, field.id)}
                    problems={wrong}
                    optionUsage={field.key === null ? null : (usage?.options.get(field.key) ?? null)}
                    dispatch={dispatch}
                    onRemove={() => onRemove(field.id)}
                  />
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <Place fields={fields} held={held} />
    </>
  )
}

/** Says where a dragged row has come to. */
const Place = ({ fields, held }: { fields: readonly FieldDraft[]; held: number }) => (
  <p role="status" className="sr-only">
    {held === -1 ? '' : `${fields[held]?.label ?? ''}: ${held + 1} of ${fields.length}`}
  </p>
)

interface RowButtonProps {
  field: FieldDraft
  draft: BuilderDraft
  isOpen: boolean
  hasProblem: boolean
  /** How many filed forms have an answer to it; null where that is not known. */
  filed: number | null
  onPress: () => void
}

function RowButton({ field, draft, isOpen, hasProblem, filed, onPress }: RowButtonProps) {
  const { icon: Icon, label: kind } = kindLooks[field.kind]
  const condition = conditionWords(draft, field)
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      onClick={onPress}
      className="flex min-h-10 min-w-0 flex-1 items-center gap-2.5 rounded-sm px-1 py-1.5 text-left hover:bg-(--hover)"
    >
      <Icon aria-hidden size={14} strokeWidth={1.75} className="text-fg-3" />
      <span className="min-w-0 flex-1">
        <span className="font-medium break-words">{field.label || 'New field'}</span>
        <span className="block text-small text-fg-3">
          {kind}
          {field.required && ', required'}
          {condition && `, ${condition}`}
        </span>
      </span>
      {hasProblem && <Badge tone="bad">To complete</Badge>}
      {filed !== null && <span className="text-small whitespace-nowrap text-fg-3">{formsWord(filed)}</span>}
      {field.key === null && !hasProblem && <Badge tone="accent">New</Badge>}
      <ChevronRight
        aria-hidden
        size={14}
        strokeWidth={1.75}
        className={classNames('text-fg-3 transition-transform duration-(--fast)', isOpen && 'rotate-90')}
      />
    </button>
  )
}
