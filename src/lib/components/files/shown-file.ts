/** A picture of the body to be shown, in the sizes from which a browser chooses. */
export type ShownPicture = {
  readonly src: string
  readonly sources: string
  readonly width: number
  readonly height: number
  /** Empty where it only adorns. */
  readonly alt: string
}

/** A link to be shown; `note` is the type and size of a file, empty of anything else. */
export type ShownLink = { readonly label: string; readonly href: string; readonly note: string }
