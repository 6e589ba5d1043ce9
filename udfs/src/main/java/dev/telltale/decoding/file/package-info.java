/**
 * What the formats of whole files share: the bytes of a file held in memory, its parts, budgets for
 * what a file may make its reader allocate, cells as values. Imports framing's whole leaf, the
 * layers of unpacking, records, raw text, values, faults and limits.
 *
 * <p>What the libraries underneath throw quotes content and is dropped where it arises; what they
 * allocate on the word of the file is checked before they are asked. Nothing is written to a disk.
 */
package dev.telltale.decoding.file;
