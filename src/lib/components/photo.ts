/** A photo to be shown: a small picture that leads to the large one. */
export type ShownPhoto = { readonly thumbnail: string; readonly large: string; readonly alt: string }
