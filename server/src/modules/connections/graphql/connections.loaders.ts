import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { type ConnectionRow, loadConnections } from '../service/load-connections.ts'

export const connectionById = defineLoader<ConnectionRow | null>(loadConnections, null)
