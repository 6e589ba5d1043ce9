/**
 * Archives: the bytes of a layer come in; each entry's bytes, names and comments go out. Imports
 * the layer, the compression of zip entries, faults and limits.
 *
 * <p>Tar is read here because TarArchiveInputStream of Commons Compress cannot go on after a
 * damaged header, holds long names and pax records in memory whatever their size, and does not say
 * where in the archive a name stands.
 */
package dev.telltale.unpacking.archive;
