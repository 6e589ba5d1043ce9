/**
 * Archives: the bytes of a layer come in; each entry's bytes, names and comments go out. Imports
 * the layer, the compression of zip entries, and faults.
 */
package dev.telltale.unpacking.archive;
