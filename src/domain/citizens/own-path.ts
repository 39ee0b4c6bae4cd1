const longest = 300

/** Signing in from here would lead round in a circle, or out again at once. */
const circles = /^\/(accedi|esci)(?:[/?#]|$)/

/** Where somebody goes on after signing in: an address of this site alone, whatever was asked for; nothing where it is none. */
export function ownPath(wanted: string | null): string | null {
  if (wanted === null || wanted.length > longest || circles.test(wanted)) return null
  return /^\/(?:[\w.~%+-][\w.~%+/-]*)?(?:\?[\w.~%+/=&-]*)?(?:#[\w-]*)?$/.test(wanted) && !wanted.includes('//') ? wanted : null
}
