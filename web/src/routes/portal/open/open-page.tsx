import { useQuery } from '@apollo/client/react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { graphql } from '../../../apollo/generated/index.ts'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { PortalNotice } from '../../../features/portal/portal-notice.tsx'
import { takeLinkToken } from '../../../lib/link-token.ts'
import type { Opening } from '../../../lib/portal-session.ts'

const whoseQuery = graphql(`
  query PortalAlreadyOpen {
    viewer {
      id
      kind
      name
    }
  }
`)

export interface OpenPageProps {
  open: (token: string) => Promise<Opening>
  /** This browser has a session now, and perhaps another person's than before. */
  onOpened: () => Promise<void>
}

type State = Exclude<Opening, 'opened'> | 'opening' | 'no-token'

/** Where a portal link leads: its token is taken out of the address, and exchanged for a session. */
export function OpenPage({ open, onOpened }: OpenPageProps) {
  const navigate = useNavigate()
  const [state, setState] = useState<State>('opening')
  const token = useRef<string>(null)

  const exchange = async (text: string) => {
    setState('opening')
    const outcome = await open(text)
    if (outcome !== 'opened') return setState(outcome)
    await onOpened()
    await navigate('/', { replace: true })
  }
  const begin = useEffectEvent(() => {
    // Once, also where effects are run twice: a link of single use has no second time.
    if (token.current !== null) return
    token.current = takeLinkToken(window)
    if (token.current === '') setState('no-token')
    else void exchange(token.current)
  })
  useEffect(() => begin(), [])

  const again = (
    <Button variant="primary" size="touch" block onClick={() => void exchange(token.current ?? '')}>
      Try again
    </Button>
  )
  switch (state) {
    case 'opening':
      return <PortalNotice title="Opening your portal">One moment.</PortalNotice>
    case 'unreachable':
      return (
        <PortalNotice title="The server could not be reached" actions={again}>
          Your link is still good. Check your connection, then try again.
        </PortalNotice>
      )
    case 'too-many':
      return (
        <PortalNotice title="Too many attempts" actions={again}>
          Your link is still good. Wait a minute, then try again.
        </PortalNotice>
      )
    case 'refused':
      return (
        <PortalNotice title="This link is no longer good" actions={<AlreadyOpen />}>
          It was used, replaced or revoked, or its time is over. Ask your team for a new one: it takes them one click.
        </PortalNotice>
      )
    case 'no-token':
      return (
        <PortalNotice title="This link is not whole" actions={<AlreadyOpen />}>
          A part of it is missing. Open it as it was sent to you, or ask your team for a new one.
        </PortalNotice>
      )
  }
}

/** The way on for whoever is in already: a link of single use is often pressed twice. */
function AlreadyOpen() {
  const { data } = useQuery(whoseQuery, { fetchPolicy: 'network-only' })
  if (data?.viewer?.kind !== 'PORTAL') return null
  return (
    <ButtonLink to="/" variant="primary" size="touch" block>
      Open the portal of {data.viewer.name}
    </ButtonLink>
  )
}
