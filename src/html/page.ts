/** A page that stands by itself: head, style, body. */

export interface StandalonePage {
  /** The page's HTML. */
  html: string
  title?: string | undefined
  /** As `en`. */
  language?: string | undefined
  /** Address of the style sheet, as seen from the page. */
  stylesheet?: string | undefined
  /** The style sheet's text, to be part of the page. */
  style?: string | undefined
}

/**
 * Put a page's HTML into a document.
 *
 * @example
 * standalonePage({html, title: 'Our team', stylesheet: 'style.css'})
 */
export function standalonePage({html, title, language = 'en', stylesheet, style}: StandalonePage): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title ?? 'Untitled')}</title>
${stylesheet === undefined ? '' : `<link rel="stylesheet" href="${escapeHtml(stylesheet)}">\n`}${style === undefined ? '' : `<style>\n${style.replaceAll('</', '<\\/')}\n</style>\n`}</head>
<body class="myst-page">
<main class="myst-main">
${html}
</main>
</body>
</html>
`
}

/** Text for an attribute or element. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
