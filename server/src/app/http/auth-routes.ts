import { toNodeHandler } from 'better-auth/node'
import type { Auth } from '../../modules/identity/module.ts'
import type { Handler } from './request.ts'

/** Signing up, in and out. After each, whoever was recognised a moment ago is asked for again. */
export function authRoutes(auth: Auth, forgetCallers: () => void): Handler {
  const handle = toNodeHandler(auth.handler)
  return async (request, response, info) => {
    // The library counts attempts by this header; what the caller wrote there is not believed.
    request.headers['x-forwarded-for'] = info.address
    await handle(request, response)
    forgetCallers()
  }
}
