/** How many filed forms hold an answer. */
export interface FieldUsage {
  /** By the field's key. */
  fields: ReadonlyMap<string, number>
  /** By the field's key, then the option's. */
  options: ReadonlyMap<string, ReadonlyMap<string, number>>
}
