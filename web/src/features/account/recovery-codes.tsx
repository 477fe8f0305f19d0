import { CopyField } from '../../components/copy-field.tsx'

/** The codes that open the account without the authenticator, to be kept elsewhere. Not to be had again. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <CopyField
      label="Recovery codes"
      text={codes.join('\n')}
      multiline
      hint="Shown here, once. Each signs you in one time when the authenticator is not at hand."
    />
  )
}
