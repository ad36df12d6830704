/** How headings get their anchors: as GitHub, GitLab or docutils would make them. */
export type SlugPreset = 'github' | 'gitlab' | 'docutils'

// What Python's str.split() takes for white space beside the space; JavaScript's \s is another set.
const ODD_SPACE =
  '\\t-\\r\\u001c-\\u001f\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'
const WHITE_SPACE = new RegExp(`[ ${ODD_SPACE}]+`)
/** White space that is more than a space between two words. */
const LOOSE_SPACE = new RegExp(`[${ODD_SPACE}]|^ | $| {2}`)

// docutils' two tables of letters that Unicode does not decompose into an ASCII letter and an accent.
const DIGRAPHS: Readonly<Record<string, string>> = {ß: 'sz', æ: 'ae', œ: 'oe', ȸ: 'db', ȹ: 'qp'}
const STROKED = 'øđħıłŧƀƃƈƌƒƙƚƞƥƫƭƴƶǥȥȴȵȶȷȼȿɀɇɉɋɍɏ'
const UNSTROKED = 'odhiltbbcdfklnpttyzgzlntjcszejqry'
const NOT_DECOMPOSED = new RegExp(`[${Object.keys(DIGRAPHS).join('')}${STROKED}]`, 'g')

// Where the search for a free number ended: a change log has thousands of headings "Fixed".
const lastCounts = new WeakMap<Set<string>, Map<string, number>>()

/**
 * The form under which a label is stored and looked up (docutils' `fully_normalize_name`): in lower case, with
 * single spaces; composed, so that it does not matter how accents are written.
 *
 * @example
 * ```ts
 * normalizeLabel(' Getting\n Started ') // 'getting started'
 * ```
 */
export function normalizeLabel(label: string): string {
  const text = composed(label).toLowerCase()
  return LOOSE_SPACE.test(text) ? words(text).join(' ') : text
}

/**
 * The id that docutils makes of a text (`make_id`): ASCII letters, digits and single hyphens, with a letter first.
 * Empty where nothing of the text is left, as with digits alone or another script.
 *
 * @example
 * ```ts
 * makeId('2.1 Straße & Œuvre') // 'strasze-oeuvre'
 * makeId('目次') // ''
 * ```
 */
export function makeId(text: string): string {
  const id = hyphenated(unaccented(text.toLowerCase()))
  return /^\d/.test(id) ? id.replace(/^[-0-9]+/, '') : id
}

/**
 * The id that Sphinx gives to terms and objects (`sphinx.util.nodes.make_id`): like docutils', but case, dots and
 * underscores stay.
 *
 * @example
 * ```ts
 * sphinxId('Term One', 'term') // 'term-Term-One'
 * sphinxId('os.path.join') // 'os.path.join'
 * ```
 */
export function sphinxId(text: string, prefix = ''): string {
  const id = unaccented(prefix ? `${prefix}-${text}` : text)
    .replace(/[^a-zA-Z0-9._]+/g, '-')
    .replace(/^[-0-9._]+|(?<!-)-+$/g, '')
  if (id && id !== prefix) return id
  // Nothing of the text is ASCII: its own letters are an id that can be read.
  const own = words(text).join('-')
  return [prefix, own].filter(Boolean).join('-') || 'object'
}

/**
 * The anchor of a heading, as MyST-Parser's `myst_heading_slug_func` presets make it. May be empty, which means
 * no anchor; not yet unique in the page (see {@link uniqueSlug}).
 *
 * @example
 * ```ts
 * slugify('What is new in 2.0?', 'github') // 'what-is-new-in-20'
 * slugify('What is new in 2.0?', 'docutils') // 'what-is-new-in-2-0'
 * ```
 */
export function slugify(title: string, preset: SlugPreset): string {
  if (preset === 'docutils') return makeId(title)
  // GitHub keeps outer spaces as hyphens, GitLab strips them.
  if (preset === 'github') return githubSlug(title)
  const slug = githubSlug(title.trim()).replace(/-+/g, '-')
  // GitLab links issues by number (#12), so a heading must not be called that.
  return /^\p{Nd}+$/u.test(slug) ? `anchor-${slug}` : slug
}

/**
 * The slug, or the first of `slug-1`, `slug-2` … that is not taken. It takes nothing itself: add the result to
 * `taken` before the next call. Numbers found taken are not looked at again, so names should not leave the set.
 *
 * @example
 * ```ts
 * uniqueSlug('notes', new Set(['notes', 'notes-1'])) // 'notes-2'
 * ```
 */
export function uniqueSlug(slug: string, taken: Set<string>): string {
  if (!taken.has(slug)) return slug
  const counts = lastCounts.get(taken) ?? new Map<string, number>()
  lastCounts.set(taken, counts)
  let count = counts.get(slug) ?? 1
  while (taken.has(`${slug}-${count}`)) count++
  counts.set(slug, count)
  return `${slug}-${count}`
}

/**
 * The id of a heading: docutils' where there is one, else the GitHub slug, so that headings in other scripts and
 * bare numbers have a readable id too, else `section`. Not yet unique in the page (see {@link uniqueSlug}).
 *
 * @example
 * ```ts
 * headingId('Our team') // 'our-team'
 * headingId('目次') // '目次'
 * headingId('!?') // 'section'
 * ```
 */
export function headingId(text: string): string {
  return makeId(text) || githubSlug(text).replace(/^-+|(?<!-)-+$/g, '') || 'section'
}

/**
 * The class names in what an author wrote: `a b`, `a, b` or `[a, b]`, each made a name as docutils makes it. What
 * leaves no name, such as a number, is left out.
 *
 * @example
 * ```ts
 * normalizeClassNames('[sd-m-2, C_d]') // ['sd-m-2', 'c-d']
 * ```
 */
export function normalizeClassNames(value: string): string[] {
  const trimmed = value.trim()
  const list = trimmed.startsWith('[') && trimmed.endsWith(']') ? trimmed.slice(1, -1) : trimmed
  return words(list.replaceAll(',', ' ')).map(makeId).filter(Boolean)
}

/** Whether there is nothing to compose or to take apart, as in most text. */
function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text)
}

function composed(text: string): string {
  return isAscii(text) ? text : text.normalize()
}

function unaccented(text: string): string {
  if (isAscii(text)) return text
  return (
    text
      .replace(NOT_DECOMPOSED, (letter) => DIGRAPHS[letter] ?? UNSTROKED.charAt(STROKED.indexOf(letter)))
      .normalize('NFKD')
      // Dropped, not made a hyphen: accents stand apart from their letters now.
      .replace(/\P{ASCII}+/gu, '')
  )
}

/** The runs of `a` to `z` and digits, a hyphen between them. */
function hyphenated(text: string): string {
  let out = ''
  let from = -1
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      if (from < 0) from = at
    } else if (from >= 0) {
      const run = text.slice(from, at)
      out = out ? `${out}-${run}` : run
      from = -1
    }
  }
  return out
}

function githubSlug(title: string): string {
  // Python's \w: letters and digits of all scripts without combining marks; and all of the block of Han ideographs.
  const slug = composed(title).toLowerCase().replaceAll(' ', '-')
  return slug.replace(isAscii(slug) ? /[^\w-]+/g : /[^\p{L}\p{N}_\-\u4e00-\u9fff]+/gu, '')
}

function words(text: string): string[] {
  return text.split(WHITE_SPACE).filter(Boolean)
}
