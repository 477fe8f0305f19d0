/** The organization's own fields: what they are, what they hold, and what is refused. The server and the web app judge by this. */
export {
  fieldKinds,
  fieldLimits,
  hasOptions,
  optionColors,
  type FieldDefinition,
  type FieldKind,
  type FieldOption,
  type FieldProblem,
  type FieldValue,
  type FieldValues,
  type MoneyValue,
  type OptionColor,
  type ShownIf,
} from './field-definition.ts'
export { isShown, judgeFields, shownFields, standingValues, unanswered, type FieldsContext, type FieldsVerdict } from './judge-fields.ts'
export {
  judgeDefinitions,
  judgeHelp,
  judgeLine,
  keyProblem,
  type DefinitionsContext,
  type DefinitionsVerdict,
} from './judge-definitions.ts'
export { digitsOfCurrency, readMinor, writeMajor, type MoneyReading } from './money.ts'
export { readValue, type Reading } from './read-value.ts'
export { fromTypedValue, membersOf, toTypedValue, type TypedValue } from './typed-value.ts'
