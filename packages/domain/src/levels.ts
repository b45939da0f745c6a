// How much residents have to say: promised beforehand, judged afterwards.

/** Informeren, meedenken, meewerken, meebeslissen, zelf beslissen: from least to most. */
export const levels = ['inform', 'think-along', 'work-along', 'decide-along', 'decide'] as const
export type Level = (typeof levels)[number]

/** Steps between what was promised and what was experienced: negative when residents got less than they were promised. */
export const levelGap = (promised: Level, experienced: Level): number =>
  levels.indexOf(experienced) - levels.indexOf(promised)
