import { OptionEditor as Editor } from '../../components/option-editor.tsx'
import type { FieldDraft } from './builder-draft.ts'
import type { BuilderAction } from './builder-reducer.ts'
import { formsWord } from './usage-words.ts'

export interface OptionEditorProps {
  field: FieldDraft
  dispatch: (action: BuilderAction) => void
  /** What is wrong, by `options` or an option's id. */
  problems: ReadonlyMap<string, string>
  /** How many filed forms chose an option, by its key; null while that is not known. */
  usage: ReadonlyMap<string, number> | null
}

/** The options of a choice of the form, each with how many filed forms chose it. */
export function OptionEditor({ field: { id, options, label }, dispatch, problems, usage }: OptionEditorProps) {
  const noteOf = (optionId: string) => {
    const key = options.find((option) => option.id === optionId)?.key ?? null
    const chosen = key === null ? null : usage?.get(key)
    return chosen ? formsWord(chosen) : undefined
  }
  return (
    <Editor
      label={label || 'the new field'}
      options={options}
      onAdd={(optionId) => dispatch({ type: 'add-option', id, optionId })}
      onChange={(optionId, change) => dispatch({ type: 'change-option', id, optionId, change })}
      onRemove={(optionId) => dispatch({ type: 'remove-option', id, optionId })}
      onMove={(optionId, to) => dispatch({ type: 'move-option', id, optionId, to })}
      problems={problems}
      noteOf={noteOf}
    />
  )
}
