import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCoordinates, parsePlace, writeCoordinates } from './parse-place.ts'

test.each([
  ['8.93', '44.4', { longitude: 8.93, latitude: 44.4 }],
  ['8,93', '44,4', { longitude: 8.93, latitude: 44.4 }],
  [' +8.93 ', '-44.4', { longitude: 8.93, latitude: -44.4 }],
  ['-0', '0', { longitude: -0, latitude: 0 }],
  ['-180', '90', { longitude: -180, latitude: 90 }],
  ['7.0156721123694545', '45.07', { longitude: 7.0156721123694545, latitude: 45.07 }],
  ['180.000001', '44', null],
  ['181', '44', null],
  ['8.9', '90.1', null],
  ['8.9', '-90.1', null],
  ['', '44', null],
  ['8.9', ' ', null],
  ['NaN', '44', null],
  ['Infinity', '44', null],
  ['-Infinity', '44', null],
  ['8.9e1', '44', null],
  ['0x8', '44', null],
  ['8.9.1', '44', null],
  ['8,9,1', '44', null],
  ['8.9°', '44', null],
  [`8.${'9'.repeat(5000)}`, '44', null],
  [null, undefined, null],
])('reads %s, %s', (longitude, latitude, place) => expect(parsePlace(longitude, latitude)).toEqual(place))

test('every point that a map in Europe can write is read exactly', () => {
  const [longitudes, latitudes] = [fc.double({ min: 1, max: 30, noNaN: true }), fc.double({ min: 35, max: 48, noNaN: true })]
  fc.assert(
    fc.property(longitudes, latitudes, (longitude, latitude) => {
      expect(parsePlace(String(longitude), String(latitude))).toEqual({ longitude, latitude })
    }),
  )
})

test.each([
  ['44.4056, 8.9463', { longitude: 8.9463, latitude: 44.4056 }],
  ['44.4056,8.9463', { longitude: 8.9463, latitude: 44.4056 }],
  ['44,4056, 8,9463', { longitude: 8.9463, latitude: 44.4056 }],
  ['44,4056; 8,9463', { longitude: 8.9463, latitude: 44.4056 }],
  [' 44.4056  8.9463 ', { longitude: 8.9463, latitude: 44.4056 }],
  ['-44, -8', { longitude: -8, latitude: -44 }],
  ['8.9463', null],
  ['44.4, 8.9, 3', null],
  ['144.4, 8.9', null],
  ['via Garibaldi 9', null],
  ['', null],
])('reads what is copied from a map: %s', (text, place) => expect(parseCoordinates(text)).toEqual(place))

test('what is written is read again', () => {
  const place = { longitude: 8.93, latitude: -44.4 }
  expect(parseCoordinates(writeCoordinates(place))).toEqual(place)
})
