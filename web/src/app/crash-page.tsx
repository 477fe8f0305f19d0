import { isRouteErrorResponse, useRouteError } from 'react-router'
import { Crash } from '../apollo/crash.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** The page broke, or there is none at this address. */
export function CrashPage() {
  const error = useRouteError()
  return isRouteErrorResponse(error) && error.status === 404 ? <NotFoundPage /> : <Crash error={error} />
}
