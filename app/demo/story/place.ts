// The Moerbeibuurt in Wilgerdam: a made-up neighbourhood in a made-up town. No such place exists.
import { type Place } from './story.ts'

export const place: Place = {
  name: 'Moerbeibuurt',
  town: 'Wilgerdam',
  about: {
    nl: 'Wij wonen tussen de metro en de vaart. Hier staat wat wij zeggen, wat wij willen en wat ervan komt.',
    en: 'We live between the metro and the canal. Here is what we say, what we want and what comes of it.'
  },
  colour: '#0b5d57',
  picture: 'Tekening: drie flats, een metro op een viaduct, bomen en een bankje aan het water.',
  languages: ['nl', 'en'],
  daysAgo: 430,
  map: {
    viewBox: '0 0 640 420',
    landmarks: [
      {
        kind: 'park',
        name: 'Moerbeipark',
        path: 'M312 40 C336 28 368 34 388 46 C398 86 390 124 400 178 C374 190 344 200 318 204 C322 150 306 94 312 40 Z'
      },
      {
        kind: 'water',
        name: 'Lange Vaart',
        path: 'M-10 378 C92 364 176 392 284 380 S474 352 650 372 L650 400 C492 384 396 402 286 410 S92 396 -10 408 Z'
      },
      { kind: 'metro', name: 'metro', path: 'M-10 236 C120 205 230 250 330 218 S540 150 650 176' },
      { kind: 'station', name: 'Moerbeiplein', x: 330, y: 218 }
    ]
  },
  areas: [
    {
      key: 'wingerd',
      name: 'Wingerdflat',
      about: 'Eén lange, hoge flat met twaalf portieken en galerijen.',
      path: 'M26 52 C96 28 206 42 298 34 C294 92 308 148 304 208 C252 226 196 218 132 212 C92 209 58 212 24 218 C30 160 18 108 26 52 Z',
      label: { x: 164, y: 128 }
    },
    {
      key: 'vogelkers',
      name: 'Vogelkershof',
      about: 'Lage huizen om hofjes heen, naast het park en de school.',
      path: 'M404 48 C472 30 546 44 616 36 C622 74 612 112 618 152 C560 142 506 146 462 158 C444 163 430 168 416 174 C406 130 412 90 404 48 Z',
      label: { x: 514, y: 98 }
    },
    {
      key: 'roos',
      name: 'Gelderse Roos',
      about: 'Vier kleine flats, de winkels en het plein bij de vaart.',
      path: 'M22 252 C96 234 172 246 238 246 C290 244 330 236 378 220 C462 190 546 178 618 194 C612 246 624 300 616 352 C500 340 396 352 290 364 C200 372 104 350 24 362 C16 326 30 290 22 252 Z',
      label: { x: 330, y: 296 }
    }
  ]
}
