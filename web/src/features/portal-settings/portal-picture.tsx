import { Mail, Phone, Video } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Avatar } from '../../components/avatar.tsx'
import { formatMoney } from '../../lib/format-money.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { useViewer } from '../../lib/viewer.ts'
import type { PortalSettings } from './portal-settings.ts'

/** An example that is nobody's, so that no real call shows in the settings. */
const places = [
  { rank: 1, name: 'Priya Raman', amount: '61200.00', self: false },
  { rank: 2, name: 'Maya Okafor', amount: '54960.00', self: true },
  { rank: 3, name: 'Daniel Reyes', amount: '48300.00', self: false },
] as const

/** What a closer sees on their phone with these settings, drawn with made-up calls. */
export function PortalPicture({ settings }: { settings: PortalSettings }) {
  const id = useId()
  const { locale } = useFormatSettings()
  const { currency } = useViewer().organization
  const money = (amount: string) => formatMoney({ amount, currency }, { precision: 'whole', locale })
  const { leaderboard, othersFigures, leadContacts, money: shown } = settings
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className="font-semibold tracking-[-0.004em]">
        What a closer sees
      </figcaption>
      <p className="text-small text-fg-3">Made-up calls; it changes as you choose.</p>
      <div className="mx-auto mt-4 max-w-80 rounded-[28px] border border-line-strong bg-surface p-2">
        <div className="divide-y divide-line overflow-hidden rounded-[20px] border border-line">
          <Part title="Next call in 12 min">
            <p className="font-semibold">Chloe Bergman</p>
            <p className="text-small text-fg-2">Strategy call, 2:00 – 2:45 PM</p>
            <p className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-small text-fg-2">
              <Fact icon={<Video aria-hidden size={14} strokeWidth={1.75} />}>Join call</Fact>
              {leadContacts && (
                <>
                  <Fact icon={<Phone aria-hidden size={14} strokeWidth={1.75} />}>+1 202 555 0143</Fact>
                  <Fact icon={<Mail aria-hidden size={14} strokeWidth={1.75} />}>chloe@lead.example</Fact>
                </>
              )}
            </p>
          </Part>
          <Part title="November so far">
            <dl className="flex gap-6">
              {shown !== 'NONE' && <Figure term="Net cash">{money('54960.00')}</Figure>}
              <Figure term="Close rate">26.8%</Figure>
              <Figure term="Closed">11</Figure>
            </dl>
          </Part>
          {shown === 'PAYMENTS' && (
            <Part title="Payments">
              <p className="flex justify-between gap-3">
                <span>Leo Fontaine</span>
                <span className="font-medium">{money('4500.00')}</span>
              </p>
            </Part>
          )}
          {leaderboard !== 'HIDDEN' && (
            <Part title={shown === 'NONE' ? 'Leaderboard, by closed deals' : 'Leaderboard, by net cash'}>
              <ol>
                {places.map(({ rank, name, amount, self }) => (
                  <li key={rank} className={`flex items-center gap-2 py-1 ${self ? 'font-medium' : ''}`}>
                    <span className="w-4 text-right text-fg-3">{rank}</span>
                    {self || leaderboard === 'NAMES' ? (
                      <>
                        <Avatar name={name} />
                        <span className="flex-1">{self ? `${name} (you)` : name}</span>
                      </>
                    ) : (
                      <span className="flex-1 text-fg-3">A closer</span>
                    )}
                    {(self || othersFigures) && <span>{shown === 'NONE' ? 12 - rank : money(amount)}</span>}
                  </li>
                ))}
              </ol>
            </Part>
          )}
        </div>
      </div>
    </figure>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="px-4 py-3">
      <p className="mb-1 text-small font-medium text-fg-3">{title}</p>
      {children}
    </div>
  )
}

const Fact = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <span className="inline-flex items-center gap-1">
    {icon}
    {children}
  </span>
)

const Figure = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt className="text-small text-fg-3">{term}</dt>
    <dd className="font-semibold">{children}</dd>
  </div>
)
