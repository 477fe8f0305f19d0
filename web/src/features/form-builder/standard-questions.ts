import {
  isFixed,
  questionNames,
  settingOf,
  type FormDefinition,
  type QuestionName,
  type QuestionSetting,
} from '@clinch/schema/forms'
import { questionWords } from '../../lib/question-words.ts'

/** A standard question as it is being set. */
export interface StandardDraft {
  name: QuestionName
  /** Empty for Clinch's own words. */
  label: string
  /** Empty for none. */
  help: string
  hidden: boolean
  required: boolean
}

export const toStandardDrafts = (definition: FormDefinition): readonly StandardDraft[] =>
  questionNames.map((name) => {
    const { label, help, hidden, required } = settingOf(definition, name)
    return { name, label: label ?? '', help: help ?? '', hidden, required }
  })

/** The settings that say something: a question that is asked as Clinch would has none. */
export const toSettings = (drafts: readonly StandardDraft[]): QuestionSetting[] =>
  drafts.flatMap(({ name, label, help, hidden, required }) => {
    const own = label.trim()
    const helped = help.trim()
    if (own === '' && helped === '' && !hidden && !required) return []
    return [{ name, label: own === '' ? null : own, help: helped === '' ? null : helped, hidden, required }]
  })

/** How Clinch asks it, with no one's name in it. */
export const ownWords = (name: QuestionName): string => questionWords[name]('the lead')

/** How it is asked. */
export const askedAs = ({ name, label }: StandardDraft): string => (label.trim() === '' ? ownWords(name) : label.trim())

/** Whether it may be hidden, and may be required. */
export const mayBeHidden = (name: QuestionName): boolean => !isFixed(name)
