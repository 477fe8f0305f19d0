export { apiKeyPrefix, membershipsOf } from './resolve-caller.ts'
