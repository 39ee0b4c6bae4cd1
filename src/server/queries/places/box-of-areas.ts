import { boxOf } from '#domain/areas/area-index.ts'
import type { Directory } from '#server/storage/directory.ts'

/** West, south, east, north around all areas of the body; around its centre where it has none. */
export function boxOfAreas({ areas, tenant }: Directory): ReturnType<typeof boxOf> {
  const { longitude, latitude } = tenant.settings.centre
  const used = [...areas.values()].filter(({ active }) => active)
  const boxes = used.map(({ geometry }) => boxOf(geometry))
  return boxes.reduce(
    (all, one) => [Math.min(all[0], one[0]), Math.min(all[1], one[1]), Math.max(all[2], one[2]), Math.max(all[3], one[3])],
    boxes[0] ?? [longitude, latitude, longitude, latitude],
  )
}
