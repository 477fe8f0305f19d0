export { type RosterKind, rosterNamesChanged } from './facts.ts'
export { loadClosers, loadSetters } from './load-roster.ts'
export {
  findSetterByName,
  type Host,
  hostKey,
  matchCloser,
  matchSetterName,
  matchSource,
  matchTrafficType,
  setterWhen,
} from './match-names.ts'
export { ensureCallType } from './ensure-call-type.ts'
export { addAlias } from './add-alias.ts'
export { admitPortalOpening } from './admit-portal-opening.ts'
export { openPortalLink } from './open-portal-link.ts'
export { endPortalSession } from './end-portal-session.ts'
