import { createAddressFold } from '../address-fold.ts'
import { eachInSlices, runWhole, type SlicedWork } from './slices.ts'

/** Addresses in few words, as {@link createAddressFold} folds them. */
export function* foldInSlices(addresses: readonly string[]): SlicedWork<readonly string[]> {
  const fold = createAddressFold()
  yield* eachInSlices(addresses, fold.add)
  yield
  return fold.lines()
}

/** {@link foldInSlices} at once, for few addresses. */
export function foldAddresses(addresses: readonly string[]): readonly string[] {
  return runWhole(foldInSlices(addresses))
}
