/**
 * A text of a record under its path, with the copies decoded from it, its matches, and what is to
 * be replaced in it. Imports findings, rules, values and faults.
 */
package dev.telltale.detection.field;
