/** Quantities as siunitx writes them: `4 <\kilo\meter\per\second>`. Pure. */
import {own} from '../names/own.js'

const prefixes: Readonly<Record<string, string>> = {
  atto: 'a',
  centi: 'c',
  deca: 'da',
  deci: 'd',
  deka: 'da',
  femto: 'f',
  giga: 'G',
  hecto: 'h',
  kilo: 'k',
  mega: 'M',
  micro: 'µ',
  milli: 'm',
  nano: 'n',
  peta: 'P',
  pico: 'p',
  tera: 'T'
}

const units: Readonly<Record<string, string>> = {
  ampere: 'A',
  angstrom: 'Å',
  bar: 'bar',
  becquerel: 'Bq',
  bit: 'bit',
  byte: 'B',
  candela: 'cd',
  celsius: '°C',
  coulomb: 'C',
  dalton: 'Da',
  day: 'd',
  degree: '°',
  degreeCelsius: '°C',
  electronvolt: 'eV',
  farad: 'F',
  gram: 'g',
  gray: 'Gy',
  hectare: 'ha',
  henry: 'H',
  hertz: 'Hz',
  hour: 'h',
  joule: 'J',
  katal: 'kat',
  kelvin: 'K',
  liter: 'L',
  litre: 'L',
  lumen: 'lm',
  lux: 'lx',
  meter: 'm',
  metre: 'm',
  minute: 'min',
  molar: 'mol\u2009dm⁻³',
  mole: 'mol',
  newton: 'N',
  ohm: 'Ω',
  pascal: 'Pa',
  percent: '%',
  radian: 'rad',
  second: 's',
  siemens: 'S',
  sievert: 'Sv',
  steradian: 'sr',
  tesla: 'T',
  tonne: 't',
  volt: 'V',
  watt: 'W',
  weber: 'Wb'
}

const powers: Readonly<Record<string, string>> = {square: '²', cubic: '³', squared: '²', cubed: '³'}

export interface Quantity {
  number?: string | undefined
  /** As readers know it: `km/s²`. What is no macro stays as written. */
  unit: string
}

/**
 * Read a quantity.
 *
 * @example
 * parseQuantity('4 <\\kilo\\meter>') // {number: '4', unit: 'km'}
 */
export function parseQuantity(value: string): Quantity {
  const [, number = '', source = ''] = /^([^<]*)<([^>]*)>?$/.exec(value.trimEnd()) ?? [undefined, value, '']
  const bare = number.trim()
  return {...(bare ? {number: bare} : {}), unit: unitOf(source)}
}

function unitOf(source: string): string {
  let out = ''
  let waiting = ''
  let glued = true
  for (const [, macro, other] of source.matchAll(/\\([A-Za-z]+)|([^\\]+)/g)) {
    if (macro === undefined) {
      out += other ?? ''
      continue
    }
    const unit = own(units, macro)
    const prefix = own(prefixes, macro)
    const power = own(powers, macro)
    if (macro === 'per') {
      out += '/'
      glued = true
    } else if (power && /ed$/.test(macro)) out += power
    else if (power) waiting = power
    else {
      out += (glued ? '' : '\u2009') + (prefix ?? unit ?? `\\${macro}`)
      glued = prefix !== undefined
      if (unit) {
        out += waiting
        waiting = ''
      }
    }
  }
  return out
}
