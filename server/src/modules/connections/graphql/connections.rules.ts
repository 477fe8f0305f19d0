import { isAdmin, isOperator } from '../../../graphql-kit/rules.ts'

export const connectionRules = {
  Query: {
    connections: isAdmin('connections:read'),
    deliveries: isAdmin('connections:read'),
    delivery: isAdmin('connections:read'),
    platformVault: isOperator,
  },
  Mutation: {
    createConnection: isAdmin('connections:write'),
    updateConnection: isAdmin('connections:write'),
    rotateConnectionSecret: isAdmin('connections:write'),
    checkConnection: isAdmin('connections:write'),
    registerWebhook: isAdmin('connections:write'),
    removeWebhook: isAdmin('connections:write'),
    replayDelivery: isAdmin('connections:write'),
    replayDeliveries: isAdmin('connections:write'),
  },
}
