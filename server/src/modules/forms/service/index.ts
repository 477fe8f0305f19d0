export { formFiled } from './facts.ts'
