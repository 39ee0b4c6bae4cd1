import { readFileSync } from 'node:fs'

/** Newer than the list by which the official check counts: they are not among its names. */
const notCounted = /^(cmp-|it-card|timeline-wrapper)/

/** The class names of the library's own stylesheet, as far as they are counted. */
export function libraryClasses(): ReadonlySet<string> {
  const css = readFileSync('node_modules/bootstrap-italia/dist/css/bootstrap-italia.min.css', 'utf8')
  const names = [...css.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name = '']) => name)
  return new Set(names.filter((name) => !notCounted.test(name)))
}
