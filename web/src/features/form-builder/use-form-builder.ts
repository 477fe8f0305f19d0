import type { FormPast } from '@clinch/schema/forms'
import { useEffect, useReducer, useRef, useState, type RefObject } from 'react'
import type { BuilderDraft } from './builder-draft.ts'
import { changeDraft, type BuilderAction } from './builder-reducer.ts'
import { definitionOf, placeProblems, problemsOf, type DraftProblems, type PathProblem } from './draft-problems.ts'
import type { KeptDraft } from './kept-draft.ts'
import { differs, draftOf, type SavedForm, type SaveResult } from './saved-form.ts'

export interface FormBuilderInput {
  inForce: SavedForm
  /** What was begun before, in this browser. */
  kept: KeptDraft | null
  /** The fields and the options that the form has or once had. */
  past: FormPast
  /** Keeps what is being written, or forgets it. */
  onKeep: (kept: KeptDraft | null) => void
  onSave: FormSave
}

export type FormSave = (definition: SavedForm['definition'], expectedVersion: number) => Promise<SaveResult>

export interface FormBuilderState {
  /** For the element that holds the builder: what is wrong takes the focus in it. */
  ref: RefObject<HTMLDivElement | null>
  draft: BuilderDraft
  /** The version that the draft was begun on. */
  base: number
  isChanged: boolean
  /** Whether somebody else has saved a version since the draft was begun. */
  isBehind: boolean
  problems: DraftProblems
  /** What is wrong with the whole, in words. */
  problem: string | undefined
  busy: boolean
  /** The field or question that is opened. */
  opened: string | null
  open: (id: string | null) => void
  /** Opens a field or a question, and puts the focus at a part of it. */
  goTo: (id: string, part: string) => void
  dispatch: (action: BuilderAction) => void
  /** Gives up what was written, for another form. */
  begin: (saved: SavedForm) => void
  /** Goes on with another definition, which the next version then is unless it is changed. */
  writeOn: (definition: SavedForm['definition']) => void
  /** Goes on with what was written, on top of what others have saved meanwhile. */
  rebase: () => void
  save: () => Promise<SavedForm | null>
}

/** What a draft was begun on; without its definition where that is not known any more. */
type Base = Pick<SavedForm, 'version'> & { definition: SavedForm['definition'] | null }

const noProblems: readonly PathProblem[] = []

/** The state of writing a form: a draft on top of a version, what is wrong with it, and saving it as the next version. */
export function useFormBuilder({ inForce, kept, past, onKeep, onSave }: FormBuilderInput): FormBuilderState {
  const ref = useRef<HTMLDivElement>(null)
  const [draft, change] = useReducer(changeDraft, null, () => kept?.draft ?? draftOf(inForce.definition))
  const [base, setBase] = useState<Base>(() =>
    kept && kept.base !== inForce.version ? { version: kept.base, definition: null } : inForce,
  )
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState(noProblems)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const [goTo, setGoTo] = useState<{ id: string; part: string } | null>(null)
  const isChanged = (base.definition === null || differs(draft, base.definition)) && differs(draft, inForce.definition)

  const begin = (saved: SavedForm) => {
    change({ type: 'begin', draft: draftOf(saved.definition) })
    setBase(saved)
    setTried(false)
    setRefused(noProblems)
    setProblem(undefined)
  }
  // What others save is taken over as long as nothing was written here. While it is saved, the newer version may be this one.
  const isOutdated = !busy && base.version < inForce.version
  if (isOutdated && !isChanged) {
    change({ type: 'begin', draft: draftOf(inForce.definition) })
    setBase(inForce)
  }

  useEffect(() => {
    onKeep(isChanged ? { base: base.version, draft } : null)
  }, [onKeep, isChanged, base.version, draft])

  useEffect(() => {
    if (!goTo) return
    const row = ref.current?.querySelector(`[data-field-row="${goTo.id}"]`)
    const part = row?.querySelector(`[data-part="${goTo.part}"]`) ?? row
    part?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button')?.focus()
  }, [goTo])

  const { placed, rest } = placeProblems(draft, [...(tried ? problemsOf(draft, past) : noProblems), ...refused])
  const show = (id: string, part: string) => {
    setOpened(id)
    setGoTo({ id, part })
  }
  const showFirst = (found: readonly PathProblem[]) => {
    const [first] = placeProblems(draft, found).placed
    if (!first) return
    const [id, parts] = first
    const [part] = parts.has('label') ? ['label'] : parts.keys()
    if (part !== undefined) show(id, part)
  }
  const save = async (): Promise<SavedForm | null> => {
    if (busy) return null
    setTried(true)
    setRefused(noProblems)
    setProblem(undefined)
    const found = problemsOf(draft, past)
    showFirst(found)
    if (found.length > 0) return null
    setBusy(true)
    try {
      const result = await onSave(definitionOf(draft, past), base.version)
      if (result.ok) {
        // What was written meanwhile is a change to what was saved.
        change({ type: 'saved', sent: draft, definition: result.saved.definition })
        setBase(result.saved)
        setTried(false)
        return result.saved
      }
      setRefused(result.problems ?? noProblems)
      setProblem(result.message)
      showFirst(result.problems ?? noProblems)
      return null
    } finally {
      setBusy(false)
    }
  }
  return {
    ref,
    draft,
    base: base.version,
    isChanged,
    isBehind: isChanged && isOutdated,
    problems: placed,
    problem: problem ?? rest[0]?.message,
    busy,
    opened,
    open: setOpened,
    goTo: show,
    dispatch: (action) => {
      setRefused(noProblems)
      setProblem(undefined)
      change(action)
    },
    begin,
    writeOn: (definition) => {
      begin(inForce)
      change({ type: 'begin', draft: draftOf(definition) })
    },
    rebase: () => setBase(inForce),
    save,
  }
}
