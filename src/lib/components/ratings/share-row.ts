/** One of several things that were counted, with its part of all, from 0 to 100. */
export type ShareRow = { readonly label: string; readonly share: number; readonly text: string }
