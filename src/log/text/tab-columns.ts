/** A tab goes to the next multiple of this. */
export const tabColumns = 8
