export { addFieldConditions, type FieldCondition } from './field-condition.ts'
export { PostedValues } from './field-schemas.ts'
export { readFieldFilters } from './read-field-filters.ts'
export { storeValues } from './store-values.ts'
