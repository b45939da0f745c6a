/** Voting days are over. */
export const isAfterVoting = (phase: string): boolean => !['before', 'plans', 'advice', 'voting'].includes(phase)
