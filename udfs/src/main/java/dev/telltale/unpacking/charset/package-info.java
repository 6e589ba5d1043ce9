/**
 * Character sets: text in another encoding comes in, UTF-8 goes out, with the way back to the
 * offsets of the source. Also distinguishes text from other bytes. Imports the layer and faults.
 *
 * <p>Recognition is written here because a wrong guess would hide values: a stream counts as an
 * encoding only where all of its head obeys the encoding's structure.
 */
package dev.telltale.unpacking.charset;
