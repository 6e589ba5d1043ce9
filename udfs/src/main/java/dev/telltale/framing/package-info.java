/**
 * A stored object's bytes come in; unpacked streams, and in them frames (one value, line or window
 * each), go out. Imports faults, limits and values.
 */
package dev.telltale.framing;
