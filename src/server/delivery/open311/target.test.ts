import { describe, expect, test } from 'vitest'
import { readTarget } from './target.ts'

describe('an address of the service', () => {
  test.each([
    ['/open311/v2', 'discovery', null, null],
    ['/open311/v2/', 'discovery', null, null],
    ['/open311/v2/services.json', 'services', null, 'json'],
    ['/open311/v2/services.XML', 'services', null, 'xml'],
    ['/open311/v2/services', 'services', null, null],
    ['/open311/v2/services/a.b.json', 'services', 'a.b', 'json'],
    ['/open311/v2/services/a%2Fb.xml', 'services', 'a/b', 'xml'],
    ['/open311/v2/requests/1,2.json', 'requests', '1,2', 'json'],
    ['/open311/v2/requests.html', 'requests.html', null, null],
    ['/open311/v2/a/b/c.json', '', null, 'json'],
  ] as const)('%s names %s %s %s', (path, resource, item, format) => {
    expect(readTarget(path)).toEqual({ resource, item, format })
  })

  test.each(['/open311/v1/services.json', '/open311', '/open311/v2/%FF.json'])('%s names nothing', (path) => {
    expect(readTarget(path)).toBeNull()
  })
})
