/** Something to choose. */
export interface Option {
  value: string
  label: string
  /** A quieter word at the end. */
  detail?: string
  disabled?: boolean
}

/** The values with one more, or without it if it was among them. */
export const toggled = (values: readonly string[], value: string): readonly string[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
