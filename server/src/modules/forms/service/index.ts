export { formFiled } from './facts.ts'
export { type FormRow, type PaymentType } from './form-rows.ts'
