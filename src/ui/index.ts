export { newerVersion, upgradeAddress } from './address-version.ts'
export { AppLink, type AppLinkProps, OutLink, useAppHref, useAppNavigate } from './app-link.tsx'
export type { Column } from './column.ts'
export { CopyButton, type CopyButtonProps } from './copy-button.tsx'
export { EmptyState, type EmptyStateProps } from './empty-state.tsx'
export { type Fact, Facts, type FactsProps } from './facts.tsx'
export { isFramed, noteProblem, type ShownProblem, setFramed, watchProblems } from './framed.ts'
export { isFreeKey } from './free-key.ts'
export { isFocusFree } from './is-focus-free.ts'
export { isOwnAddress } from './is-own-address.ts'
export { exportKept, forgetChoices, importKept, longestFile } from './kept-file.ts'
export { canKeep, keep, onKept, readKept, stopKeeping } from './kept-json.ts'
export { type KeyGroup, KeySheet, type KeySheetProps } from './key-sheet.tsx'
export { type LazyPart, lazyPart, PartLoadError } from './lazy-part.tsx'
export { Loading, type LoadingProps } from './loading.tsx'
export { type Breadcrumb, PageHeading, type PageHeadingProps } from './page-heading.tsx'
export { PopoverButton, type PopoverButtonProps } from './popover-button.tsx'
export {
  changePreferences,
  type Preferences,
  readPreferences,
  type ThemeMode,
  themeModes,
  toThemeMode,
} from './preferences.ts'
export {
  type MissingPermission,
  type ProblemLabels,
  ProblemPanel,
  type ProblemPanelProps,
} from './problem-panel.tsx'
export {
  forgetVisit,
  forgetVisits,
  recentVisits,
  rememberVisit,
  tellNowhere,
  type Visit,
} from './recent-visits.ts'
export { Redirect, type RedirectProps } from './redirect.tsx'
export { SelectField, type SelectFieldProps } from './select-field.tsx'
export { markdownOfShared } from './share-markdown.ts'
export type { Shared, ShareWords } from './shared.ts'
export { type SignInLink, signedInPath, useSignInLink } from './sign-in-link.ts'
export { SmallButton } from './small-button.tsx'
export { type Sort, type SortValue, sortRows } from './sort-rows.ts'
export { type StandIns, saveFile, setStandIns, showToCopy } from './stand-ins.ts'
export { isStarred, type Star, starredPages, toggleStar } from './stars.ts'
export { StatusChip, type StatusChipProps } from './status-chip.tsx'
export { withoutStickySearch, withStickySearch } from './sticky-search.ts'
export { takeWheel } from './take-wheel.ts'
export { createJoblensTheme, monospace } from './theme.ts'
export { type Tone, type ToneColours, toneBar, toneColour } from './tone.ts'
export { ToneIcon, type ToneIconProps } from './tone-icon.tsx'
export { lastingTitle, pageTitle, type TitlePart, titleSign, useTitle } from './use-title.ts'
export { type TableHandle, VirtualTable, type VirtualTableProps } from './virtual-table.tsx'
export { changeWatchList, mostWatched, readWatchList, type Watched, type WatchList } from './watched.ts'
export { wecomCard, wecomMarkdown } from './wecom.ts'
