import { ChoiceField, type ChoiceFieldProps } from './choice-field.tsx'

export type SelectFieldProps = Omit<ChoiceFieldProps, 'searchable'>

/** One of a short list; a letter goes to the next choice that begins with it. For a list that people search, take ComboField. */
export const SelectField = (props: SelectFieldProps) => <ChoiceField {...props} searchable={false} />

/** One of a long list, found by typing: time zones, currencies, people. */
export const ComboField = (props: SelectFieldProps) => <ChoiceField {...props} searchable />
