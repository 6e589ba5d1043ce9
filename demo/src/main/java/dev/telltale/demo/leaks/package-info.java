/**
 * What is planted in the export, a class for each telemetry type, and the truth about it: leaks
 * that a scan has to find, decoys that it has to leave alone, broken objects that it has to
 * complain about. A seed comes in, objects and their truth go out. Imports {@code telemetry} and
 * {@code values}; nothing of decoding or detection, so that the truth does not rest on what it
 * judges.
 */
package dev.telltale.demo.leaks;
