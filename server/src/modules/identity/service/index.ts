export { apiKeyPrefix } from './caller-of-key.ts'
export { portalCookieOf, portalSessionPrefix } from './caller-of-portal.ts'
