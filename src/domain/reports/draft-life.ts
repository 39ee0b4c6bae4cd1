/** How long a draft is kept that nobody touches, in milliseconds. */
export const draftLife = 7 * 86_400_000

/** Until when a draft is kept that was touched last at a moment. */
export function draftEnd(touched: Date): Date {
  return new Date(touched.getTime() + draftLife)
}
