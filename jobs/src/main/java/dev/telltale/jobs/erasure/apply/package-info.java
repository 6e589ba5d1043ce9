/**
 * A confirmed plan comes in; objects are replaced and deleted, uploads ended, and the lake's rows
 * of them go; what became of each goes out. May be cut off anywhere and called again. Imports the
 * lease, the tables and the stores of the erasure.
 */
@NullMarked
package dev.telltale.jobs.erasure.apply;

import org.jspecify.annotations.NullMarked;
