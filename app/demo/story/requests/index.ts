// What the groups asked of institutions, the oldest first.
import { type Request } from '../story.ts'
import { closedRequests } from './closed.ts'
import { openRequests } from './open.ts'

export const requests: readonly Request[] = [...closedRequests, ...openRequests]
