import type { Place } from '#domain/shared/place.ts'

export type Suggestion = {
  readonly label: string
  readonly postcode: string | null
  readonly area: string | null
  readonly place: Place
}

/** What lies at a point: a street's name where one is near, the area, or that it is not the body's territory. */
export type Found = { readonly outside: boolean; readonly label: string; readonly area: string }

/** Addresses that begin like the text; none when the server can not be reached, since the search button is still there. */
export async function suggest(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  const answer = await fetch(`/mappa/cerca?q=${encodeURIComponent(text)}`, { signal })
  return answer.ok ? (await answer.json()).results : []
}

/** Asks what a point is called; without an answer it is a point all the same. */
export async function lookUp({ longitude, latitude }: Place): Promise<Found> {
  const nothing = { outside: false, label: '', area: '' }
  try {
    const answer = await fetch(`/mappa/indirizzo?lon=${longitude.toFixed(6)}&lat=${latitude.toFixed(6)}`)
    if (!answer.ok) return nothing
    const { outside, label, area } = await answer.json()
    return { outside, label: label ?? '', area: area ?? '' }
  } catch {
    return nothing
  }
}

/** Where the person is, if the browser and the person tell. */
export function whereAmI(): Promise<Place> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(({ coords: { longitude, latitude } }) => resolve({ longitude, latitude }), reject, {
      enableHighAccuracy: true,
      timeout: 15_000,
    })
  })
}
