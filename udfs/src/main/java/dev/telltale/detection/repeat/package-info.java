/**
 * What was found once is looked for everywhere else in its object. In: the matches of a first
 * reading, and what is left of its rows. Out: matches at the other places of the same values. May
 * import: {@code field}, {@code finding}, {@code encoding}, {@code rules}, {@code limit}.
 */
package dev.telltale.detection.repeat;
