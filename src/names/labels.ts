/** How headings get their anchors: as GitHub, GitLab or docutils would make them. */
export type SlugPreset = 'github' | 'gitlab' | 'docutils'

// What Python's str.split() takes for white space; JavaScript's \s is another set.
// biome-ignore lint/suspicious/noControlCharactersInRegex: four separators of the C0 range are in that set
const WHITE_SPACE = /[\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/

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
  return words(label.normalize().toLowerCase()).join(' ')
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
  return unaccented(text.toLowerCase())
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-$/g, '')
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
    .replace(/^[-0-9._]+|-+$/g, '')
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
  return makeId(text) || githubSlug(text).replace(/^-+|-+$/g, '') || 'section'
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

function unaccented(text: string): string {
  return (
    text
      .replace(NOT_DECOMPOSED, (letter) => DIGRAPHS[letter] ?? UNSTROKED.charAt(STROKED.indexOf(letter)))
      .normalize('NFKD')
      // Dropped, not made a hyphen: accents stand apart from their letters now.
      .replace(/\P{ASCII}+/gu, '')
  )
}

function githubSlug(title: string): string {
  // Python's \w: letters and digits of all scripts without combining marks; and all of the block of Han ideographs.
  return title
    .normalize()
    .toLowerCase()
    .replaceAll(' ', '-')
    .replace(/[^\p{L}\p{N}_\-\u4e00-\u9fff]+/gu, '')
}

function words(text: string): string[] {
  return text.split(WHITE_SPACE).filter(Boolean)
}
