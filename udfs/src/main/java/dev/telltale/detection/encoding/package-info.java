/**
 * Texts inside texts: JSON in strings, base64, hexadecimal, URL and entity encoding, compressed
 * bytes. A field comes in, decoded copies of it go out, with the way back to its characters.
 * Imports bytes, fields, patterns, values, faults and limits.
 */
package dev.telltale.detection.encoding;
