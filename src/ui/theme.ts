import { createTheme, shouldSkipGeneratingVar, type Theme } from '@mui/material/styles'
import { darkTones, lightTones, type Tone, type ToneColours } from './tone.ts'

declare module '@mui/material/styles' {
  interface Palette {
    tone: Readonly<Record<Tone, ToneColours>>
  }
  interface PaletteOptions {
    tone?: Readonly<Record<Tone, ToneColours>>
  }
}

const systemFonts =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

/** Fixed-width face for ids, addresses and logs; no font is ever fetched. */
export const monospace =
  'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace'

/**
 * The one theme: light and dark as CSS variables, so switching repaints without a render. Dense on purpose:
 * operators compare many rows at once.
 */
export function createJoblensTheme(): Theme {
  return createTheme({
    cssVariables: {
      cssVarPrefix: 'joblens',
      colorSchemeSelector: 'data-theme',
      // Each is written into the page, twice, before anything is on screen.
      shouldSkipGeneratingVar: (keys) => shouldSkipGeneratingVar(keys) || isOfUnusedComponent(keys),
    },
    colorSchemes: { light: { palette: lightPalette }, dark: { palette: darkPalette } },
    shape: { borderRadius: 6 },
    spacing: 8,
    typography: {
      fontFamily: systemFonts,
      fontSize: 13,
      body1: { fontSize: '0.875rem', lineHeight: 1.5 },
      h1: { fontSize: '1.375rem', fontWeight: 650, lineHeight: 1.3 },
      h2: { fontSize: '1.0625rem', fontWeight: 650, lineHeight: 1.4 },
      h3: { fontSize: '0.9375rem', fontWeight: 650, lineHeight: 1.4 },
      button: { textTransform: 'none', fontWeight: 550 },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          // Where the system forces its colours, no ground tells any more what is open or chosen.
          '@media (forced-colors: active)': {
            '[aria-current]:not([aria-current="false"]), [aria-selected="true"], [aria-pressed="true"]': {
              outline: '2px solid Highlight',
              outlineOffset: -2,
            },
          },
        },
      },
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        // The ripple was all that told where the focus is.
        styleOverrides: {
          root: { '&:focus-visible': { outline: '2px solid currentColor', outlineOffset: -2 } },
        },
      },
      MuiButton: { defaultProps: { size: 'small', disableElevation: true } },
      MuiTextField: { defaultProps: { size: 'small' } },
      MuiSelect: { defaultProps: { size: 'small' } },
      MuiIconButton: { defaultProps: { size: 'small' } },
    },
  })
}

/** Colours for components of the library: their names are written large, and `Button` is the one that is used. */
function isOfUnusedComponent([group, name = '']: readonly string[]): boolean {
  return group === 'palette' && /^[A-Z]/.test(name) && name !== 'Button'
}

const lightPalette = {
  primary: { main: '#1f5fbf' },
  error: { main: '#b91c1c' },
  text: { primary: '#1b222c', secondary: '#505b6a' },
  background: { default: '#f6f7f9', paper: '#ffffff' },
  divider: '#d9dee5',
  action: { hover: 'rgba(27, 34, 44, 0.05)', selected: 'rgba(31, 95, 191, 0.1)' },
  tone: lightTones,
}

const darkPalette = {
  primary: { main: '#82b1ff' },
  error: { main: '#ff8a80' },
  text: { primary: '#e4e8ee', secondary: '#a3adba' },
  background: { default: '#12161c', paper: '#1a2028' },
  divider: '#323b47',
  action: { hover: 'rgba(255, 255, 255, 0.06)', selected: 'rgba(130, 177, 255, 0.15)' },
  tone: darkTones,
}
