/**
 * The public address of a body's pages, for links that leave the house: its own host where it has one, with the installation's
 * scheme, else the installation's own address.
 */
export function tenantOrigin(hosts: readonly string[], origin: string): string {
  const { protocol, hostname } = new URL(origin)
  const [first] = [...hosts].sort()
  return first === undefined || hosts.includes(hostname) ? origin : `${protocol}//${first}`
}
