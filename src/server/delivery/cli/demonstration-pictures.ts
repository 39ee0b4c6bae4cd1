import sharp from 'sharp'
import type { Attachment } from '#server/storage/attachments.ts'
import { storePhoto } from '#server/use-cases/reports/store-photo.ts'
import type { World } from '#server/world.ts'

/** Pictures of the demonstration are drawn, so that they show nobody and belong to nobody: a street, and what is wrong in it. */
export type Scene = 'road' | 'lamp' | 'rubbish' | 'tree' | 'water' | 'wall' | 'bench' | 'sign'

const hints: readonly (readonly [RegExp, Scene])[] = [
  [/buche|marciapiedi/, 'road'],
  [/illuminazione|semafor/, 'lamp'],
  [/rifiut|cestin|cassonet|pulizia|deiezion|insetti|derat/, 'rubbish'],
  [/alberi|aiuole|giardini|orti|cani|suolo/, 'tree'],
  [/acqua|allag|fogn|caditoi|fontan|rivi|spiagge/, 'water'],
  [/muri|edific|scuole|degrad|vandal|cimiter|barriere/, 'wall'],
  [/panchin|gioco|dissuas|bacheche/, 'bench'],
  [/segnal|viabil|rumor|veicol/, 'sign'],
]

const [width, height] = [1200, 900]

const houses = [
  [0, 250, 170, '#d9a679'],
  [170, 180, 150, '#e6c79c'],
  [320, 290, 190, '#c98d6b'],
  [510, 210, 160, '#e9d6b4'],
  [670, 260, 210, '#d6b08a'],
  [880, 190, 150, '#c7a283'],
  [1030, 270, 170, '#e2bf93'],
] as const

const subjects: Readonly<Record<Scene, string>> = {
  road: '<ellipse cx="620" cy="760" rx="230" ry="62" fill="#2c2c30"/><ellipse cx="610" cy="748" rx="180" ry="42" fill="#17171a"/><path d="M330 700l90 24-40 30 60 20" stroke="#3a3a3e" stroke-width="8" fill="none"/>',
  lamp: '<rect x="590" y="190" width="22" height="510" fill="#39424d"/><path d="M601 200q0-70 120-70" stroke="#39424d" stroke-width="20" fill="none"/><path d="M700 120h110l-25 50h-60z" fill="#2a3138"/><path d="M725 172h60l90 528H635z" fill="#0d1320" opacity=".35"/>',
  rubbish:
    '<rect x="430" y="520" width="150" height="190" rx="12" fill="#2f6b4f"/><rect x="420" y="500" width="170" height="30" rx="8" fill="#245640"/><path d="M600 720q10-110 90-110t95 110z" fill="#33343b"/><path d="M720 720q20-80 80-80t85 80z" fill="#4b4d57"/><rect x="330" y="650" width="90" height="70" fill="#b98b55" transform="rotate(-9 375 685)"/>',
  tree: '<rect x="560" y="420" width="64" height="300" fill="#6d4c33" transform="rotate(13 592 700)"/><circle cx="680" cy="330" r="150" fill="#3f7d48"/><circle cx="570" cy="360" r="110" fill="#4c8f55"/><path d="M690 520l190 150" stroke="#6d4c33" stroke-width="22"/><circle cx="890" cy="680" r="60" fill="#4c8f55"/>',
  water:
    '<path d="M0 690q150-50 300-20t330-20 320 25 250-15v240H0z" fill="#5b8fb0"/><path d="M80 760q90-20 180 0M430 800q110-24 220 0M820 770q90-18 170 0" stroke="#dcecf4" stroke-width="9" fill="none"/><ellipse cx="600" cy="770" rx="70" ry="18" fill="#39424d"/>',
  wall: '<rect x="250" y="330" width="720" height="370" fill="#cfc3b1"/><path d="M320 470q60-110 130-10t120-40 110 60" stroke="#b3332b" stroke-width="26" fill="none"/><path d="M700 610q50-90 90 0t90-20" stroke="#2c5fa8" stroke-width="22" fill="none"/>',
  bench:
    '<rect x="360" y="560" width="480" height="26" fill="#8b5e34"/><rect x="360" y="600" width="300" height="26" fill="#8b5e34" transform="rotate(7 500 610)"/><rect x="380" y="490" width="440" height="24" fill="#9b6c3f"/><rect x="390" y="490" width="20" height="220" fill="#39424d"/><rect x="790" y="490" width="20" height="220" fill="#39424d"/>',
  sign: '<rect x="590" y="360" width="18" height="350" fill="#6b747e" transform="rotate(-16 600 710)"/><path d="M470 240l150 250H330z" fill="#fff" stroke="#b3332b" stroke-width="26" transform="rotate(-16 470 400)"/>',
}

/** Which scene goes with a category of the demonstration, by the words in its code. */
export function sceneOf(categoryCode: string): Scene | null {
  const known = hints.find(([pattern]) => pattern.test(categoryCode))
  return known?.[1] ?? null
}

/** Gives photos of scenes, each with a key of its own; a scene is painted and made smaller once. */
export type Album = { photo(scene: Scene, shade: number): Promise<Attachment> }

export function openAlbum(world: World): Album {
  const painted = new Map<string, Promise<Uint8Array>>()
  const prepared = new Map<Uint8Array, ReturnType<World['images']['prepare']>>()
  const prepare = (bytes: Uint8Array) => {
    const known = prepared.get(bytes) ?? world.images.prepare(bytes)
    prepared.set(bytes, known)
    return known
  }
  return {
    photo: async (scene, shade) => {
      const bytes = await (painted.get(`${scene}${shade}`) ?? paintScene(scene, shade))
      painted.set(`${scene}${shade}`, Promise.resolve(bytes))
      const stored = await storePhoto(
        { ...world, images: { prepare } },
        { bytes, name: `${scene}.jpg`, sourceUrl: null, position: 0 },
      )
      if (!stored.ok) throw new Error(`${scene}: ${stored.refusal}`)
      return stored.value
    },
  }
}

function paintScene(scene: Scene, shade: number): Promise<Uint8Array> {
  return sharp(Buffer.from(drawScene(scene, shade)))
    .jpeg({ quality: 82 })
    .toBuffer()
}

function drawScene(scene: Scene, shade: number): string {
  const sky = `hsl(${200 + shade * 18} ${35 + shade * 8}% ${scene === 'lamp' ? 24 : 74 - shade * 5}%)`
  const fronts = houses.map(
    ([x, y, w, colour]) => `<rect x="${x}" y="${y}" width="${w}" height="${560 - y}" fill="${colour}"/>${windows(x, y, w)}`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="${sky}"/>${fronts.join('')}
<rect y="560" width="${width}" height="60" fill="#b7b2a8"/><rect y="620" width="${width}" height="280" fill="#6f7076"/>
<path d="M0 770h140M240 770h140M480 770h140M720 770h140M960 770h140" stroke="#d8d8d2" stroke-width="12" opacity=".6"/>
${subjects[scene]}</svg>`
}

function windows(x: number, y: number, w: number): string {
  const columns = Math.floor(w / 50)
  return Array.from({ length: columns * 4 }, (_, n) => {
    const [column, row] = [n % columns, Math.floor(n / columns)]
    return `<rect x="${x + 14 + column * 50}" y="${y + 24 + row * 66}" width="24" height="36" fill="#5d6b73"/>`
  }).join('')
}
