/** How pressing a report is, the least first; a report is `normal` until somebody or a rule says otherwise. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const

export type Priority = (typeof priorities)[number]

/** The place of a priority among all, from 0 (the least pressing) up, so that lists can be ordered by it. */
export function priorityRank(priority: Priority): number {
  return priorities.indexOf(priority)
}

/** The place of a priority in a list that shows the most pressing first, from 0. */
export function pressingRank(priority: Priority): number {
  return priorities.length - 1 - priorityRank(priority)
}
