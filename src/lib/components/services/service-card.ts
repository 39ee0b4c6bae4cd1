/** A service as lists show it. */
export type ServiceCardProps = {
  readonly href: string
  readonly title: string
  readonly description: string
  readonly category?: string | undefined
}
