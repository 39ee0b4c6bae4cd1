/** Beyond this a list says "more than": counting on would cost more than it tells. */
export const countedUpTo = 500
