export { formFiled } from './facts.ts'
export { MoneyText } from './schemas.ts'
