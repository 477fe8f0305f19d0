import type { FieldKind } from '@clinch/schema/fields'
import type { FormDefinition, FormPast } from '@clinch/schema/forms'
import type { ReactNode } from 'react'
import type { Location } from 'react-router'
import { FormProblem } from '../../components/form-problem.tsx'
import { notify } from '../../components/notify.ts'
import { Section } from '../../components/section.tsx'
import { AddField } from './add-field.tsx'
import { BehindNotice } from './behind-notice.tsx'
import { toPreview } from './builder-draft.ts'
import { removedOf } from './builder-reducer.ts'
import { BuilderBar } from './builder-bar.tsx'
import { firstOptionIds } from './field-editor.tsx'
import { FieldList } from './field-list.tsx'
import type { FieldUsage } from './field-usage.ts'
import type { KeptDraft } from './kept-draft.ts'
import { LeaveQuestion } from './leave-question.tsx'
import { PreviewPane } from './preview-pane.tsx'
import type { SavedForm } from './saved-form.ts'
import { StandardList } from './standard-list.tsx'
import { toSettings } from './standard-questions.ts'
import { useFormBuilder, type FormSave } from './use-form-builder.ts'
import { formsWord } from './usage-words.ts'

export interface FormBuilderProps {
  inForce: SavedForm
  /** What was begun before, in this browser. */
  kept: KeptDraft | null
  onKeep: (kept: KeptDraft | null) => void
  /** The fields and the options that the form has or once had. */
  past: FormPast
  /** How often fields are answered; null while that is not known. */
  usage: FieldUsage | null
  onSave: FormSave
  /** The version that is looked at beside the draft; null for none. */
  shown: SavedForm | null
  onShow: (version: number | null) => void
  /** The list of versions. */
  history: ReactNode
  /** The form as a rep files it, asked by a definition. */
  preview: (definition: FormDefinition) => ReactNode
  /** Whether another address is still this page. */
  isHere: (next: Location) => boolean
}

/** Where an organization says what its post-call form asks, beside the form as a rep will see it. */
export function FormBuilder({
  inForce,
  kept,
  onKeep,
  past,
  usage,
  onSave,
  shown,
  onShow,
  history,
  preview,
  isHere,
}: FormBuilderProps) {
  const { ref, ...builder } = useFormBuilder({ inForce, kept, past, onKeep, onSave })
  const { draft, dispatch, opened, open, problems, isChanged } = builder

  const add = (kind: FieldKind) => {
    const id = crypto.randomUUID()
    dispatch({ type: 'add-field', id, kind, optionIds: firstOptionIds(kind) })
    builder.goTo(id, 'label')
  }
  const remove = (id: string) => {
    const removed = removedOf(draft, id)
    if (!removed) return
    dispatch({ type: 'remove-field', id })
    open(null)
    const { key, label } = removed.field
    const filed = key === null ? 0 : (usage?.fields.get(key) ?? 0)
    const freed = Object.keys(removed.conditions).length
    notify.done(`“${label || 'New field'}” was taken out`, {
      detail: [
        filed > 0 && `${formsWord(filed)} that were filed keep their answer.`,
        freed > 0 &&
          (freed === 1
            ? 'One field hung on it, and is always shown now.'
            : `${freed} fields hung on it, and are always shown now.`),
      ]
        .filter(Boolean)
        .join(' '),
      action: { label: 'Undo', onPress: () => dispatch({ type: 'put-back', removed }) },
    })
  }
  const save = async () => {
    const saved = await builder.save()
    if (saved) {
      notify.done(`Version ${saved.version} is in force`, {
        detail: 'Forms that are filed from now on are asked by it.',
      })
    }
  }
  const writeOn = (definition: FormDefinition) => {
    builder.writeOn(definition)
    onShow(null)
  }
  return (
    <div ref={ref} className="min-h-0 flex-1 max-xl:overflow-y-auto xl:grid xl:grid-cols-[minmax(0,1fr)_438px]">
      <div className="min-w-0 xl:min-h-0 xl:overflow-y-auto">
        <BuilderBar
          inForce={inForce}
          isChanged={isChanged}
          busy={builder.busy}
          onDiscard={() => builder.begin(inForce)}
          onSave={() => void save()}
        />
        {builder.isBehind && (
          <BehindNotice
            inForce={inForce}
            base={builder.base}
            onLook={() => onShow(inForce.version)}
            onTakeTheirs={() => builder.begin(inForce)}
            onGoOn={builder.rebase}
          />
        )}
        {builder.problem !== undefined && !builder.isBehind && (
          <div className="px-4 pt-3 md:px-6">
            <FormProblem message={builder.problem} />
          </div>
        )}
        <div className="divide-y divide-line">
          <Section title="Your own fields" count={draft.fields.length} action={<AddField onAdd={add} />}>
            {draft.fields.length === 0 ? (
              <p className="mt-1 max-w-130 text-fg-2">
                Ask reps what else you want to know of a call: the objection that they heard, a budget, who decides.
              </p>
            ) : (
              <div className="mt-2">
                <FieldList
                  draft={draft}
                  opened={opened}
                  onOpen={open}
                  problems={problems}
                  usage={usage}
                  dispatch={dispatch}
                  onRemove={remove}
                />
              </div>
            )}
          </Section>
          <Section title="Standard questions">
            <StandardList draft={draft} opened={opened} onOpen={open} problems={problems} dispatch={dispatch} />
          </Section>
          <Section title="Versions">{history}</Section>
        </div>
      </div>
      <PreviewPane
        shown={shown}
        onClose={() => onShow(null)}
        onWriteOn={shown && shown.version !== inForce.version ? () => writeOn(shown.definition) : undefined}
      >
        {preview(shown ? shown.definition : { questions: toSettings(draft.standard), fields: toPreview(draft.fields) })}
      </PreviewPane>
      <LeaveQuestion when={isChanged} isHere={isHere} />
    </div>
  )
}
