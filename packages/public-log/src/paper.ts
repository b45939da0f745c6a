/** A root on paper: 64 hexadecimal characters in 16 groups of four, which two people can read to each other. */
import { hex, type Hash } from './bytes.ts'

/** The 16 groups; together they are the whole root, nothing is left out. */
export const paperGroups = (root: Hash): string[] => hex(root).match(/.{4}/g) ?? []
