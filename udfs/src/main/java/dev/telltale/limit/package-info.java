/**
 * Every limit in one place. Nothing comes in; {@link dev.telltale.limit.Limits} goes out. Imports
 * nothing of Telltale.
 */
package dev.telltale.limit;
