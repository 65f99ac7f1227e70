import { useCallback } from 'react'
import { useHref } from 'react-router'

/** The absolute address of an in-app one, for somebody else: without what belongs to this visit. */
export function useShareUrl(): (to: string) => string {
  const base = useHref('/').replace(/\/$/, '')
  return useCallback((to) => new URL(`${base}${to}`, window.location.origin).href, [base])
}
