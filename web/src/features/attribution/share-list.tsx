import type { WhyThisCredit_PaymentFragment } from '../../apollo/generated/graphql.ts'
import { Money } from '../../components/figures.tsx'

export type CreditShare = WhyThisCredit_PaymentFragment['shares'][number]

/** Among whom a payment is split: who, how much of it, and what that is now. */
export function ShareList({ shares }: { shares: readonly CreditShare[] }) {
  return (
    <table aria-label="Shares" className="mt-3 ml-9 w-[calc(100%-36px)] border-t border-line">
      <thead>
        <tr className="h-7 text-left text-small text-fg-3">
          <th scope="col" className="font-medium">
            Split among
          </th>
          <th scope="col" className="font-medium">
            As
          </th>
          <th scope="col" className="text-right font-medium">
            Share
          </th>
          <th scope="col" className="text-right font-medium">
            Net
          </th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ role, percent, net, closer, setter }) => (
          <tr key={`${role} ${closer?.id ?? setter?.id ?? ''}`} className="h-7 border-t border-line">
            <th scope="row" className="text-left font-medium">
              {closer?.name ?? setter?.name}
            </th>
            <td className="text-fg-2">{role === 'CLOSER' ? 'Closer' : 'Setter'}</td>
            <td className="text-right tabular-nums">{percent}%</td>
            <td className="text-right tabular-nums">
              <Money value={net} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
