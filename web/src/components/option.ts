/** Something to choose. */
export interface Option {
  value: string
  label: string
  /** A quieter word at the end. */
  detail?: string
  disabled?: boolean
}
