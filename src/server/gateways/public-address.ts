import ipaddr from 'ipaddr.js'

const assignedToTheWorld = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an IP address belongs to the public internet. IPv6 that carries an IPv4 address inside (mapped, compatible, NAT64,
 * 6to4, Teredo) does not, whatever it carries: none of it is needed to reach a public server.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(assignedToTheWorld)
}
