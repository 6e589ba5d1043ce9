/**
 * Decoded values as a tree: JSON in, JSON out, nothing in between loses a duplicate key or a digit.
 * Imports faults and limits. Every class here may hold sensitive content: {@code toString} never
 * shows it, {@code reveal} does.
 */
package dev.telltale.value;
