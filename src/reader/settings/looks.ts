/** Declarations for the root element, where the tokens of the styles are. */
type Style = string

/** What a reader may choose, with its options. Those without a style are how pages are without a choice. */
export const choices: Record<string, Record<string, Style>> = {
  Colours: {
    System: '',
    Light: 'color-scheme:light',
    Dark: 'color-scheme:dark',
    Sepia:
      'color-scheme:light;--paper:#f4ecd8;--ink:#352a1e;--soft:#65563f;--rule:#e0d2b4;--wash:#ece2ca',
  },
  'Text size': {
    Small: 'font-size:90%',
    Usual: '',
    Large: 'font-size:115%',
    'Very large': 'font-size:135%',
  },
  Typeface: { Serif: '', 'Sans serif': '--serif:var(--sans)' },
  'Line spacing': { Usual: '', Wide: '--leading:1.9' },
  // https://www.w3.org/TR/WCAG22/#character-key-shortcuts
  'Search with “/”': { On: '', Off: '--slash:off' },
}

/** The options that are chosen, by choice. */
export type Look = Record<string, string>

/** What is kept on the device. The script in `index.html` adopts `css` before anything is shown. */
interface Kept {
  look: Look
  css: string
  /** The colours of what the browser shows around the page, for each `meta` that names one. */
  papers: string[]
}

const place = 'lectern'
const themeColors: Look = { Light: '#fbf9f4', Dark: '#171512', Sepia: '#f4ecd8' }

export const usualLook: Look = Object.fromEntries(
  Object.entries(choices).map(([choice, options]) => [
    choice,
    Object.keys(options).find((option) => options[option] === '') ?? '',
  ]),
)

/** Undefined where nothing was chosen, or the device keeps nothing. */
export function keptLook(): Look | undefined {
  try {
    // Written by `applyLook`.
    const kept = JSON.parse(localStorage.getItem(place) ?? '') as Kept
    return { ...usualLook, ...kept.look }
  } catch {
    return undefined
  }
}

/** Shows pages so from now on; where the device keeps nothing, until the reader leaves. */
export function applyLook(look: Look): void {
  const styles = Object.entries(choices).map(([choice, options]) => options[look[choice] ?? ''])
  const css = `:root{${styles.filter(Boolean).join(';')}}`
  const around = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')]
  const papers = around.map(
    ({ media }) =>
      themeColors[look.Colours ?? ''] ??
      themeColors[media.includes('dark') ? 'Dark' : 'Light'] ??
      '',
  )

  // On paper, a page looks as it always does.
  const sheet = new CSSStyleSheet({ media: 'screen' })
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [sheet]
  around.forEach((meta, at) => {
    meta.content = papers[at] ?? ''
  })
  const kept: Kept = { look, css, papers }
  try {
    localStorage.setItem(place, JSON.stringify(kept))
  } catch {}
}
