export { apiKeyPrefix } from './resolve-caller.ts'
