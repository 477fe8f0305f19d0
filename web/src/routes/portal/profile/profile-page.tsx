import { skipToken, useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { Button } from '../../../components/button.tsx'
import { buttonClass } from '../../../components/button-class.ts'
import { DateTime, Day } from '../../../components/figures.tsx'
import { Segment } from '../../../components/segment.tsx'
import { PortalHeader } from '../../../features/portal/portal-header.tsx'
import { PortalSection } from '../../../features/portal/portal-section.tsx'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { chooseTheme, useTheme } from '../../../lib/theme.ts'
import { useViewer } from '../../../lib/viewer.ts'
import type { AskAhead } from '../ahead/ask-ahead.ts'
import { usePortal } from '../portal.ts'
import { ProfileFacts } from './profile-facts.tsx'

const visitQuery = graphql(`
  query PortalProfile {
    portalVisit {
      openedAt
      endsAt
      linkEndsAt
      singleUse
      otherSessions
    }
  }
`)

export const askProfile: AskAhead = async (client, { cameBy }) =>
  cameBy === 'link' ? client.query({ query: visitQuery, fetchPolicy: 'network-only' }) : undefined

const themes = [
  { value: 'system', label: 'As the phone' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** Who somebody is here, how they are in, how times read, and the way out. */
export function ProfilePage() {
  const { name, email, organization } = useViewer()
  const { role, cameBy, signOut } = usePortal()
  const { timeZone } = useFormatSettings()
  const theme = useTheme()
  const { data } = useQuery(visitQuery, cameBy === 'link' ? {} : skipToken)
  const visit = data?.portalVisit
  return (
    <main>
      <PortalHeader title="Profile" name={name} />
      <PortalSection title="You">
        <ProfileFacts
          facts={[
            { term: 'Name', value: name },
            { term: 'What you do', value: role === 'closer' ? 'Take calls, as a closer' : 'Book calls, as a setter' },
            { term: 'Team', value: organization.name },
            ...(email === '' ? [] : [{ term: 'Email', value: email }]),
            { term: 'Your times', value: timeZone.replaceAll('_', ' ') },
            { term: 'Team’s days', value: organization.timeZone.replaceAll('_', ' ') },
          ]}
        />
        <p className="mt-3 text-[14px] leading-5 text-pretty text-fg-3">
          Times are those of this phone. Months and weeks are counted by the team’s days.
        </p>
      </PortalSection>
      {visit && (
        <PortalSection title="Your link">
          <ProfileFacts
            facts={[
              { term: 'Opened here', value: <DateTime at={visit.openedAt} /> },
              { term: 'Good here until', value: <Day at={visit.endsAt} /> },
              {
                term: 'The link ends',
                value: visit.singleUse ? 'It opened once, here' : <Day at={visit.linkEndsAt} />,
              },
              {
                term: 'Open elsewhere',
                value: visit.otherSessions === 0 ? 'On no other device' : devices(visit.otherSessions),
              },
            ]}
          />
          <p className="mt-3 text-[14px] leading-5 text-pretty text-fg-3">
            You came by a link of your own. Keep it to yourself: whoever has it sees what you see. If it is lost, your
            team replaces it in one click, and every device that opened it is signed out.
          </p>
        </PortalSection>
      )}
      {cameBy === 'account' && (
        <PortalSection title="Your account">
          <p className="mt-1 text-pretty text-fg-2">
            You are signed in with an account: its password, its second step and its devices are on a page of their own.
          </p>
          <div className="mt-3">
            {/* Another app: its page is loaded anew. */}
            <a href="/settings?tab=account" className={buttonClass({ size: 'touch', block: true })}>
              Account and devices
            </a>
          </div>
        </PortalSection>
      )}
      <PortalSection title="Theme">
        <div className="mt-3">
          <Segment label="Theme" size="touch" choices={themes} value={theme} onChange={chooseTheme} />
        </div>
      </PortalSection>
      <footer className="border-t border-line px-4 py-6 md:px-6">
        <Button size="touch" block onClick={signOut}>
          Sign out on this phone
        </Button>
      </footer>
    </main>
  )
}

const devices = (count: number): string => (count === 1 ? 'On one other device' : `On ${count} other devices`)
