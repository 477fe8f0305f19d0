export { apiKeyPrefix } from './caller-of-key.ts'
export { portalCookie, portalSessionPrefix } from './caller-of-portal.ts'
