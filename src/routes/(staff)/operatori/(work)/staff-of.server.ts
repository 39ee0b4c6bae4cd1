/** Whoever asks; the guard of all work lets in nobody who is not signed in. */
export function staffOf({ staff }: App.Locals): NonNullable<App.Locals['staff']> {
  if (!staff) throw new Error('a page of work is asked for past its guard')
  return staff
}
